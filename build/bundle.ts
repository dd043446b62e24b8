import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { appRoot } from '../electron/app-root.ts'

/**
 * Makes one file of a program that tests start many times, and gives its path: it starts in a fifth of the time.
 * What the program finds by a path beside its own source, it still finds there.
 */
export async function bundle(name: string, program: string): Promise<string> {
  const folder = path.join(appRoot, 'node_modules', '.cache', 'bundled', name)
  await build({
    configFile: false,
    root: appRoot,
    logLevel: 'error',
    plugins: [{ name: 'address-of-the-source', transform: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)) }],
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node22',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: path.join(appRoot, program), output: { entryFileNames: 'program.js' } },
    },
  })
  return path.join(folder, 'program.js')
}
