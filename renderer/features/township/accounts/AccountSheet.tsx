import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { momentText } from '../../../frame/dates.ts'
import { useCommand } from '../../../frame/use-command.ts'
import { accountWords as words } from './vocabulary.ts'
import { passwordText, roleText, stateText, type AccountRow } from './account-columns.tsx'
import { RolesForm } from './RolesForm.tsx'
import type { Slip } from './slip-text.ts'

export interface AccountSheetProps {
  readonly account: AccountRow
  readonly onSlip: (slip: Slip) => void
  readonly onClose: () => void
}

/** One account: what it is, and what may be done with it. */
export function AccountSheet({ account, onSlip, onClose }: AccountSheetProps): ReactNode {
  const { client } = useApi()
  const me = useMe()
  const { run, isBusy } = useCommand()
  const [isGivingRoles, setGivingRoles] = useState(false)
  const { id, name, staffName, enabled, version } = account
  const isAdministrator = me.capabilities.includes('system.admin')
  const maySetRoles = me.capabilities.includes('security.admin')
  const facts = [
    [words.person, staffName ?? words.noPerson],
    [words.roles, roleText(account.roles)],
    [words.password, passwordText(account)],
    [words.lastLogin, account.lastLogin === null ? words.never : momentText(account.lastLogin)],
  ] as const

  async function reset(): Promise<void> {
    await run(async () => {
      const { oneTimePassword } = await client.system.resetPassword({ id })
      onSlip({ name, staffName: staffName ?? '', moduleName: '', oneTimePassword })
      return null
    })
  }

  async function setEnabled(next: boolean): Promise<void> {
    await run(async () => {
      await client.system.setEnabled({ id, enabled: next, version })
      return next ? words.enabledDone(name) : words.disabledDone(name)
    })
  }

  return (
    <SideSheet open title={name} width={480} extra={<StateTag tone={enabled ? 'good' : 'quiet'}>{stateText(account)}</StateTag>} onClose={onClose}>
      <dl className="system-facts">
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className="system-commands">
        {maySetRoles ? <Button onClick={() => setGivingRoles(true)}>{words.setRoles}</Button> : null}
        {isAdministrator ? (
          <>
            <ConfirmButton label={words.reset} question={words.resetQuestion(name)} consequence={words.resetConsequence} disabled={isBusy || !enabled} onConfirm={reset} />
            {enabled ? (
              <ConfirmButton label={words.disable} question={words.disableQuestion(name)} consequence={words.disableConsequence} danger disabled={isBusy || name === me.name} onConfirm={() => setEnabled(false)} />
            ) : (
              <Button disabled={isBusy} onClick={() => void setEnabled(true)}>
                {words.enable}
              </Button>
            )}
          </>
        ) : null}
      </div>
      {maySetRoles ? null : <p className="system-note system-below">{words.rolesElsewhere}</p>}
      {isGivingRoles ? <RolesForm account={account} onClose={() => setGivingRoles(false)} /> : null}
    </SideSheet>
  )
}
