/** The least that counts as a whole file of each kind. */

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

export const samplePng = latin('\u0089PNG\r\n\u001a\n....IHDR....IEND\u00aeB`\u0082')
export const sampleJpg = latin('\u00ff\u00d8\u00ff\u00e0..JFIF..\u00ff\u00d9')
export const sampleWebp = latin('RIFF\u000c\u0000\u0000\u0000WEBPVP8 \u0000\u0000\u0000\u0000')
export const samplePdf = latin('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n')

/** A zip of empty entries. */
export function sampleZip(names: readonly string[]): Uint8Array {
  const local = names.map((name) => concat([word(0x04034b50, 4), new Uint8Array(22), word(name.length, 2), word(0, 2), latin(name)]))
  const directory = names.map((name) => concat([word(0x02014b50, 4), new Uint8Array(24), word(name.length, 2), new Uint8Array(16), latin(name)]))
  const [body, entries] = [concat(local), concat(directory)]
  const end = concat([word(0x06054b50, 4), new Uint8Array(4), word(names.length, 2), word(names.length, 2), word(entries.length, 4), word(body.length, 4), word(0, 2)])
  return concat([body, entries, end])
}

export const sampleDocx = sampleZip(['[Content_Types].xml', 'word/document.xml'])
export const sampleXlsx = sampleZip(['[Content_Types].xml', 'xl/workbook.xml', 'xl/printerSettings/printerSettings1.bin'])

function word(value: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, place) => (value >>> (8 * place)) & 0xff)
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
