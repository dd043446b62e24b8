import { Button, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { useNavigation } from '../../../api/place.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { PlanRow } from '../api-types.ts'
import { periodTitle } from '../dates.ts'
import { TabPage } from '../TabFrame.tsx'
import { tabWords } from '../vocabulary.ts'
import { NewPlan } from './NewPlan.tsx'
import './plans.css'
import { planStateNames, planWords } from './vocabulary.ts'

export interface PlanListProps {
  readonly plans: readonly PlanRow[]
}

export function PlanList({ plans }: PlanListProps): ReactNode {
  const { go } = useNavigation()
  const mayEdit = useMe().capabilities.includes('plan.edit')
  const [isCreating, setCreating] = useState(false)
  const open = (id: string) => go({ tab: 'evaluation', section: 'plans', id })
  const create = mayEdit ? <Button type="primary" onClick={() => setCreating(true)}>{planWords.create}</Button> : null
  return (
    <TabPage body="scroll" actions={create}>
      {plans.length === 0 ? (
        <Empty title={planWords.empty} hint={planWords.emptyHint} />
      ) : (
        <Table
          className="list-table plan-list"
          size="small"
          pagination={false}
          rowKey="id"
          dataSource={[...plans]}
          onRow={({ id }) => ({ onDoubleClick: () => open(id) })}
          columns={[
            { title: planWords.name, dataIndex: 'name' },
            { title: planWords.planVersion, dataIndex: 'planVersion', render: (version: number) => planWords.versionOf(version) },
            { title: planWords.state, dataIndex: 'state', render: (state: PlanRow['state']) => <StateTag tone={state === 'approved' ? 'good' : 'accent'}>{planStateNames[state]}</StateTag> },
            { title: planWords.approvedBy, dataIndex: 'approvedBy', render: (name: string | null) => name ?? planWords.none },
            { title: planWords.periods, dataIndex: 'periods', render: (codes: string[]) => (codes.length === 0 ? planWords.none : codes.map(periodTitle).join(planWords.listJoin)) },
            { title: <span className="ui-unseen">{tabWords.commands}</span>, key: 'open', align: 'right', render: (_, { id }) => <Button size="small" onClick={() => open(id)}>{planWords.open}</Button> },
          ]}
        />
      )}
      {isCreating ? <NewPlan onClose={() => setCreating(false)} onMade={open} /> : null}
    </TabPage>
  )
}
