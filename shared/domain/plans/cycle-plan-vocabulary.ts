import { publicityDays, type CycleFault } from './cycle-plan.ts'
import type { PeriodKind } from './cycle.ts'
import { periodStageNames } from './cycle-vocabulary.ts'

/** `2026-07-08` → 7月8日. */
export function dayOfMonth(day: string): string {
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`
}

/** `2026-07-08` → 7月8日（含当日）前: the day belongs to the time that is left. */
export function untilDay(day: string): string {
  return `${dayOfMonth(day)}（含当日）前`
}

/** The same on paper, which is read in other years too: 2026年7月8日（含当日）前. */
export function untilDayOfYear(day: string): string {
  return `${day.slice(0, 4)}年${untilDay(day)}`
}

/** What a stage that is, or was, finished too late is said to be; `days` are working days. */
export function latenessText(plannedTo: string, days: number, isFinished: boolean): string {
  return isFinished ? `应于 ${dayOfMonth(plannedTo)} 完成，迟了 ${String(days)} 个工作日` : `应于 ${dayOfMonth(plannedTo)} 完成，已迟 ${String(days)} 个工作日`
}

/** What is wrong with a stage's days, as it stands behind the name of the field, without a full stop. */
export function cycleFaultText({ kind, day, before, field }: CycleFault, period: PeriodKind): string {
  switch (kind) {
    case 'half':
      return '开始和结束日期须都填写，或都留空'
    case 'backwards':
      return `早于开始日期 ${day}，请改正`
    case 'out_of_order':
      return `早于前面“${before === undefined ? '' : periodStageNames[before]}”阶段的 ${day}，请按阶段先后安排`
    case 'outside':
      return field === 'from' ? `离本期太远，不能早于 ${day}，请改正` : `离本期太远，不能晚于 ${day}，请改正`
    case 'freeze_too_early':
      return `须晚于本期最后一天 ${day}，本期结束前不能冻结`
    case 'publicity_too_short':
      return `公示须满 ${String(publicityDays[period])} 个工作日（贴出当天不计），请把结束日期往后推`
  }
}
