import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { proposeSummary } from '../../../../shared/domain/evaluation/summaries/self-summary.ts'
import { selfSummary } from '../../../db/schema/index.ts'
import { guarded, type Guarded } from '../../app/guard.ts'
import type { App } from '../../app/app.ts'
import { nextVersion, requireRow } from '../../app/rows.ts'
import { requirePeriodById } from '../../plans/periods.ts'
import { evaluatedPeople, isWriting, listSummaries, ownSummary, requireWriter, stateOf, summaryDue, summaryFacts, writeSummary } from './self-summaries.ts'
import { summaryWords } from '../../plans/vocabulary.ts'

export const summariesRouter = {
  own: guarded.summaries.own.handler(({ input, context: { guard: { read, actor } } }) => {
    const row = requirePeriodById(read, input.periodId)
    const { staffId } = actor.standing
    const due = summaryDue(read, row)
    const person = evaluatedPeople(read, row).find((one) => one.staffId === staffId)
    if (person === undefined) {
      return { isEvaluated: false, state: stateOf(null), text: null, moduleNames: [], submittedOn: null, proposal: '', mayWrite: false, due, version: null }
    }
    const present = ownSummary(read, row, person.staffId)
    return {
      isEvaluated: true,
      state: stateOf(present),
      text: present?.text ?? null,
      moduleNames: [...person.modules.values()],
      submittedOn: present?.submittedOn ?? null,
      proposal: proposeSummary(periodTitle(row.code), summaryFacts(read, row, person.staffId)),
      mayWrite: isWriting(row),
      due,
      version: present?.version ?? null,
    }
  }),

  save: guarded.summaries.save.handler(({ input, context: { app, guard } }) => write(app, guard, input, false)),
  submit: guarded.summaries.submit.handler(({ input, context: { app, guard } }) => write(app, guard, input, true)),

  takeBack: guarded.summaries.takeBack.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: () => ({ staff: ownId(guard) }),
      write(tx) {
        const row = requirePeriodById(tx, input.periodId)
        const present = requireRow(ownSummary(tx, row, requireWriter(tx, row, guard.actor.standing.staffId)) ?? undefined, summaryWords.own)
        if (present.submittedOn === null) throw new Refusal('not_in_state', { state: summaryWords.draft, action: summaryWords.takeBack })
        const version = nextVersion(present, input.version)
        tx.update(selfSummary).set({ submittedOn: null, version }).where(eq(selfSummary.id, present.id)).run()
        return { version }
      },
      audit: () => ({ subject: guard.actor.standing.staffId, detail: { periodId: input.periodId } }),
    }),
  ),

  list: guarded.summaries.list.handler(({ input, context: { guard } }) => listSummaries(guard, requirePeriodById(guard.read, input.periodId))),
}

interface Written {
  readonly periodId: string
  readonly text: string
  readonly version: number | null
}

function write(app: App, guard: Guarded, input: Written, isSubmitted: boolean): { version: number } {
  return guard.mutate({
    about: () => ({ staff: ownId(guard) }),
    write(tx, now) {
      const row = requirePeriodById(tx, input.periodId)
      const staffId = requireWriter(tx, row, guard.actor.standing.staffId)
      return { version: writeSummary({ tx, newId: app.environment.newId, now, staffId }, row, input, isSubmitted) }
    },
    audit: () => ({ subject: guard.actor.standing.staffId, detail: { periodId: input.periodId, isSubmitted, length: input.text.length } }),
  })
}

function ownId({ actor }: Guarded): readonly string[] {
  return actor.standing.staffId === null ? [] : [actor.standing.staffId]
}
