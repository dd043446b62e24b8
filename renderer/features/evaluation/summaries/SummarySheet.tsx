import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { PaperButton } from '../../papers/pages/PaperButton.tsx'
import './summaries.css'
import { summaryWords } from './vocabulary.ts'

export interface SummarySheetProps {
  readonly periodId: string
  /** Whose it is; null while it is closed. */
  readonly staffId: string | null
  /** Among whom one turns the pages; all that one reads unless given. */
  readonly among?: readonly string[]
  readonly onTurn: (staffId: string) => void
  readonly onClose: () => void
}

/** Somebody's 个人小结, beside the page; with the ones before and behind it. */
export function SummarySheet({ periodId, staffId, among, onTurn, onClose }: SummarySheetProps): ReactNode {
  const { orpc } = useApi()
  const list = useQuery(orpc.summaries.list.queryOptions({ input: { periodId }, enabled: staffId !== null }))
  const people = (list.data?.rows ?? []).filter((row) => among === undefined || among.includes(row.staffId))
  const at = people.findIndex((row) => row.staffId === staffId)
  const shown = people[at]
  const turn = (by: number) => {
    const to = people[at + by]
    return <Button disabled={to === undefined} onClick={() => (to === undefined ? undefined : onTurn(to.staffId))}>{by < 0 ? summaryWords.before : summaryWords.next}</Button>
  }
  return (
    <SideSheet
      open={staffId !== null}
      title={shown === undefined ? summaryWords.title : summaryWords.sheetTitle(shown.name)}
      width={640}
      extra={shown === undefined ? null : <StateTag tone={shown.state === 'submitted' ? 'good' : 'warn'}>{summaryWords.states[shown.state]}</StateTag>}
      footer={
        <>
          {turn(-1)}
          {turn(1)}
          <PaperButton disabled={shown === undefined || shown.text === null} label={summaryWords.print} name={summaryWords.title} load={(client) => client.papers.summaries({ periodId, staffIds: staffId === null ? null : [staffId] })} />
          <Button type="primary" onClick={onClose}>{summaryWords.close}</Button>
        </>
      }
      onClose={onClose}
    >
      <Loaded query={list}>
        {() =>
          shown === undefined ? null : (
            <>
              <div className="summary-pick">
                <Select aria-label={summaryWords.person} value={shown.staffId} style={{ width: 240 }} options={people.map((row) => ({ value: row.staffId, label: `${row.name}（${summaryWords.states[row.state]}）` }))} onChange={onTurn} />
                <span>{shown.moduleNames.join(summaryWords.listJoin)}</span>
              </div>
              <p className="summary-text">{shown.text ?? summaryWords.notYet(summaryWords.states[shown.state])}</p>
            </>
          )
        }
      </Loaded>
    </SideSheet>
  )
}
