import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { FilterChips } from '../../../frame/FilterChips.tsx'
import { may } from '../../../frame/may.ts'
import { TaskSheet } from '../tasks/TaskSheet.tsx'
import type { ProposalRow } from '../orders/api-types.ts'
import { IssueSupervision } from '../orders/IssueSupervision.tsx'
import { paperColumns, proposalColumns } from './paper-columns.tsx'
import { usePapers, useProposals } from './use-lists.ts'
import { paperWords } from '../orders/vocabulary.ts'

interface ListProps {
  readonly on: string
  readonly tools: ReactNode
  readonly onOpen: (row: { readonly taskId: string }) => void
}

/** 督办单: what the lights propose, to be issued by a person, and what has been issued. */
export function PapersPart(): ReactNode {
  const mayIssue = may(useMe(), 'task.supervise')
  const [scope, setScope] = useState<PaperScope>(mayIssue ? 'proposals' : 'issued')
  const [openTask, setOpenTask] = useState<string | null>(null)
  const on = today()
  const list = { on, tools: mayIssue ? <Scopes on={on} scope={scope} onScope={setScope} /> : null, onOpen: ({ taskId }: { readonly taskId: string }) => setOpenTask(taskId) }
  return (
    <>
      {scope === 'proposals' ? <Proposals {...list} /> : <Papers {...list} />}
      <TaskSheet id={openTask} onClose={() => setOpenTask(null)} />
    </>
  )
}

type PaperScope = 'proposals' | 'issued'

interface ScopesProps {
  readonly on: string
  readonly scope: PaperScope
  readonly onScope: (scope: PaperScope) => void
}

/** Which of the two lists is shown, each with how long it is. */
function Scopes({ on, scope, onScope }: ScopesProps): ReactNode {
  const { orpc } = useApi()
  const proposals = useQuery(orpc.supervisions.proposals.queryOptions({ input: { on, limit: 1 } }))
  const issued = useQuery(orpc.supervisions.list.queryOptions({ input: { on, limit: 1 } }))
  const chips = [
    { key: 'proposals', label: paperWords.proposed, count: proposals.data?.total ?? null, isBad: true },
    { key: 'issued', label: paperWords.issued, count: issued.data?.total ?? null },
  ] as const
  return <FilterChips<PaperScope> label={paperWords.chips} chips={chips} value={scope} onChange={onScope} />
}

function Proposals({ on, tools, onOpen }: ListProps): ReactNode {
  const source = useProposals(on)
  const [issuing, setIssuing] = useState<ProposalRow | null>(null)
  const [active, setActive] = useState<ProposalRow | null>(null)
  return (
    <>
      <SheetGrid
        label={paperWords.proposed}
        columns={proposalColumns}
        source={source}
        search={paperWords.search}
        tools={
          <>
            {tools}
            <Button type="primary" disabled={active?.mayIssue !== true} onClick={() => setIssuing(active)}>{paperWords.issue}</Button>
          </>
        }
        onActive={setActive}
        onOpen={onOpen}
        rowActions={(row) => (row.mayIssue ? [{ key: 'issue', label: paperWords.issue, onRun: () => setIssuing(row) }] : [])}
        rowName={({ title }) => title}
        sentence={sentenceOf}
        empty={<Empty title={paperWords.noneProposed} hint={paperWords.noneProposedHint} />}
      />
      {issuing === null ? null : <IssueSupervision task={issuing} onClose={() => setIssuing(null)} />}
    </>
  )
}

function Papers({ on, tools, onOpen }: ListProps): ReactNode {
  const source = usePapers(on)
  return (
    <SheetGrid
      label={paperWords.list}
      columns={paperColumns}
      source={source}
      search={paperWords.search}
      tools={tools}
      onOpen={onOpen}
      rowName={({ docNo, code }) => docNo ?? code}
      sentence={sentenceOf}
      empty={<Empty title={paperWords.none} hint={paperWords.noneHint} />}
    />
  )
}
