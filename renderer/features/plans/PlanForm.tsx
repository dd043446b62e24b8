import { Button, Dropdown, Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useNavigation } from '../../api/place.ts'
import { FieldRow } from '../../ui/FieldRow.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { useLeaveGuard } from '../../frame/use-leave-guard.ts'
import type { PlanRow } from './api-types.ts'
import { AskButton } from '../../frame/AskButton.tsx'
import { momentText } from '../../frame/dates.ts'
import { TabPage } from '../../frame/TabFrame.tsx'
import { useCommand } from '../../frame/use-command.ts'
import { MaximaLine } from './MaximaLine.tsx'
import { nameFaults, NewPlan } from './NewPlan.tsx'
import { everyGroup, placeFaults, type PlanFault } from './plan-check.ts'
import { groupsOfTrack, parameterGroups } from './plan-parameters.ts'
import { comparePlace } from './plan-place.ts'
import { PlanFilterLine } from './PlanFilterLine.tsx'
import { PlanGroups } from './PlanGroups.tsx'
import './plans.css'
import { usePlanDraft } from './use-plan-draft.ts'
import { usePlanModules } from './use-plan-modules.ts'
import { compareWords, planStateNames, planWords } from './vocabulary.ts'

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
  const modules = usePlanModules()
  // The version that is being changed: what another saves meanwhile is not written over, and not mixed in unseen.
  const [held, setHeld] = useState({ version: row.version, name: row.name, document })
  const plan = usePlanDraft(held.document, modules)
  const [name, setName] = useState(row.name)
  const [find, setFind] = useState('')
  const [only, setOnly] = useState(false)
  // What was wrong when it was last sent, or what the host said of it; each stands above until it is right.
  const [said, setSaid] = useState<readonly PlanFault[]>([])
  const [attempt, setAttempt] = useState(0)
  const [isCopying, setCopying] = useState(false)
  const mayEdit = capabilities.includes('plan.edit') && row.state === 'draft' && !row.inUse
  const groups = parameterGroups(plan.seen, modules)
  const count = plan.count + (name === held.name ? 0 : 1)
  const found: readonly PlanFault[] = [...nameFaults(nameField, name).map(({ sentence }) => ({ field: nameField, sentence })), ...plan.faults]
  const isStillWrong = ({ field, sentence }: PlanFault) => found.some((one) => one.field === field && one.sentence === sentence)
  const idOf = (field: string) => `${base}-${field}`
  useLeaveGuard(count > 0)

  // After a save the stored plan is for a moment still the one before it.
  const isBehind = row.version > held.version
  if (isBehind && count === 0) take({ version: row.version, name: row.name, document })

  function take(next: typeof held): void {
    setHeld(next)
    plan.replace(next.document)
    setName(next.name)
    setSaid([])
  }

  async function save(): Promise<void> {
    setAttempt((before) => before + 1)
    setOnly(false)
    setFind('')
    setSaid(found)
    if (found.length > 0) return
    try {
      const { version } = await client.plans.edit({ id: row.id, name, document: plan.document, version: held.version })
      take({ version, name, document: plan.document })
      notice.done(planWords.saved)
    } catch (error) {
      tell(error)
    }
  }

  /** What the data's side refuses, at the fields it is about. */
  function tell(error: unknown): void {
    const failure = failureOf(error)
    setSaid(failure.faults.length > 0 ? placeFaults(failure.faults, everyGroup(plan.draft, modules)) : [{ field: '', sentence: failure.sentence }])
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

  const more = [
    { key: 'compare', label: compareWords.compare, onClick: () => go(comparePlace(row.id)) },
    ...(capabilities.includes('plan.edit') ? [{ key: 'copy', label: planWords.copy, onClick: () => setCopying(true) }] : []),
  ]
  const shownFaults = mayEdit ? said.filter((fault) => isStillWrong(fault) || !said.some(isStillWrong)) : said
  const closed = mayEdit ? null : row.state === 'approved' ? planWords.locked : row.inUse ? planWords.inUse : planWords.readOnly
  return (
    <TabPage
      heading={`${row.name} ${planWords.versionOf(row.planVersion)}`}
      actions={
        <>
          <Button onClick={() => go({ tab: 'evaluation', section: 'plans' })}>{planWords.back}</Button>
          <Dropdown menu={{ items: more }} trigger={['click']}>
            <Button>{planWords.more}</Button>
          </Dropdown>
          {mayEdit && count > 0 ? (
            <Button onClick={() => take({ version: row.version, name: row.name, document })}>{planWords.discard}</Button>
          ) : null}
          {mayEdit ? <Button type="primary" disabled={count === 0} onClick={() => void save()}>{planWords.save}</Button> : null}
          {capabilities.includes('plan.approve') && row.state === 'draft' ? (
            <AskButton label={planWords.approve} question={planWords.approveQuestion(row.name)} consequence={count > 0 ? planWords.approveUnsaved : planWords.approveConsequence} disabled={count > 0} isBusy={isBusy} onConfirm={approve} />
          ) : null}
        </>
      }
      body="scroll"
    >
      <PlanFilterLine document={plan.draft} scope={plan.scope} onScope={plan.setScope} find={find} onFind={setFind} {...(mayEdit ? { changed: { only, onOnly: setOnly } } : {})}>
        <MaximaLine document={plan.seen} />
        <span className="plan-state">
          {count > 0 ? planWords.unsaved(count) : approvalText(row)}
          {mayEdit && found.length > 0 ? <StateTag tone="bad">{planWords.faultCount(found.length)}</StateTag> : null}
          <StateTag tone={row.state === 'approved' ? 'good' : 'accent'}>{planStateNames[row.state]}</StateTag>
        </span>
      </PlanFilterLine>
      <form
        className="plan-form"
        onSubmit={(event) => {
          event.preventDefault()
          // A dialog over the page is a form of its own, and its events come by here too.
          if (event.target === event.currentTarget && mayEdit && count > 0) void save()
        }}
      >
        {closed === null ? null : <p className="tab-notice plan-closed">{closed}</p>}
        {mayEdit && isBehind ? <p className="tab-notice tab-notice-warn plan-closed">{planWords.behind}</p> : null}
        <FormErrors key={attempt} faults={shownFaults.map(({ field, sentence }) => ({ id: field === '' ? '' : idOf(field), sentence }))} />
        {mayEdit && plan.scope === 'all' ? (
          <div className="plan-name">
            <FieldRow id={idOf(nameField)} label={planWords.planName} required fault={found.find(({ field }) => field === nameField)?.sentence}>
              {(field) => <Input {...field} value={name} onChange={({ target }) => setName(target.value)} />}
            </FieldRow>
          </div>
        ) : null}
        <PlanGroups
          groups={plan.scope === 'all' ? groups : groupsOfTrack(groups)}
          seen={plan.seen}
          before={plan.before}
          scope={plan.scope}
          faults={[...plan.faults, ...shownFaults]}
          idOf={idOf}
          find={find}
          onlyChanged={only}
          {...(mayEdit ? { onChange: plan.change } : {})}
        />
        <button type="submit" hidden />
      </form>
      {isCopying ? <NewPlan source={row} onClose={() => setCopying(false)} onMade={(id) => go({ tab: 'evaluation', section: 'plans', id })} /> : null}
    </TabPage>
  )
}

function approvalText({ approvedBy, approvedAt }: PlanRow): ReactNode {
  if (approvedBy === null) return null
  return approvedAt === null ? planWords.approvedOnly(approvedBy) : planWords.approvedOn(approvedBy, momentText(approvedAt))
}
