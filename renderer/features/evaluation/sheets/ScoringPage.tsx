import { Button } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { periodStageNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { sheetCount } from '../../../../shared/domain/plans/scorer-rules.ts'
import { scorerFaultText } from '../../../../shared/domain/plans/scorer-vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { useNavigation } from '../../../api/place.ts'
import type { PeriodRow, SheetRow } from '../../plans/api-types.ts'
import { AskButton } from '../../../frame/AskButton.tsx'
import { momentText } from '../../../frame/dates.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { ReasonDialog } from '../../../frame/ReasonDialog.tsx'
import { PaperMenu } from '../../papers/pages/PaperMenu.tsx'
import { useCommand } from '../../../frame/use-command.ts'
import { DelegationButton } from './DelegationButton.tsx'
import { submitSheet } from './entry-writer.ts'
import { SheetSummaries } from '../summaries/SheetSummaries.tsx'
import { shownEntries } from './given.ts'
import { nextSheet } from './next-sheet.ts'
import { Scans } from './Scans.tsx'
import { ScoringGrid } from './ScoringGrid.tsx'
import { sheetTitle } from './sheet-title.ts'
import { SheetState } from './SheetList.tsx'
import './sheets.css'
import { sheetWords } from './vocabulary.ts'

export interface ScoringPageProps {
  readonly period: PeriodRow
  readonly sheet: SheetRow
  /** All sheets of the period that the caller sees. */
  readonly sheets: readonly SheetRow[]
  /** When the sheet was loaded, in ms. */
  readonly updatedAt: number
}

/** One sheet: the people, live counters, submit and lock. */
export function ScoringPage({ period, sheet, sheets, updatedAt }: ScoringPageProps): ReactNode {
  const { client } = useApi()
  const { go } = useNavigation()
  const { capabilities } = useMe()
  const mayProxy = capabilities.includes('score.proxy') && !sheet.ratesCaller
  const seesScans = mayProxy && (!sheet.isOwn || sheet.scans > 0)
  const { isBusy, run } = useCommand()
  const [isSendingBack, setSendingBack] = useState(false)
  // What is on the screen: as loaded, and with what has been written from here since, unless somebody else wrote in between.
  const seen = useRef(sheet.version)
  seen.current = Math.max(seen.current, sheet.version)
  const isScoring = period.stage === 'scoring'
  const mayEnter = isScoring && sheet.state === 'draft' && (sheet.isOwn || mayProxy)
  const count = sheetCount(shownEntries(sheet), sheet.scale, sheet.rules)
  const next = nextSheet(sheets, sheet)
  const open = (id: string) => go({ tab: 'evaluation', section: 'sheets', id })

  async function submit(): Promise<void> {
    const isDone = await run(async () => {
      await submitSheet(client, sheet, seen.current)
      return next === null && sheet.isOwn ? sheetWords.allDone : sheetWords.submitted
    })
    if (isDone && sheet.isOwn && next !== null) open(next.id)
  }

  return (
    <>
      <TabPage
        heading={sheetTitle(sheet)}
        note={<SheetState sheet={sheet} />}
        actions={
          <>
            <Button onClick={() => go({ tab: 'evaluation', section: 'sheets' })}>{sheetWords.back}</Button>
            <SheetSummaries periodId={period.id} staffIds={sheet.entries.map(({ staffId }) => staffId)} />
            <PaperMenu
              label={sheetWords.print}
              name={sheetTitle(sheet)}
              choices={[false, true].map((isBlank) => ({ key: String(isBlank), label: isBlank ? sheetWords.printBlank : sheetWords.printGiven, load: (paper) => paper.papers.scores({ periodId: period.id, sheetId: sheet.id, isBlank }) }))}
            />
            {seesScans ? <Scans sheet={sheet} /> : null}
            <DelegationButton sheet={sheet} />
            {next === null ? null : <Button onClick={() => open(next.id)}>{sheetWords.next}</Button>}
            {mayProxy && isScoring && sheet.state === 'submitted' ? <Button onClick={() => setSendingBack(true)}>{sheetWords.sendBack}</Button> : null}
            {mayEnter ? (
              <AskButton
                label={sheetWords.submit}
                hotkey
                isBusy={isBusy}
                question={sheetWords.submitQuestion}
                consequence={count.left > 0 ? sheetWords.submitBlocked(count.left) : count.faults.length > 0 ? sheetWords.submitFaulty(count.faults.map(scorerFaultText).join(sheetWords.join)) : sheetWords.submitConsequence}
                mayConfirm={count.left === 0 && count.faults.length === 0}
                onConfirm={submit}
              />
            ) : null}
          </>
        }
      >
        <Notice period={period} sheet={sheet} mayProxy={mayProxy} />
        <ScoringGrid
          sheet={sheet}
          count={count}
          mayEnter={mayEnter}
          updatedAt={updatedAt}
          onWritten={(version) => {
            if (version === seen.current + 1) seen.current = version
          }}
        />
      </TabPage>
      {isSendingBack ? (
        <ReasonDialog
          title={sheetWords.sendBackTitle(sheet.scorer)}
          confirm={sheetWords.sendBack}
          label={sheetWords.sendBackReason}
          help={sheetWords.sendBackHelp}
          onClose={() => setSendingBack(false)}
          onReason={async (reason) => {
            await client.scores.sendBack({ sheetId: sheet.id, reason, version: sheet.version })
            return sheetWords.sentBackDone
          }}
        />
      ) : null}
    </>
  )
}

interface NoticeProps {
  readonly period: PeriodRow
  readonly sheet: SheetRow
  readonly mayProxy: boolean
}

/** Why the sheet cannot be changed, or why it came back. */
function Notice({ period, sheet, mayProxy }: NoticeProps): ReactNode {
  const { sentBack } = sheet
  if (sheet.ratesCaller) return <p className="tab-notice">{sheetWords.ratesCaller}</p>
  if (sheet.state !== 'draft') return <p className="tab-notice">{mayProxy ? sheetWords.lockedMine : sheetWords.locked}</p>
  if (sentBack !== null) return <p className="tab-notice tab-notice-warn">{sheetWords.sentBack(sentBack.by, momentText(sentBack.at), sentBack.reason)}</p>
  if (sheet.delegationReason !== null) return <p className="tab-notice">{sheetWords.delegated(sheet.scorer, sheet.delegationReason)}</p>
  if (period.stage !== 'scoring') return <p className="tab-notice">{sheetWords.notScoring(periodStageNames[period.stage])}</p>
  return null
}
