import type { XmlHandler } from '../../gate/xml-tokens.ts'

/** `_x000D_` and the like: characters that XML cannot hold, as Excel writes them. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Collects the text of each string item; phonetic guides are left out. `spend` is asked for every character kept. */
export function sharedStringsHandler(spend: (characters: number) => void): { readonly handler: XmlHandler; readonly strings: readonly string[] } {
  const strings: string[] = []
  let text = ''
  let inText = false
  let phonetic = 0
  return {
    strings,
    handler: {
      open: ({ name }) => {
        if (name === 'si') text = ''
        if (name === 'rPh') phonetic++
        if (name === 't') inText = phonetic === 0
      },
      text: (piece) => {
        if (!inText) return
        spend(piece.length)
        text += piece
      },
      close: (name) => {
        if (name === 't') inText = false
        if (name === 'rPh') phonetic--
        if (name === 'si') strings.push(unescapeExcel(text))
      },
    },
  }
}
