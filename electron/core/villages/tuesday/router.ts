import { guarded } from '../../app/guard.ts'
import { checkIn } from './check-in.ts'
import { editTuesdayCells } from './edit-cells.ts'
import { listTuesday, tuesdayMonth } from './list.ts'
import { addTuesday, proposeFor, removeTuesday } from './plan.ts'

export const tuesdayRouter = {
  month: guarded.tuesday.month.handler(({ input, context: { guard } }) => tuesdayMonth(guard.read, input.month)),
  list: guarded.tuesday.list.handler(({ input, context: { guard } }) => listTuesday(guard, input.date)),
  propose: guarded.tuesday.propose.handler(({ input, context: { guard } }) => proposeFor(guard, input.date)),
  add: guarded.tuesday.add.handler(({ input, context: { app, guard } }) => addTuesday(app, guard, input)),
  editCells: guarded.tuesday.editCells.handler(({ input, context: { guard } }) => editTuesdayCells(guard, input)),
  remove: guarded.tuesday.remove.handler(({ input, context: { guard } }) => removeTuesday(guard, input)),
  checkIn: guarded.tuesday.checkIn.handler(({ input, context: { app, guard } }) => checkIn(app, guard, input)),
}
