import { z } from 'zod'
import { eventStates } from '../domain/villages/codes.ts'
import { command, day, decimal, id, name, note, pageOf, paging, query, rowVersion } from './procedure.ts'
import { faults } from './vocabulary.ts'

const villageRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  teamLeaderId: id.nullable(),
  members: z.array(z.object({ id, staffId: id, staffName: z.string(), from: day, to: day.nullable() })),
  version: rowVersion,
})

const eventRow = z.object({
  id,
  staffId: id,
  staffName: z.string(),
  villageId: id,
  villageName: z.string(),
  date: day,
  kind: z.string(),
  household: z.string().nullable(),
  quantity: z.string(),
  note: z.string().nullable(),
  state: z.enum(eventStates),
  version: rowVersion,
})

const rank = z.int().min(1, faults.fromOne)

export const villages = {
  list: query('register.enter', ['village', 'staff']).input(z.object({ on: day })).output(z.array(villageRow)),
  add: command('village.edit', { changes: ['village'], errors: ['duplicate', 'invalid_input'] })
    .input(z.object({ name, teamLeaderId: id.nullable() }))
    .output(z.object({ id })),
  edit: command('village.edit', { changes: ['village'], errors: ['duplicate'] })
    .input(z.object({ id, name, teamLeaderId: id.nullable(), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  addMember: command('village.edit', { changes: ['village'], errors: ['dates_backwards'] })
    .input(z.object({ villageId: id, staffId: id, from: day, to: day.nullable() }))
    .output(z.object({ id })),
  endMember: command('village.edit', { changes: ['village'], errors: ['dates_backwards'] })
    .input(z.object({ id, to: day, version: rowVersion }))
    .output(z.object({})),
  /** Every village with its place in a period; `isRecorded` with a null rank says that it is not ranked. */
  ranks: query('register.enter', ['village'])
    .input(z.object({ periodId: id }))
    .output(z.array(z.object({ villageId: id, code: z.string(), name: z.string(), isRecorded: z.boolean(), rank: z.int().nullable() }))),
  /** Many at once, all or none. A null rank says that the village is not ranked, none at all that nothing is entered after all. */
  setRanks: command('village.rank', { changes: ['village'], errors: ['period_not_open', 'duplicate'] })
    .input(z.object({ periodId: id, ranks: z.array(z.object({ villageId: id, rank: rank.nullable().optional() })).min(1, faults.empty) }))
    .output(z.object({})),
  setRank: command('village.rank', { changes: ['village'], errors: ['period_not_open'] })
    .input(z.object({ villageId: id, periodId: id, rank: rank.nullable() }))
    .output(z.object({})),
}

export const events = {
  list: query('register.enter', ['event', 'village', 'staff'])
    .input(paging.extend({ from: day, to: day, villageId: id.optional(), staffId: id.optional(), state: z.enum(eventStates).optional() }))
    .output(pageOf(eventRow)),
  enter: command('event.enter', { changes: ['event'] })
    .input(z.object({ staffId: id, villageId: id, date: day, kind: z.string().min(1), household: name.nullable(), quantity: decimal, note: note.nullable() }))
    .output(z.object({ id })),
  verify: command('event.verify', { changes: ['event'], errors: ['not_in_state'], notAboutSelf: true })
    .input(z.object({ id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  reject: command('event.verify', { changes: ['event'], errors: ['not_in_state', 'reason_required'], notAboutSelf: true })
    .input(z.object({ id, reason: z.string().trim(), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
}
