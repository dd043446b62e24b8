import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import '../system/system.css'
import { slipWords as words } from './vocabulary.ts'
import { SlipPaper } from './SlipPaper.tsx'
import { slipText, type Slip } from './slip-text.ts'
import { Notice } from '../system/Notice.tsx'

/** New accounts with their one-time passwords: to be printed or saved now, for they are shown once. */
export function Slips({ slips }: { readonly slips: readonly Slip[] }): ReactNode {
  const { desktop } = useApi()
  const { township } = useMe()
  const notice = useNotice()

  async function save(): Promise<void> {
    const saved = await desktop.saveFile({ suggestedName: words.fileName(township.name, today()), bytes: slipText(slips) })
    if (saved.kind === 'saved') notice.done(words.saved(saved.name))
    if (saved.kind === 'failed') notice.failed(saved.reason)
  }

  return (
    <div className="slips">
      <Notice tone="warn">{words.made(slips.length)}</Notice>
      <div className="bulk-line">
        <Button type="primary" onClick={() => void desktop.print()}>
          {words.print}
        </Button>
        <Button onClick={() => void save()}>{words.save}</Button>
      </div>
      <div className="bulk-rows" role="region" aria-label={words.title} tabIndex={0}>
        <table className="system-table">
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.module}</th>
              <th scope="col">{words.account}</th>
              <th scope="col">{words.password}</th>
            </tr>
          </thead>
          <tbody>
            {slips.map((slip) => (
              <tr key={slip.name}>
                <td>{slip.staffName}</td>
                <td>{slip.moduleName}</td>
                <td translate="no">{slip.name}</td>
                <td className="slip-password" translate="no">{slip.oneTimePassword}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SlipPaper township={township.name} slips={slips} />
    </div>
  )
}
