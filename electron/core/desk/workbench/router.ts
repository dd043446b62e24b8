import { guarded } from '../../app/guard.ts'
import { moduleOverview } from './module-overview.ts'
import { reminders } from './reminders.ts'
import { today } from './today.ts'

export const workbenchRouter = {
  today: guarded.workbench.today.handler(({ context: { guard } }) => today(guard)),
  reminders: guarded.workbench.reminders.handler(({ context: { guard } }) => reminders(guard)),
  module: guarded.workbench.module.handler(({ input, context: { guard } }) => moduleOverview(guard, input.moduleId)),
}
