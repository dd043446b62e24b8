import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { ReasonDialog } from '../../../frame/ReasonDialog.tsx'
import type { SheetRow } from '../../plans/api-types.ts'
import { useCommand } from '../../../frame/use-command.ts'
import { delegationWords } from './vocabulary.ts'

export interface DelegationButtonProps {
  readonly sheet: SheetRow
}

/** A岗 leaves an open sheet to B岗, or takes it back; 督考 does it for him. */
export function DelegationButton({ sheet }: DelegationButtonProps): ReactNode {
  const { client: { scores } } = useApi()
  const { isBusy, run } = useCommand()
  const [isAsking, setAsking] = useState(false)
  const { delegation } = sheet
  const seen = { sheetId: sheet.id, version: sheet.version }
  if (delegation.kind === 'none') return null
  if (delegation.kind === 'takeBack') {
    const takeBack = async () => {
      // A岗 has the sheet in his list though it is B岗's to fill in; 督考 has every sheet.
      await (sheet.isDelegator ? scores.takeBack : scores.takeBackByProxy)(seen)
      return delegationWords.takenBack
    }
    return <Button loading={isBusy} onClick={() => void run(takeBack)}>{delegationWords.takeBack}</Button>
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{delegationWords.delegate}</Button>
      {isAsking ? (
        <ReasonDialog
          title={delegationWords.title(delegation.deputy)}
          confirm={delegationWords.delegate}
          label={delegationWords.reason}
          help={delegationWords.help}
          onClose={() => setAsking(false)}
          onReason={async (reason) => {
            await (sheet.isOwn ? scores.delegate : scores.delegateByProxy)({ ...seen, reason })
            return delegationWords.delegated(delegation.deputy)
          }}
        />
      ) : null}
    </>
  )
}
