/** What the log of a task says of an edit: `办理时限：2026-07-20 → 2026-08-01`. */
export function changeText(fieldName: string, from: string, to: string): string {
  return `${fieldName}：${shorten(from)} → ${shorten(to)}`
}

export const changeSeparator = '；'

const shorten = (text: string): string => (text === '' ? '空' : text.length > 60 ? `${text.slice(0, 60)}…` : text)
