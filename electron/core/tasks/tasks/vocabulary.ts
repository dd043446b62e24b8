/** What the log of a task says of an edit: `办理时限：2026-07-20 → 2026-08-01`. */
export function changeText(fieldName: string, from: string, to: string): string {
  return `${fieldName}：${shorten(from)} → ${shorten(to)}`
}

export const changeSeparator = '；'

const shorten = (text: string): string => (text === '' ? '空' : text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** `中期推进（2026-03-16）`; without a day the name alone. */
export function milestoneText(name: string, day: string | null): string {
  return day === null ? name : `${name}（${day}）`
}

/** What the log says of a 备忘录 that became a 交办单. */
export function convertText(docNo: string | null, due: string): string {
  return docNo === null ? `时限 ${due}` : `文号 ${docNo}，时限 ${due}`
}

/** What the log says of an extension: `2026-03-31 → 2026-04-10：等待县级批复`. */
export function extensionText(from: string, to: string, reason: string): string {
  return reason === '' ? `${from} → ${to}` : `${from} → ${to}：${reason}`
}

/** Why an extension was not decided: `任务转为待模块审，申请随之撤回`. */
export function withdrawnText(stateName: string): string {
  return `任务转为${stateName}，申请随之撤回`
}
