/** The most characters a cell holds. */
const longest = 32_767

// Control characters XML 1.0 has no place for, and the two code points that are no characters.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g

/** Whether anything below needs a closer look. */
const suspicious = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]/

/**
 * A text as a cell can carry it: without characters XML forbids, line ends as `\n`, halves of surrogate pairs dropped.
 * Nothing is escaped against formulas: a typed text cell is never one, whatever it begins with.
 */
export function cleanText(text: string): string {
  if (text.length <= longest && !suspicious.test(text)) return text
  const legal = text.replace(/\r\n?/g, '\n').replace(illegal, '').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
  return legal.length > longest ? legal.slice(0, longest).replace(/[\ud800-\udbff]$/, '') : legal
}

/** The same for the file: what looks like an escaped character (`_x0041_`) is written so that it is read back as it stands. */
export function storedText(text: string): string {
  return cleanText(text).replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
}

/** Reverses {@link storedText}, and the escapes other programs write. */
export function readStoredText(stored: string): string {
  return stored.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
