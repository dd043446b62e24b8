import JSZip from 'jszip'
import type { BinaryFile } from '../../../shared/contract/binary.ts'

/** The texts of a .docx, one a paragraph, empty ones left out. */
export async function readDocument(file: Pick<BinaryFile, 'arrayBuffer'>): Promise<readonly string[]> {
  const zip = await JSZip.loadAsync(await file.arrayBuffer())
  return paragraphsOf((await zip.file('word/document.xml')?.async('string')) ?? '')
}

export function paragraphsOf(document: string): readonly string[] {
  return Array.from(document.matchAll(/<w:p[ >].*?<\/w:p>/gs), ([part]) => unescaped(Array.from(part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g), ([, text]) => text).join(''))).filter((text) => text !== '')
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
}
