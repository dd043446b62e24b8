import { guarded, wholeTownship } from '../../app/guard.ts'
import { listSources } from './input-sources.ts'
import { requirePeriodById } from '../../plans/periods.ts'

export const inputSourcesRouter = {
  list: guarded.inputSources.list.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    const row = requirePeriodById(guard.read, input.periodId)
    return row.kind === 'quarter' ? listSources(guard.read, row, guard.now) : []
  }),
}
