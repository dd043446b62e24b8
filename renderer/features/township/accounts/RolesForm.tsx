import { Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { administratorRoles, grantableRoles } from '../../../../shared/contract/township/system.ts'
import { roleLabels } from '../../../../shared/domain/township/access/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { systemWords } from '../system/vocabulary.ts'
import { accountWords as words, roleNotes } from './vocabulary.ts'
import type { AccountRow } from './account-columns.tsx'
import { bulkRoles, type GrantableRole } from './bulk-accounts.ts'
import { Notice } from '../system/Notice.tsx'

/** The roles of an account, with what each may do, and the rule of the three offices. */
export function RolesForm({ account, onClose }: { readonly account: AccountRow; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [held, setHeld] = useState<readonly GrantableRole[]>(() => grantableRoles.filter((role) => account.roles.includes(role)))
  const isMixed = held.some((role) => isAdministration(role)) && held.some((role) => !isAdministration(role))

  const box = (role: GrantableRole) => (
    <Checkbox key={role} className="roles-box" checked={held.includes(role)} onChange={({ target }) => setHeld(target.checked ? [...held, role] : held.filter((other) => other !== role))}>
      <strong>{roleLabels[role]}</strong>
      <span>{roleNotes[role]}</span>
    </Checkbox>
  )

  return (
    <FormDialog
      title={`${words.setRoles} · ${account.name}`}
      confirm={systemWords.save}
      width={560}
      onClose={onClose}
      onSubmit={async () => {
        await client.system.setRoles({ id: account.id, roles: [...held], version: account.version })
        notice.done(words.rolesSaved(account.name))
        return []
      }}
    >
      <fieldset className="roles-group">
        <legend>{words.business}</legend>
        {bulkRoles.map(box)}
      </fieldset>
      <fieldset className="roles-group">
        <legend>{words.administration}</legend>
        {administratorRoles.map(box)}
        <p className="system-note">{words.rule}</p>
      </fieldset>
      {isMixed ? <Notice tone="warn">{words.mixed}</Notice> : null}
    </FormDialog>
  )
}

function isAdministration(role: GrantableRole): boolean {
  return administratorRoles.some((other) => other === role)
}
