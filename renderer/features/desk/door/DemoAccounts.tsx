import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { putOnClipboard } from '../../../ui/put-on-clipboard.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { accountLines, rolesText } from './account-text.ts'
import { DoorFrame } from './DoorFrame.tsx'
import type { DemoAccount } from './use-demo.ts'
import { demoWords } from './vocabulary.ts'

export interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[]
  readonly recoveryKey: string
}

/** The accounts of the demo, one for each kind of user, each a click away. */
export function DemoAccounts({ accounts, recoveryKey }: DemoAccountsProps): ReactNode {
  const { client, session, desktop } = useApi()
  const notice = useNotice()
  const [entering, setEntering] = useState<string | null>(null)

  async function enter({ name, password }: DemoAccount): Promise<void> {
    setEntering(name)
    try {
      session.enter(await client.session.login({ kind: 'account', name, password }))
    } catch (error) {
      notice.failed(sentenceOf(error))
      setEntering(null)
    }
  }

  function copy(): void {
    if (putOnClipboard({ plain: accountLines(accounts) })) notice.done(demoWords.copied)
    else notice.failed(demoWords.notCopied)
  }

  const heads = (
    <>
      <th scope="col">{demoWords.name}</th>
      <th scope="col">{demoWords.person}</th>
      <th scope="col">{demoWords.roles}</th>
      <th scope="col">{demoWords.password}</th>
    </>
  )
  const cells = (account: DemoAccount) => (
    <>
      <td>{account.name}</td>
      <td>{account.staffName}</td>
      <td>{rolesText(account.roles)}</td>
      <td className="door-mono" translate="no">{account.password}</td>
    </>
  )
  return (
    <DoorFrame>
      <div className="door-demo">
        <div className="door-demo-head">
          <div>
            <h1>{demoWords.ready}</h1>
            <p>{demoWords.hint}</p>
          </div>
          <Button onClick={() => copy()}>{demoWords.copy}</Button>
          <Button onClick={() => void desktop.print()}>{demoWords.print}</Button>
        </div>
        <div className="door-demo-rows" role="region" aria-label={demoWords.accounts} tabIndex={0}>
          <table className="door-table">
            <thead>
              <tr>
                {heads}
                <th scope="col">
                  <span className="ui-unseen">{demoWords.commands}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <tr key={account.name}>
                  {cells(account)}
                  <td className="door-table-action">
                    <Button size="small" aria-label={demoWords.enterAs(account.name)} loading={entering === account.name} disabled={entering !== null && entering !== account.name} onClick={() => void enter(account)}>
                      {demoWords.enter}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="door-demo-key">
          {demoWords.key}
          <span className="door-mono">{recoveryKey}</span>
        </p>
      </div>
      <PrintSheet title={demoWords.printTitle}>
        <table>
          <thead>
            <tr>{heads}</tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.name}>{cells(account)}</tr>
            ))}
          </tbody>
        </table>
      </PrintSheet>
    </DoorFrame>
  )
}
