import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { rulingKindNames, rulingStateNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { Section } from '../../../ui/Section.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { ReasonDialog } from '../../../frame/ReasonDialog.tsx'
import { AskButton } from '../../../frame/AskButton.tsx'
import { useCommand } from '../../../frame/use-command.ts'
import type { RulingRow } from './api-types.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { rulingTones } from './ruling-columns.tsx'
import { amendWords, rulingWords as words } from './vocabulary.ts'
import './rulings.css'

export interface RulingSheetProps {
  readonly row: RulingRow | null
  readonly period: Pick<ChosenPeriod, 'id' | 'kind'>
  readonly onClose: () => void
}

/** One ruling with its paper, what it changes, and the decision. */
export function RulingSheet({ row, period, onClose }: RulingSheetProps): ReactNode {
  return row === null ? null : <Opened key={row.id} row={row} period={period} onClose={onClose} />
}

function Opened({ row, period, onClose }: RulingSheetProps & { readonly row: RulingRow }): ReactNode {
  const { client } = useApi()
  const { isBusy, run } = useCommand()
  const [isRefusing, setRefusing] = useState(false)
  const { id, version, code, kind } = row

  async function approve(): Promise<void> {
    const isDone = await run(async () => {
      const { resultVersion } = await client.rulings.decide({ id, version, isApproved: true, answer: '' })
      return resultVersion === null ? words.approved(code) : words.approvedVersion(code, resultVersion)
    })
    if (isDone) onClose()
  }

  async function withdraw(): Promise<void> {
    const isDone = await run(async () => {
      await client.rulings.withdraw({ id, version })
      return words.withdrawn
    })
    if (isDone) onClose()
  }

  return (
    <SideSheet
      open
      width={760}
      title={`${code} · ${rulingKindNames[kind]}`}
      extra={<StateTag tone={rulingTones[row.state]}>{rulingStateNames[row.state]}</StateTag>}
      onClose={onClose}
      footer={
        row.mayDecide || row.mayWithdraw ? (
          <>
            {row.mayWithdraw ? (
              <AskButton label={words.withdraw} question={words.withdrawQuestion(code)} isQuiet isBusy={isBusy} onConfirm={withdraw} />
            ) : null}
            {row.mayDecide ? (
              <>
                <Button onClick={() => setRefusing(true)}>{words.refuse}</Button>
                <AskButton label={words.approve} question={words.approveQuestion(code)} consequence={words.approveConsequence[kind]} isBusy={isBusy} onConfirm={approve} />
              </>
            ) : null}
          </>
        ) : undefined
      }
    >
      <Facts row={row} />
      {row.changes.length === 0 ? null : (
        <>
          <Section title={words.changes}>
            <ChangeTable lines={row.changes} />
          </Section>
          {row.state === 'proposed' ? (
            <Section title={amendWords.preview}>
              <PreviewTable kind={period.kind} periodId={period.id} first={row.staffId} changes={row.changes} />
            </Section>
          ) : null}
        </>
      )}
      {isRefusing ? (
        <ReasonDialog
          title={words.refuseTitle(code)}
          confirm={words.refuse}
          danger
          label={words.answer}
          onClose={() => setRefusing(false)}
          onReason={async (answer) => {
            await client.rulings.decide({ id, version, isApproved: false, answer })
            onClose()
            return words.refused(code)
          }}
        />
      ) : null}
    </SideSheet>
  )
}

function Facts({ row }: { readonly row: RulingRow }): ReactNode {
  const facts: readonly (readonly [string, string | null])[] = [
    [words.who, row.staffName],
    [words.what, row.what],
    [words.clause, row.clause],
    [words.reason, row.reason],
    [words.body, row.rulingBody],
    [words.docNo, row.docNo],
    [words.appeal, row.appealCode === null ? null : words.appealOf(row.appealCode)],
    [words.proposedBy, `${row.proposedBy} ${row.proposedOn}`],
    [words.decidedBy, row.decidedBy === null ? null : `${row.decidedBy} ${row.decidedOn ?? ''}`],
    [words.answer, row.answer],
    [words.version, row.resultVersion === null ? null : words.versionOf(row.resultVersion)],
  ]
  return (
    <dl className="ruling-facts">
      {facts.map(([label, text]) => (text === null || text === '' ? null : <FactRow key={label} label={label} text={text} />))}
    </dl>
  )
}

function FactRow({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  )
}
