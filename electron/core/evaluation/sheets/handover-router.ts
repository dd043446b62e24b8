import { guarded } from '../../app/guard.ts'
import { listHandover, writeNotes, writeNotesByProxy } from './handover.ts'
import { requirePeriodById } from '../../plans/periods.ts'

export const handoverRouter = {
  notes: guarded.handover.notes.handler(({ input, context: { guard } }) => listHandover(guard, requirePeriodById(guard.read, input.periodId))),
  write: guarded.handover.write.handler(({ input, context: { app, guard } }) => writeNotes(guard, input, app.environment.newId)),
  writeByProxy: guarded.handover.writeByProxy.handler(({ input, context: { app, guard } }) => writeNotesByProxy(guard, input, app.environment.newId)),
}
