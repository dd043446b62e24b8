import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { today } from '../../api/today.ts'
import { SheetGrid } from '../../grid/SheetGrid.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { FilterChips } from '../module/FilterChips.tsx'
import { listSource } from '../module/list-source.ts'
import { Loaded } from '../module/Loaded.tsx'
import { may } from '../module/may.ts'
import { TaskSheet } from '../tasks/TaskSheet.tsx'
import type { ProposalRow, SupervisionRow } from './api-types.ts'
import { mostRows, OnlyFirst } from './OnlyFirst.tsx'
import { IssueSupervision } from './IssueSupervision.tsx'
import { paperColumns, proposalColumns } from './paper-columns.tsx'
import { paperWords } from './vocabulary.ts'

type Scope = 'proposals' | 'issued'

/** 督办单: what the lights propose, to be issued by a person, and what has been issued. */
export function PapersPart(): ReactNode {
  const { orpc } = useApi()
  const mayIssue = may(useMe(), 'task.supervise')
  const on = today()
  const proposals = useQuery(orpc.supervisions.proposals.queryOptions({ input: { on, limit: mostRows }, enabled: mayIssue }))
  const issued = useQuery(orpc.supervisions.list.queryOptions({ input: { on, limit: mostRows } }))
  const [scope, setScope] = useState<Scope>(mayIssue ? 'proposals' : 'issued')
  const [openTask, setOpenTask] = useState<string | null>(null)
  const [issuing, setIssuing] = useState<ProposalRow | null>(null)
  const [active, setActive] = useState<ProposalRow | null>(null)
  const chips = mayIssue ? (
    <FilterChips
      label={paperWords.chips}
      chips={[
        { key: 'proposals', label: paperWords.proposed, count: proposals.data?.total ?? null, isBad: true },
        { key: 'issued', label: paperWords.issued, count: issued.data?.total ?? null },
      ]}
      value={scope}
      onChange={setScope}
    />
  ) : undefined
  return (
    <>
      {scope === 'proposals' ? (
        <Loaded query={proposals}>
          {({ rows, total }) => (
            <>
              <OnlyFirst total={total} />
              <SheetGrid<ProposalRow>
                key="proposals"
                label={paperWords.proposed}
                columns={proposalColumns}
                source={listSource({ rows, columns: proposalColumns, key: ({ taskId }) => taskId, revision: proposals.dataUpdatedAt })}
                search={paperWords.search}
                tools={
                  <>
                    {chips}
                    <Button type="primary" disabled={active?.mayIssue !== true} onClick={() => setIssuing(active)}>{paperWords.issue}</Button>
                  </>
                }
                onActive={setActive}
                onOpen={({ taskId }) => setOpenTask(taskId)}
                rowActions={(row) => (row.mayIssue ? [{ key: 'issue', label: paperWords.issue, onRun: () => setIssuing(row) }] : [])}
                rowName={({ title }) => title}
                sentence={sentenceOf}
                empty={<Empty title={paperWords.noneProposed} hint={paperWords.noneProposedHint} />}
              />
            </>
          )}
        </Loaded>
      ) : (
        <Loaded query={issued}>
          {({ rows, total }) => (
            <>
              <OnlyFirst total={total} />
              <SheetGrid<SupervisionRow>
                key="issued"
                label={paperWords.list}
                columns={paperColumns}
                source={listSource({ rows, columns: paperColumns, key: ({ id }) => id, revision: issued.dataUpdatedAt })}
                search={paperWords.search}
                {...(chips === undefined ? {} : { tools: chips })}
                onOpen={({ taskId }) => setOpenTask(taskId)}
                rowName={({ docNo, code }) => docNo ?? code}
                sentence={sentenceOf}
                empty={<Empty title={paperWords.none} hint={paperWords.noneHint} />}
              />
            </>
          )}
        </Loaded>
      )}
      <TaskSheet id={openTask} onClose={() => setOpenTask(null)} />
      {issuing === null ? null : <IssueSupervision task={issuing} onClose={() => setIssuing(null)} />}
    </>
  )
}
