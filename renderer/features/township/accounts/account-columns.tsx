import { grantableRoles } from '../../../../shared/contract/township/system.ts'
import { roleLabels } from '../../../../shared/domain/township/access/vocabulary.ts'
import type { TownshipClient } from '../../../api/connection.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { momentText } from '../../../frame/dates.ts'
import { accountWords as words } from './vocabulary.ts'

export type AccountRow = Awaited<ReturnType<TownshipClient['system']['accounts']>>[number]

/** 模块长、督考, in the order of the roles. */
export function roleText(roles: readonly AccountRow['roles'][number][]): string {
  const named = grantableRoles.filter((role) => roles.includes(role)).map((role) => roleLabels[role])
  return named.length === 0 ? words.noRoles : named.join('、')
}

export function stateText({ enabled }: Pick<AccountRow, 'enabled'>): string {
  return enabled ? words.enabled : words.disabled
}

export function passwordText({ mustChangePassword }: Pick<AccountRow, 'mustChangePassword'>): string {
  return mustChangePassword ? words.oneTime : words.ownPassword
}

export const accountColumns: readonly GridColumn<AccountRow>[] = [
  { field: 'name', title: words.name, width: 140, pinned: 'left', text: ({ name }) => name, sortable: true, filter: { kind: 'text' } },
  { field: 'staffName', title: words.person, width: 120, text: ({ staffName }) => staffName ?? words.noPerson, sortable: true, filter: { kind: 'text' } },
  { field: 'roles', title: words.roles, width: 280, text: ({ roles }) => roleText(roles), sortable: true, filter: { kind: 'text' } },
  {
    field: 'enabled',
    title: words.state,
    width: 88,
    text: stateText,
    render: (row) => <StateTag tone={row.enabled ? 'good' : 'quiet'}>{stateText(row)}</StateTag>,
    sortable: true,
    filter: { kind: 'choice', choices: [{ value: true, label: words.enabled }, { value: false, label: words.disabled }] },
  },
  { field: 'mustChangePassword', title: words.password, width: 140, text: passwordText, sortable: true, filter: { kind: 'choice', choices: [{ value: true, label: words.oneTime }, { value: false, label: words.ownPassword }] } },
  { field: 'lastLogin', title: words.lastLogin, width: 160, text: ({ lastLogin }) => (lastLogin === null ? words.never : momentText(lastLogin)), sortable: true },
]
