import { proposeCycle } from '../../../../shared/domain/plans/cycle-plan.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { holidaysOf } from '../../township/calendar/holidays.ts'
import { editSteps, listSteps } from '../computing/period-steps.ts'
import { requirePeriodById } from '../../plans/periods.ts'

export const periodStepsRouter = {
  list: guarded.periodSteps.list.handler(({ input, context: { guard } }) => listSteps(guard.read, requirePeriodById(guard.read, input.periodId), guard.now)),

  propose: guarded.periodSteps.propose.handler(({ input, context: { guard: { read } } }) => {
    const { steps, known } = proposeCycle(requirePeriodById(read, input.periodId), holidaysOf(read))
    return { steps: [...steps], known }
  }),

  edit: guarded.periodSteps.edit.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx, now) {
        editSteps(tx, now, input)
        return {}
      },
      audit: () => ({ subject: input.periodId, detail: { steps: input.steps } }),
    }),
  ),
}
