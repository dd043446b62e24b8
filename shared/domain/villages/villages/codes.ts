/** Value sets of the 组团联村 work. */

export const eventStates = ['entered', 'verified', 'rejected'] as const
export type EventState = (typeof eventStates)[number]

/** 行政村, 社区 */
export const villageKinds = ['village', 'community'] as const
export type VillageKind = (typeof villageKinds)[number]

/** 联村干部, 部门干部, 专家人才: the members of a 组团 beside its 团长 (article 26). */
export const teamRoles = ['cadre', 'department', 'expert'] as const
export type TeamRole = (typeof teamRoles)[number]

/** 六个日: what a Tuesday in the villages is for (article 27). */
export const tuesdayThemes = ['team', 'branch', 'opinion', 'elders', 'hard_work', 'county_leader'] as const
export type TuesdayTheme = (typeof tuesdayThemes)[number]

/** 一长三员: 网格长, 专职网格员, 兼职网格员, 网格指导员 (article 26). */
export const gridRoles = ['head', 'full_time', 'part_time', 'instructor'] as const
export type GridRole = (typeof gridRoles)[number]

/** The columns of a 周二计划 that may be typed over. */
export const tuesdayFields = ['village', 'theme', 'content'] as const
export type TuesdayField = (typeof tuesdayFields)[number]
