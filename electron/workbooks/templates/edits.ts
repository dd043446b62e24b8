/** Replacement of a stretch of a text; `from` = `to` inserts. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The text with all edits, which must not overlap; without any it is the very same. */
export function applied(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text
  let [result, position] = ['', 0]
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(position, edit.from) + edit.text
    position = edit.to
  }
  return result + text.slice(position)
}
