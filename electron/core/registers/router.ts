import { eq } from 'drizzle-orm'
import { register, registerRow } from '../../db/schema/index.ts'
import { guarded, type Guarded } from '../app/guard.ts'
import { requireRow } from '../app/rows.ts'
import { nouns } from '../app/vocabulary.ts'
import { requireVisible } from './access.ts'
import { createFromSample, createRegister, defineRegister, setRegisterEnabled } from './define.ts'
import { describeRows, listRegisters } from './describe.ts'
import { addRow, editRegisterCells, removeRows, restoreRows } from './edit.ts'
import { pageOfRows, totalsOf } from './list.ts'
import { proposeRows } from './propose.ts'
import { registerSamples } from './samples.ts'
import { requireRegister, type StoredRegister } from './stored.ts'

export const registersRouter = {
  list: guarded.registers.list.handler(({ input, context: { guard } }) => listRegisters(guard, input.moduleId)),

  rows: guarded.registers.rows.handler(({ input, context: { guard } }) => {
    const stored = visibleRegister(guard, input.registerId)
    const { rows, total } = pageOfRows(guard.read, stored.columns, input, guard.actor.standing.staffId)
    return { rows: describeRows(guard, stored, rows), total }
  }),

  row: guarded.registers.row.handler(({ input, context: { guard } }) => {
    const row = requireRow(guard.read.select().from(registerRow).where(eq(registerRow.id, input.id)).get(), nouns.registerRow)
    const [described] = describeRows(guard, visibleRegister(guard, row.registerId), [row])
    return { ...requireRow(described, nouns.registerRow), registerId: row.registerId }
  }),

  totals: guarded.registers.totals.handler(({ input, context: { guard } }) => {
    const { rows, sums } = totalsOf(guard.read, visibleRegister(guard, input.registerId).columns, input, guard.actor.standing.staffId)
    return { rows, sums: { ...sums } }
  }),

  samples: guarded.registers.samples.handler(({ context: { guard: { read } } }) => {
    const present = new Set(read.select({ code: register.code }).from(register).all().map(({ code }) => code))
    return registerSamples().map(({ code, name, description, module, columns }) => ({ code, name, description, moduleCode: module, columns: columns.map(({ title }) => title), exists: present.has(code) }))
  }),

  create: guarded.registers.create.handler(({ input, context: { app, guard } }) => createRegister(app, guard, input)),
  addFromSample: guarded.registers.addFromSample.handler(({ input, context: { app, guard } }) => createFromSample(app, guard, input)),
  define: guarded.registers.define.handler(({ input, context: { app, guard } }) => defineRegister(app, guard, input)),
  setEnabled: guarded.registers.setEnabled.handler(({ input, context: { guard } }) => setRegisterEnabled(guard, input)),
  add: guarded.registers.add.handler(({ input, context: { app, guard } }) => addRow(app, guard, input)),
  editCells: guarded.registers.editCells.handler(({ input, context: { guard } }) => editRegisterCells(guard, input.registerId, input)),
  remove: guarded.registers.remove.handler(({ input, context: { guard } }) => removeRows(guard, input.ids, input.mode)),
  restore: guarded.registers.restore.handler(({ input, context: { guard } }) => restoreRows(guard, input.ids, input.mode)),
  propose: guarded.registers.propose.handler(({ input, context: { app, guard } }) => proposeRows(app, guard, input.ids, input.mode)),
}

/** Refuses what the caller may not read. */
function visibleRegister({ read, actor, view }: Guarded, id: string): StoredRegister {
  const stored = requireRegister(read, id)
  requireVisible(actor, view, stored.row)
  return stored
}
