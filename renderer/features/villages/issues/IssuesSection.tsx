import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { GridState } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { FilterChips } from '../../../frame/FilterChips.tsx'
import { useKept, useRemembered } from '../../../frame/remembered.ts'
import { SectionPage } from '../../../frame/SectionPage.tsx'
import { useGridViews } from '../../../frame/use-grid-views.ts'
import { useModules } from '../../../frame/use-modules.ts'
import { useOpened } from '../../../frame/use-opened.ts'
import { isIssueChip, type IssueChip } from './issue-chips.ts'
import { issueColumns } from './issue-columns.tsx'
import { IssueSheet } from './IssueSheet.tsx'
import { RecordIssue } from './RecordIssue.tsx'
import { useIssueChips } from './use-issue-chips.ts'
import { useIssuesGrid } from './use-issues-grid.ts'
import { useVillages } from '../villages/use-villages.ts'
import { issueChipNames, issueWords } from './vocabulary.ts'

export interface IssuesSectionProps {
  /** The issue whose sheet is open. */
  readonly openId?: string
  /** The module's mark and sections. */
  readonly head?: ReactNode
  /** The quick filter to begin with, instead of the remembered one. */
  readonly chip?: IssueChip
}

/** 民情事项: everything in the reader's view in one list, quick filters, a sheet for each. */
export function IssuesSection({ openId, head = <h1>{issueWords.title}</h1>, chip: given }: IssuesSectionProps): ReactNode {
  const me = useMe()
  const on = today()
  const modules = useModules()
  const villages = useVillages()
  const [remembered, remember] = useRemembered<string>('issues-chip', 'open')
  const [own, setOwn] = useState<IssueChip | undefined>(given)
  const chip = own ?? (isIssueChip(remembered) ? remembered : 'open')
  const [kept, keep] = useKept<GridState & { readonly search: string }>('issues-grid')
  const [isRecording, setRecording] = useState(false)
  const opened = useOpened('issues', openId, given !== undefined)
  const views = useGridViews('issues')
  const { source, editing, hasRows } = useIssuesGrid(on, chip)
  const columns = useMemo(() => issueColumns({ on, staffId: me.staffId, modules, villages }), [on, me.staffId, modules, villages])
  const chips = useIssueChips({ on, hasOwn: me.staffId !== null, enabled: hasRows })
  return (
    <SectionPage head={head} actions={<Button type="primary" onClick={() => setRecording(true)}>{issueWords.record}</Button>}>
      <SheetGrid
        label={issueWords.title}
        columns={columns}
        source={source}
        editing={editing}
        views={views}
        {...(kept === undefined ? {} : { initial: kept })}
        onState={keep}
        search={issueWords.search}
        tools={<FilterChips label={issueWords.quick} chips={chips} value={chip} onChange={(next) => (given === undefined ? remember(next) : setOwn(next))} />}
        empty={chip === 'all' ? <Empty title={issueWords.none} hint={issueWords.noneHint} /> : <Empty title={issueWords.noneOfChip(issueChipNames[chip])} hint={issueWords.noneOfChipHint} />}
        onOpen={({ id }) => opened.open(id)}
        rowName={({ code }) => code}
        sentence={sentenceOf}
        today={on}
      />
      <IssueSheet id={opened.id} onClose={opened.close} />
      {isRecording ? <RecordIssue onClose={() => setRecording(false)} /> : null}
    </SectionPage>
  )
}
