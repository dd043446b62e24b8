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

/** What stays together on a line: a western word or a character, with the brackets and stops that may not end or begin one. */
const piecesOfLine = /[〔（「『【《〈“‘([]*(?:[!-~]+|[^!-~])[〕）」』】》〉”’、，。；：！？…)\],.;:!?%]*/gsu

/** Float sums of widths stay far below it. */
const tiny = 0.001

function linesOfParagraph(text: string, room: number): number {
  if (textWidth(text) - padding <= room + tiny) return 1
  let lines = 1
  let used = 0
  for (const [piece] of text.matchAll(piecesOfLine)) {
    const width = textWidth(piece) - padding
    if (used > 0 && used + width > room + tiny) {
      lines += 1
      used = 0
    }
    // What is longer than a line is cut at its end.
    const cuts = Math.max(0, Math.ceil((used + width) / room - tiny) - 1)
    lines += cuts
    used += width - cuts * room
  }
  return lines
}

/** Lines the text takes in a column of this width, counting its own line breaks. */
export function linesNeeded(text: string, width: number): number {
  const room = Math.max(width - padding, wide)
  if (text.length * wide <= room && !text.includes('\n')) return 1
  return text.split('\n').reduce((lines, line) => lines + linesOfParagraph(line, room), 0)
}
