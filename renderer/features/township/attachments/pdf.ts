import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

export type { PDFDocumentProxy, PDFPageProxy }

/** Where the character maps and fonts of PDFs without fonts of their own lie: `build/pdf-assets.ts` puts them beside the page. */
const assets = (folder: string) => new URL(`./pdf/${folder}/`, document.baseURI).href

/** The build for older browsers, loaded with the first PDF. */
const library = () => import('pdfjs-dist/legacy/build/pdf.mjs')

/** Begins to read a PDF: no script, no link and no form of it is ever run, and nothing is fetched but from the program itself. */
export async function readPdf(bytes: Uint8Array): Promise<PDFDocumentLoadingTask> {
  const { getDocument, GlobalWorkerOptions } = await library()
  GlobalWorkerOptions.workerSrc = workerAddress
  return getDocument({
    // The worker takes the bytes away; the page keeps its own.
    data: bytes.slice(),
    cMapUrl: assets('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: assets('fonts'),
    wasmUrl: assets('wasm'),
    // The page's policy lets no code be made at run time.
    useWasm: false,
    enableXfa: false,
    maxImageSize: 64_000_000,
    disableWorkerRendering: true,
  })
}

/** Whether a PDF cannot be read without its password. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}

/** Lays the words of a page over its picture, to be marked and copied. */
export async function layText(page: PDFPageProxy, container: HTMLElement, scale: number): Promise<void> {
  const { TextLayer } = await library()
  await new TextLayer({ textContentSource: page.streamTextContent(), container, viewport: page.getViewport({ scale }) }).render()
}
