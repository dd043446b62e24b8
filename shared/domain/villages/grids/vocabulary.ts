import type { GridRole } from '../villages/codes.ts'
import type { GridPart, GridPartReading } from './grid-score.ts'

export const gridRoleNames: Readonly<Record<GridRole, string>> = { head: '网格长', full_time: '专职网格员', part_time: '兼职网格员', instructor: '网格指导员' }

export const gridPartNames: Readonly<Record<GridPart, string>> = { routine: '日常履职', handling: '事件办理', opinion: '群众评议', bonus: '附加' }

/** `2026-03` → `2026年3月` */
export function monthText(month: string): string {
  return `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`
}

/** Why a mark is refused, to stand behind the name of its part; null of one that is good. */
export function gridMarkFault(reading: GridPartReading): string | null {
  switch (reading.kind) {
    case 'good':
      return null
    case 'not_a_score':
      return '须为不超过两位小数的数'
    case 'out_of_range':
      return `须在 0 到 ${String(reading.most)} 之间`
  }
}
