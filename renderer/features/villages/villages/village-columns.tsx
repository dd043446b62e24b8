import { villageKinds, type TeamRole } from '../../../../shared/domain/villages/villages/codes.ts'
import { villageKindNames } from '../../../../shared/domain/villages/villages/vocabulary.ts'
import type { GridColumn } from '../../../grid/types.ts'
import type { TeamRow, VillageRow } from './api-types.ts'
import { villageColumns, villageWords } from './vocabulary.ts'

/** The names of the members of a role, in official order; the 团长 has a column of his own. */
export function membersOf({ members, teamLeaderId }: Pick<VillageRow, 'members' | 'teamLeaderId'>, role: TeamRole): string {
  return members.filter((member) => member.role === role && member.staffId !== teamLeaderId).map(({ staffName }) => staffName).join('、')
}

function rankText({ rank, isRankRecorded }: TeamRow): string {
  if (rank !== null) return String(rank)
  return isRankRecorded ? villageWords.unranked : villageWords.notRecorded
}

const members = (role: TeamRole, width: number): GridColumn<TeamRow> => ({ field: role, title: villageColumns[role], width, text: (row) => membersOf(row, role), filter: { kind: 'text' } })

const counted = (field: keyof TeamRow['counts'], width: number): GridColumn<TeamRow> => ({
  field, title: villageColumns[field], width, align: 'right', text: ({ counts }) => String(counts[field]), number: ({ counts }) => counts[field], sortable: true,
})

/** The columns of 村社与组团. */
export function teamColumns(): readonly GridColumn<TeamRow>[] {
  return [
    { field: 'code', title: villageColumns.code, width: 80, hidden: true, text: ({ code }) => code, sortable: true },
    { field: 'name', title: villageColumns.name, width: 128, pinned: 'left', text: ({ name }) => name, sortable: true },
    { field: 'kind', title: villageColumns.kind, width: 84, text: ({ kind }) => villageKindNames[kind], filter: { kind: 'choice', choices: villageKinds.map((value) => ({ value, label: villageKindNames[value] })) }, sortable: true },
    { field: 'households', title: villageColumns.households, width: 76, align: 'right', text: ({ households }) => (households === null ? '' : String(households)), number: ({ households }) => households, sortable: true },
    { field: 'leader', title: villageColumns.leader, width: 96, text: ({ teamLeaderName }) => teamLeaderName ?? villageWords.noLeader, sortable: true, filter: { kind: 'text' } },
    { field: 'count', title: villageColumns.count, width: 72, align: 'right', text: (row) => String(row.members.length), number: (row) => row.members.length, sortable: true },
    { ...members('cadre', 240), grow: true },
    members('department', 128),
    members('expert', 112),
    counted('visit', 72),
    counted('tuesday', 92),
    counted('issue', 92),
    { field: 'rank', title: villageColumns.rank, width: 92, align: 'right', text: rankText, number: ({ rank }) => rank, sortable: true },
    { field: 'remark', title: villageColumns.remark, width: 160, hidden: true, text: ({ remark }) => remark ?? '' },
  ]
}
