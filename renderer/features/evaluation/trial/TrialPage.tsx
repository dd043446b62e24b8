import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useId, useMemo, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { useLeaveGuard } from '../../../frame/use-leave-guard.ts'
import type { TrialBase, TrialRow } from '../../plans/api-types.ts'
import { BasisNote } from '../BasisNote.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { useCommand } from '../../../frame/use-command.ts'
import { MaximaLine } from '../../plans/MaximaLine.tsx'
import type { GroupKey } from '../../plans/parameter.ts'
import { groupsOfTrack, parameterGroups } from '../../plans/plan-parameters.ts'
import { PlanFilterLine } from '../../plans/PlanFilterLine.tsx'
import { PlanGroups } from '../../plans/PlanGroups.tsx'
import '../../plans/plans.css'
import { usePlanDraft } from '../../plans/use-plan-draft.ts'
import { usePlanModules } from '../../plans/use-plan-modules.ts'
import { seenIn } from '../../plans/plan-scope.ts'
import { compareWords, planStateNames } from '../../plans/vocabulary.ts'
import { withLinkedMaxima } from './linked-maxima.ts'
import { PersonTrial } from './PersonTrial.tsx'
import { PoolCounts } from './PoolCounts.tsx'
import { SaveTrial } from './SaveTrial.tsx'
import { isMoved, movesText } from './trial-rows.ts'
import { trialColumns } from './trial-columns.tsx'
import './trial.css'
import { useTrial } from './use-trial.ts'
import { trialPageWords as words } from './vocabulary.ts'

export interface TrialPageProps {
  readonly code: string
  readonly base: TrialBase
}

/** What people discuss: weights, caps, lines, quotas. */
const discussed: readonly GroupKey[] = ['dimensions', 'module', 'quarter', 'head', 'result', 'service', 'groups', 'honours', 'deduct', 'missing']

/** A copy of the period's plan on the left, what it would give on the right. */
export function TrialPage({ code, base }: TrialPageProps): ReactNode {
  const { client, orpc } = useApi()
  const mayEdit = useMe().capabilities.includes('plan.edit')
  const { run } = useCommand()
  const id = useId()
  const modules = usePlanModules()
  const plan = usePlanDraft(base.document, modules)
  const [saved, setSaved] = useState<unknown>(null)
  const plans = useQuery(orpc.plans.list.queryOptions())
  const [isLinked, setLinked] = useState(true)
  const [onlyMoved, setOnlyMoved] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [find, setFind] = useState('')
  const [asked, setAsked] = useState<TrialRow | null>(null)
  const { answer, isRunning, error } = useTrial(code, plan.document, plan.faults.length === 0)
  const rows = useMemo(() => (answer?.people ?? []).filter((row) => !onlyMoved || isMoved(row)), [answer, onlyMoved])
  const columns = useMemo(() => trialColumns(answer?.people ?? []), [answer])
  const groups = parameterGroups(plan.seen, modules)
  const change = (make: (seen: unknown) => unknown) => plan.change((seen) => (isLinked ? withLinkedMaxima(seen, make(seen), seenIn(plan.start, plan.scope)) : make(seen)))
  const idOf = (place: string) => (field: string) => `${id}-${place}-${field}`
  const shared = { seen: plan.seen, before: plan.before, scope: plan.scope, faults: plan.faults, onChange: change }

  useLeaveGuard(plan.count > 0 && plan.draft !== plan.start && plan.draft !== saved)

  /** The parameters beside the results are those of everybody. */
  function closeAll(): void {
    setShowsAll(false)
    plan.setScope('all')
  }

  const load = (planId: string) =>
    void run(async () => {
      plan.replace((await client.plans.get({ id: planId })).document)
      return null
    })

  return (
    <TabPage
      heading={periodTitle(code)}
      actions={
        <>
          {plan.count === 0 ? null : <Button onClick={() => plan.replace(base.document)}>{words.reset}</Button>}
          {mayEdit ? <Button type="primary" disabled={plan.count === 0 || plan.faults.length > 0} onClick={() => setSaving(true)}>{words.save}</Button> : null}
        </>
      }
    >
      <div className="trial">
        <section className="trial-left" aria-label={words.params} tabIndex={0}>
          <div className="trial-tools">
            <Select<string> size="small" aria-label={words.load} placeholder={words.load} className="trial-load" value={null} options={(plans.data ?? []).map(({ id: value, name, planVersion, state }) => ({ value, label: compareWords.planOf(name, planVersion, planStateNames[state]) }))} onChange={load} />
            <Button size="small" onClick={() => setShowsAll(true)}>{words.allParameters}</Button>
            <Checkbox checked={isLinked} title={words.linkedHint} onChange={({ target }) => setLinked(target.checked)}>{words.linked}</Checkbox>
          </div>
          <MaximaLine document={plan.seen} />
          <PlanGroups groups={groups.filter(({ key }) => discussed.includes(key)).toSorted((a, b) => discussed.indexOf(a.key) - discussed.indexOf(b.key))} idOf={idOf('few')} {...shared} />
        </section>
        <section className="trial-right" aria-label={words.result}>
          <div className="trial-said">
            <p role="status">{error !== null ? sentenceOf(error) : plan.faults.length > 0 ? words.wrong(plan.faults.length) : isRunning ? words.running : movesText(answer?.people ?? [])}</p>
            <span className="trial-basis">
              {words.changes(plan.count)}
              <BasisNote {...base} />
            </span>
          </div>
          {answer === undefined ? (
            error === null ? <Loading lines={8} /> : null
          ) : (
            <>
              <PoolCounts pools={answer.pools} />
              <SheetGrid<TrialRow>
                label={words.result}
                columns={columns}
                source={listSource({ rows, columns, key: ({ staffId }) => staffId, revision: rows, scope: code, name: ({ staffName }) => staffName })}
                search={words.search}
                initial={{ sort: [{ field: 'rankAfter', descending: false }] }}
                onOpen={setAsked}
                rowName={({ staffName }) => staffName}
                sentence={sentenceOf}
                empty={<Empty title={words.nobody} hint={words.nobodyHint} />}
                tools={<Checkbox checked={onlyMoved} onChange={({ target }) => setOnlyMoved(target.checked)}>{words.onlyMoved}</Checkbox>}
              />
            </>
          )}
        </section>
      </div>
      <SideSheet open={showsAll} title={words.allTitle} width={1120} onClose={closeAll}>
        <PlanFilterLine document={plan.draft} scope={plan.scope} onScope={plan.setScope} find={find} onFind={setFind}>
          <MaximaLine document={plan.seen} />
        </PlanFilterLine>
        <PlanGroups groups={plan.scope === 'all' ? groups : groupsOfTrack(groups)} idOf={idOf('all')} find={find} {...shared} />
      </SideSheet>
      <PersonTrial row={asked} onClose={() => setAsked(null)} />
      {isSaving ? <SaveTrial code={base.planCode} planName={base.planName} document={plan.document} onSaved={() => setSaved(plan.draft)} onClose={() => setSaving(false)} /> : null}
    </TabPage>
  )
}
