import { Refusal } from '../../../../shared/contract/refusal.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { trialDoubts, tryPlan, type TrialPoolSide, type TrialSide } from '../../../../shared/domain/evaluation/trial/trial.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { hundredthsToText } from '../../app/rows.ts'
import { namesByCode } from '../computing/names-by-code.ts'
import { periodInputs } from '../computing/period-inputs.ts'
import { planDocumentOf, planOf } from '../../plans/periods.ts'
import { parsePlanDocument, refuseDoubts } from '../../plans/stored-plan.ts'

export const trialRouter = {
  base: guarded.trial.base.handler(({ input: { code }, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    const { row, basis, frozenAt, withoutBallots, input } = periodInputs(guard.read, code)
    const { id, code: planCode, name, planVersion } = planOf(guard.read, row)
    return { basis, frozenAt, withoutBallots, people: input.staff.length, planId: id, planCode, planName: name, planVersion, document: planDocumentOf(guard.read, row) }
  }),

  run: guarded.trial.run.handler(({ input: { code, document: sent }, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    const { row, input } = periodInputs(guard.read, code)
    const document = parsePlanDocument(sent)
    refuseDoubts(trialDoubts(planDocumentOf(guard.read, row), document))
    const tried = tryPlan(input, document.quarter)
    if (tried.kind === 'refused') throw new Refusal('trial_refused', { period: periodTitle(row.code), count: tried.issues.length, first: tried.issues[0]?.message ?? '' }, tried.issues)
    const names = namesByCode(guard.read)
    const { people, pools } = tried.trial
    return {
      people: people.map(({ staff, name, track, primaryModule, before, after, causes }) => ({
        staffId: names.staff.get(staff)?.id ?? '',
        staffName: name,
        moduleName: names.module.get(primaryModule)?.name ?? primaryModule,
        track,
        before: withText(before),
        after: withText(after),
        causes: causes.map(({ cause, delta }) => ({ cause, delta: hundredthsToText(delta) })),
      })),
      pools: pools.map(({ pool, before, after }) => ({ pool, before: copyOf(before), after: copyOf(after) })),
    }
  }),
}

function withText({ total, ...side }: TrialSide) {
  return { ...side, total: hundredthsToText(total) }
}

function copyOf(side: TrialPoolSide | null) {
  return side === null ? null : { ...side, grades: { ...side.grades } }
}
