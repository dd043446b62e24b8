import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../api/api.ts'
import { useNavigation } from '../../api/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { Loaded } from '../../frame/Loaded.tsx'
import type { PlanRow } from './api-types.ts'
import { TabPage } from '../../frame/TabFrame.tsx'
import { compareLines, planLines, type ComparedLine } from './plan-lines.ts'
import { comparePlace } from './plan-place.ts'
import './plans.css'
import { usePlanModules } from './use-plan-modules.ts'
import { compareWords, editWords, planStateNames, planWords } from './vocabulary.ts'

export interface ComparePageProps {
  readonly plans: readonly PlanRow[]
  readonly left: string | null
  readonly right: string | null
}

function titleOf({ name, planVersion, state }: PlanRow): string {
  return compareWords.planOf(name, planVersion, planStateNames[state])
}

/** Two plans side by side, constant by constant. */
export function ComparePage({ plans, left, right }: ComparePageProps): ReactNode {
  const { go } = useNavigation()
  const [all, setAll] = useState(false)
  const first = plans.find(({ id }) => id === left) ?? plans[0]
  // What one most often wants to know is what is otherwise than what was approved.
  const others = plans.filter(({ id }) => id !== first?.id)
  const second = plans.find(({ id }) => id === right) ?? others.findLast(({ state }) => state === 'approved') ?? others.at(-1)
  const back = <Button onClick={() => go({ tab: 'evaluation', section: 'plans' })}>{planWords.back}</Button>
  if (first === undefined || second === undefined) {
    return (
      <TabPage heading={compareWords.title} actions={back} body="scroll">
        <Empty title={compareWords.needTwo} hint={compareWords.needTwoHint} />
      </TabPage>
    )
  }
  const options = plans.map((row) => ({ value: row.id, label: titleOf(row) }))
  return (
    <TabPage heading={compareWords.title} actions={back} body="scroll">
      <div className="evaluation-line plan-line">
        <Select size="small" className="compare-plan" aria-label={compareWords.left} value={first.id} options={options} onChange={(id) => go(comparePlace(id, second.id))} />
        {compareWords.with}
        <Select size="small" className="compare-plan" aria-label={compareWords.right} value={second.id} options={options} onChange={(id) => go(comparePlace(first.id, id))} />
        <Segmented<boolean> size="small" aria-label={compareWords.shown} value={all} options={[{ value: false, label: compareWords.onlyDifferent }, { value: true, label: compareWords.all }]} onChange={setAll} />
      </div>
      <Compared key={`${first.id}-${second.id}`} left={first} right={second} all={all} />
    </TabPage>
  )
}

function Compared({ left, right, all }: { readonly left: PlanRow; readonly right: PlanRow; readonly all: boolean }): ReactNode {
  const { orpc } = useApi()
  const modules = usePlanModules()
  const one = useQuery(orpc.plans.get.queryOptions({ input: { id: left.id } }))
  const other = useQuery(orpc.plans.get.queryOptions({ input: { id: right.id } }))
  return (
    <Loaded query={one}>
      {(first) => (
        <Loaded query={other}>
          {(second) => {
            const lines = compareLines(planLines(first.document, modules), planLines(second.document, modules))
            const different = lines.filter(({ isDifferent }) => isDifferent)
            return (
              <>
                <p className="compare-count" role="status">{compareWords.count(different.length)}</p>
                <LineTable lines={all ? lines : different} left={titleOf(left)} right={titleOf(right)} />
              </>
            )
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

/** What stands where a plan does not have a line: of a track the base holds. */
function absent({ key }: ComparedLine): string {
  return key.startsWith('quarter.tracks.') ? editWords.restore : compareWords.none
}

function LineTable({ lines, left, right }: { readonly lines: readonly ComparedLine[]; readonly left: string; readonly right: string }): ReactNode {
  if (lines.length === 0) return null
  const groups = [...Map.groupBy(lines, ({ group }) => group)]
  return (
    <table className="compare-table">
      <thead>
        <tr>
          <th scope="col">{compareWords.parameter}</th>
          <th scope="col">{left}</th>
          <th scope="col">{right}</th>
          <th scope="col"><span className="ui-unseen">{compareWords.different}</span></th>
        </tr>
      </thead>
      {groups.map(([group, own]) => (
        <tbody key={group}>
          <tr className="compare-group">
            <th scope="colgroup" colSpan={4}>{group}</th>
          </tr>
          {own.map((line) => (
            <tr key={line.key} className={line.isDifferent ? 'compare-different' : undefined}>
              <th scope="row">{line.label}</th>
              <td>{line.left ?? absent(line)}</td>
              <td>{line.right ?? absent(line)}</td>
              <td>{line.isDifferent ? <StateTag tone="warn">{compareWords.different}</StateTag> : null}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
