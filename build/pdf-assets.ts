import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

/** What pdf.js reads at run time, by the folder of the built window it goes to: character maps, fonts, decoders without WebAssembly. */
const folders = [
  { from: 'cmaps', to: 'cmaps', files: /\.bcmap$/ },
  { from: 'standard_fonts', to: 'fonts', files: /\.(pfb|ttf)$/ },
  { from: 'wasm', to: 'wasm', files: /^(jbig2|openjpeg)_nowasm_fallback\.js$/ },
] as const

/** Puts them beside the page as they are, from the folder of the package: a PDF in Chinese without fonts of its own cannot be read without them. */
export function pdfAssets(library: string): Plugin {
  return {
    name: 'pdf-assets',
    generateBundle() {
      for (const { from, to, files } of folders) {
        for (const name of readdirSync(path.join(library, from)).filter((found) => files.test(found))) {
          this.emitFile({ type: 'asset', fileName: `pdf/${to}/${name}`, source: readFileSync(path.join(library, from, name)) })
        }
      }
    },
  }
}
