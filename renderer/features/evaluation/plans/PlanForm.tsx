import { Button, Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { failureOf } from '../../../api/failure.ts'
import { useNavigation } from '../../../api/place.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { FormErrors } from '../../../ui/FormErrors.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { useDiscard } from '../../module/use-discard.ts'
import type { PlanRow } from '../api-types.ts'
import { AskButton } from '../AskButton.tsx'
import { TabPage } from '../TabFrame.tsx'
import { useCommand } from '../use-command.ts'
import { changedDocument, type ParameterChanges } from './parameter-changes.ts'
import { nameFaults, NewPlan } from './NewPlan.tsx'
import { ParameterTable } from './ParameterTable.tsx'
import { planFaults, type PlanFault } from './plan-faults.ts'
import { withScorers } from './plan-parameters.ts'
import './plans.css'
import { PoolTable } from './PoolTable.tsx'
import { allGroups } from './track-parameters.ts'
import { planStateNames, planWords } from './vocabulary.ts'

export interface PlanFormProps {
  readonly row: PlanRow
  readonly document: unknown
}

const nameField = 'name'

/** The constants of a plan; of a draft they can be changed by whoever edits plans. */
export function PlanForm({ row, document }: PlanFormProps): ReactNode {
  const { client } = useApi()
  const { go } = useNavigation()
  const { capabilities } = useMe()
  const notice = useNotice()
  const { isBusy, run } = useCommand()
  const base = useId()
  const [changes, setChanges] = useState<ParameterChanges>(new Map())
  const [name, setName] = useState(row.name)
  const [faults, setFaults] = useState<readonly PlanFault[]>([])
  const [attempt, setAttempt] = useState(0)
  const [isCopying, setCopying] = useState(false)
  const mayEdit = capabilities.includes('plan.edit') && row.state === 'draft' && !row.inUse
  const groups = allGroups(withScorers(document))
  const count = changes.size + (name === row.name ? 0 : 1)
  const idOf = (field: string) => `${base}-${field}`
  const open = (id: string) => go({ tab: 'evaluation', section: 'plans', id })
  const back = useDiscard(count > 0, () => go({ tab: 'evaluation', section: 'plans' }))

  async function save(): Promise<void> {
    setAttempt((before) => before + 1)
    const changed = changedDocument(document, groups, changes)
    const found = [...nameFaults(nameField, name).map(({ sentence }) => ({ field: nameField, sentence })), ...(changed.kind === 'faults' ? changed.faults : [])]
    setFaults(found)
    if (found.length > 0 || changed.kind === 'faults') return
    try {
      await client.plans.edit({ id: row.id, name, document: changed.document, version: row.version })
      setChanges(new Map())
      setFaults([])
      notice.done(planWords.saved)
    } catch (error) {
      tell(error)
    }
  }

  /** What the data's side refuses, at the fields it is about. */
  function tell(error: unknown): void {
    const failure = failureOf(error)
    setFaults(failure.faults.length > 0 ? planFaults(failure.faults, groups) : [{ field: '', sentence: failure.sentence }])
  }

  async function approve(): Promise<void> {
    setAttempt((before) => before + 1)
    await run(async () => {
      try {
        await client.plans.approve({ id: row.id, version: row.version })
      } catch (error) {
        tell(error)
        return null
      }
      return planWords.approved
    })
  }

  const closed = mayEdit ? null : row.state === 'approved' ? planWords.locked : row.inUse ? planWords.inUse : planWords.readOnly
  return (
    <TabPage
      heading={`${row.name} ${planWords.versionOf(row.planVersion)}`}
      note={
        <>
          <StateTag tone={row.state === 'approved' ? 'good' : 'accent'}>{planStateNames[row.state]}</StateTag>
          {count > 0 ? planWords.unsaved(count) : null}
        </>
      }
      actions={
        <>
          <Button onClick={back}>{planWords.back}</Button>
          {capabilities.includes('plan.edit') ? <Button onClick={() => setCopying(true)}>{planWords.copy}</Button> : null}
          {mayEdit && count > 0 ? (
            <Button
              onClick={() => {
                setChanges(new Map())
                setName(row.name)
                setFaults([])
              }}
            >
              {planWords.discard}
            </Button>
          ) : null}
          {mayEdit ? <Button type="primary" disabled={count === 0} onClick={() => void save()}>{planWords.save}</Button> : null}
          {capabilities.includes('plan.approve') && row.state === 'draft' ? (
            <AskButton label={planWords.approve} question={planWords.approveQuestion(row.name)} consequence={count > 0 ? planWords.approveUnsaved : planWords.approveConsequence} disabled={count > 0} isBusy={isBusy} onConfirm={approve} />
          ) : null}
        </>
      }
      body="scroll"
    >
      <form
        className="plan-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (mayEdit && count > 0) void save()
        }}
      >
        {closed === null ? null : <p className="tab-notice plan-closed">{closed}</p>}
        <FormErrors key={attempt} faults={faults.map(({ field, sentence }) => ({ id: field === '' ? '' : idOf(field), sentence }))} />
        {mayEdit ? (
          <div className="plan-name">
            <FieldRow id={idOf(nameField)} label={planWords.planName} required fault={faults.find(({ field }) => field === nameField)?.sentence}>
              {(field) => <Input {...field} value={name} onChange={({ target }) => setName(target.value)} />}
            </FieldRow>
          </div>
        ) : null}
        <div className="plan-groups">
          {groups.map((group) => (
            <ParameterTable key={group.key} group={group} document={withScorers(document)} changes={changes} faults={faults} idOf={idOf} {...(mayEdit ? { onChange: setChanges } : {})} />
          ))}
          <PoolTable document={document} />
        </div>
        <button type="submit" hidden />
      </form>
      {isCopying ? <NewPlan source={row} onClose={() => setCopying(false)} onMade={open} /> : null}
    </TabPage>
  )
}
