/** Characters of 12-point 仿宋 in units of the standard font (Calibri 11, 7 pixels a digit). */
const wide = 2.3
const narrow = 1.16
/** What a cell keeps free at both sides, beyond what the width already counts. */
const padding = 0.3

/** Points a line of 12-point text takes. */
export const lineHeight = 16.5

function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= 0x2e80 || '“”‘’—…'.includes(character)
}

/** Width of the text on one line. */
export function textWidth(text: string): number {
  let width = padding
  for (const character of text) width += isWide(character) ? wide : narrow
  return width
}

/** Lines the text takes in a column of this width, counting its own line breaks. */
export function linesNeeded(text: string, width: number): number {
  const room = Math.max(width - padding, wide)
  if (text.length * wide <= room && !text.includes('\n')) return 1
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((textWidth(line) - padding) / room - 0.001)), 0)
}
