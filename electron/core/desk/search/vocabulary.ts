/** The line behind a hit. */
export const hitLines = {
  separator: ' · ',
  teamLeader: (name: string) => `团长 ${name}`,
  noTeamLeader: '未定团长',
  groupLead: (name: string) => `牵头领导 ${name}`,
  unassigned: '未任职',
} as const
