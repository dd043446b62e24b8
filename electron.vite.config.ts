import { defineConfig } from 'electron-vite'
import { fileURLToPath } from 'node:url'
import { pdfAssets } from './build/pdf-assets.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Only the database driver stays outside: it is native. Everything else is bundled, so that a package holds no module twice. */
const external = ['electron', 'better-sqlite3']

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      lib: { entry: { index: at('electron/main/index.ts'), host: at('electron/main/host.ts'), worker: at('electron/main/worker.ts') } },
      rollupOptions: { external },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      lib: { entry: at('electron/preload/index.ts'), formats: ['cjs'] },
      rollupOptions: { external, output: { entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [pdfAssets(at('node_modules/pdfjs-dist'))],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: 'chrome111',
      rollupOptions: { input: { index: at('renderer/index.html') } },
    },
  },
})
