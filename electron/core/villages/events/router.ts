import { guarded } from '../../app/guard.ts'
import { correctEvent, withdrawEvents } from './correct.ts'
import { enterEvents, previewEntry } from './enter.ts'
import { pageOfEvents } from './list.ts'
import { rejectEvent, rejectEvents, unverifyEvents, verifyEvent, verifyEvents } from './verify.ts'
import { kindsOn } from './kinds.ts'

export const eventsRouter = {
  list: guarded.events.list.handler(({ input, context: { guard } }) => pageOfEvents(guard, input)),
  kinds: guarded.events.kinds.handler(({ input, context: { guard } }) => kindsOn(guard.read, input.on)),
  preview: guarded.events.preview.handler(({ input, context: { guard } }) => previewEntry(guard, input)),
  enter: guarded.events.enter.handler(({ input, context: { app, guard } }) => enterEvents(app, guard, input)),
  correct: guarded.events.correct.handler(({ input, context: { guard } }) => correctEvent(guard, input)),
  withdraw: guarded.events.withdraw.handler(({ input, context: { guard } }) => withdrawEvents(guard, input)),
  verify: guarded.events.verify.handler(({ input, context: { guard } }) => verifyEvent(guard, input)),
  reject: guarded.events.reject.handler(({ input, context: { guard } }) => rejectEvent(guard, input)),
  verifyMany: guarded.events.verifyMany.handler(({ input, context: { guard } }) => verifyEvents(guard, input)),
  rejectMany: guarded.events.rejectMany.handler(({ input, context: { guard } }) => rejectEvents(guard, input)),
  unverify: guarded.events.unverify.handler(({ input, context: { guard } }) => unverifyEvents(guard, input)),
}
