import { Button, Input, Table } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../api/api.ts'
import { useNavigation } from '../../api/place.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { FieldRow } from '../../ui/FieldRow.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { FormDialog } from '../../frame/FormDialog.tsx'
import type { PlanRow } from './api-types.ts'
import { momentText, periodTitle } from '../../frame/dates.ts'
import { TabPage } from '../../frame/TabFrame.tsx'
import { useCommand } from '../../frame/use-command.ts'
import { nameFaults, NewPlan } from './NewPlan.tsx'
import { comparePlace } from './plan-place.ts'
import './plans.css'
import { compareWords, planStateNames, planWords } from './vocabulary.ts'
import { moduleWords } from '../../frame/vocabulary.ts'

export interface PlanListProps {
  readonly plans: readonly PlanRow[]
}

/** Every plan, what uses it, and what can be done with it. */
export function PlanList({ plans }: PlanListProps): ReactNode {
  const { client } = useApi()
  const { go } = useNavigation()
  const notice = useNotice()
  const { run } = useCommand()
  const mayEdit = useMe().capabilities.includes('plan.edit')
  const [isCreating, setCreating] = useState(false)
  const [copying, setCopying] = useState<PlanRow | null>(null)
  const [renaming, setRenaming] = useState<PlanRow | null>(null)
  const open = (id: string) => go({ tab: 'evaluation', section: 'plans', id })

  async function remove({ id, code, name, version }: PlanRow): Promise<void> {
    await run(async () => {
      const { document } = await client.plans.get({ id })
      await client.plans.remove({ id, version })
      notice.done(planWords.removed(name), () => {
        void run(async () => {
          await client.plans.draft({ code, name, document })
          return planWords.restored
        })
      })
      return null
    })
  }

  function commandsOf(row: PlanRow): ReactNode {
    const isDraft = row.state === 'draft' && !row.inUse
    const consequence = row.periods.length > 0 ? planWords.removeUsed(row.periods.map(periodTitle).join(planWords.listJoin)) : planWords.removeConsequence
    return (
      <span className="plan-list-commands">
        {mayEdit && isDraft ? <ConfirmButton label={planWords.remove} question={planWords.removeQuestion(row.name)} consequence={consequence} danger size="small" onConfirm={() => remove(row)} /> : null}
        {mayEdit && isDraft ? <Button size="small" onClick={() => setRenaming(row)}>{planWords.rename}</Button> : null}
        {mayEdit ? <Button size="small" onClick={() => setCopying(row)}>{planWords.copyConfirm}</Button> : null}
        <Button size="small" onClick={() => open(row.id)}>{planWords.open}</Button>
      </span>
    )
  }

  return (
    <TabPage
      body="scroll"
      actions={
        <>
          {plans.length < 2 ? null : <Button onClick={() => go(comparePlace())}>{compareWords.title}</Button>}
          {mayEdit ? <Button type="primary" onClick={() => setCreating(true)}>{planWords.create}</Button> : null}
        </>
      }
    >
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
            { title: planWords.approvedBy, dataIndex: 'approvedBy', render: (_, row) => approval(row) },
            { title: planWords.periods, dataIndex: 'periods', render: (codes: string[]) => (codes.length === 0 ? planWords.none : codes.map(periodTitle).join(planWords.listJoin)) },
            { title: <span className="ui-unseen">{moduleWords.commands}</span>, key: 'open', align: 'right', render: (_, row) => commandsOf(row) },
          ]}
        />
      )}
      {isCreating ? <NewPlan onClose={() => setCreating(false)} onMade={open} /> : null}
      {copying === null ? null : <NewPlan source={copying} onClose={() => setCopying(null)} onMade={open} />}
      {renaming === null ? null : <RenamePlan row={renaming} onClose={() => setRenaming(null)} />}
    </TabPage>
  )
}

function approval({ approvedBy, approvedAt }: PlanRow): string {
  if (approvedBy === null) return planWords.none
  return approvedAt === null ? approvedBy : planWords.approvedWith(approvedBy, momentText(approvedAt))
}

function RenamePlan({ row, onClose }: { readonly row: PlanRow; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const id = useId()
  const [name, setName] = useState(row.name)
  return (
    <FormDialog
      title={planWords.renameTitle}
      confirm={planWords.rename}
      width={560}
      onClose={onClose}
      onSubmit={async () => {
        const faults = nameFaults(id, name)
        if (faults.length > 0) return faults
        await client.plans.rename({ id: row.id, name, version: row.version })
        notice.done(planWords.renamed)
        return []
      }}
    >
      <FieldRow id={id} label={planWords.planName} required>
        {(field) => <Input {...field} value={name} onChange={({ target }) => setName(target.value)} />}
      </FieldRow>
    </FormDialog>
  )
}
