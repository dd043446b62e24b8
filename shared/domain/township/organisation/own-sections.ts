/** What a module may have beside 概览, 人员, 任务, 专项 and its registers (“共性+个性”): 周二无会日, 组团联村, 督查督考, 会议安排, 民情事项, 网格. */
export const ownSections = ['tuesday', 'teams', 'supervision', 'meetings', 'issues', 'grids'] as const
export type OwnSection = (typeof ownSections)[number]

/** The sections of the six modules as a township begins with them; any other module begins with none. */
export function usualSections(moduleCode: string): readonly OwnSection[] {
  switch (moduleCode) {
    case 'party':
      return ['tuesday', 'teams']
    case 'coordinate':
      return ['supervision', 'meetings']
    case 'govern':
      return ['issues', 'grids']
    default:
      return []
  }
}
