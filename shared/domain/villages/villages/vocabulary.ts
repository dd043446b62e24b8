import type { EventState, TeamRole, TuesdayTheme, VillageKind } from './codes.ts'
import type { TuesdayField } from './codes.ts'

export const villageKindNames: Readonly<Record<VillageKind, string>> = { village: '行政村', community: '社区' }

export const teamRoleNames: Readonly<Record<TeamRole, string>> = { cadre: '联村干部', department: '部门干部', expert: '专家人才' }

/** 六个日 */
export const tuesdayThemeNames: Readonly<Record<TuesdayTheme, string>> = {
  team: '组团联村日', branch: '网格支部活动日', opinion: '民情沟通日', elders: '乡贤议事日', hard_work: '中心工作克难攻坚日', county_leader: '市领导联系日',
}

export const eventStateNames: Readonly<Record<EventState, string>> = { entered: '待核实', verified: '已核实', rejected: '已退回' }

/** What a field of a 周二计划 is called. */
export const tuesdayFieldNames: Readonly<Record<TuesdayField, string>> = { village: '村社', theme: '主题', content: '内容' }
