import { z } from 'zod'
import { teamRoles, villageKinds } from '../../domain/villages/villages/codes.ts'
import { command, day, id, name, note, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const member = z.object({ id, staffId: id, staffCode: z.string(), staffName: z.string(), role: z.enum(teamRoles), from: day, to: day.nullable(), version: rowVersion })

const villageRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(villageKinds),
  households: z.int().nullable(),
  remark: z.string().nullable(),
  teamLeaderId: id.nullable(),
  teamLeaderCode: z.string().nullable(),
  teamLeaderName: z.string().nullable(),
  /** Those of the day, in official order. */
  members: z.array(member),
  version: rowVersion,
})

/** 本季走访, 周二到村, 民情办结: records of the quarter that are verified. */
const serviceCounts = z.object({ visit: z.int(), tuesday: z.int(), issue: z.int() })

const rank = z.int().min(1, faults.fromOne)

const villageFields = z.object({
  name,
  kind: z.enum(villageKinds).default('village'),
  households: z.int(faults.whole).min(0, faults.negative).max(99_999, faults.tooMuch(99_999)).nullable().default(null),
  teamLeaderId: id.nullable(),
  remark: note.nullable().default(null),
})

export const villages = {
  list: query('register.enter', ['village', 'staff']).input(z.object({ on: day })).output(z.array(villageRow)),
  /** The villages with what was done there and who else served there in a quarter: the given one, or without it that of the day; ranks only of a given one. */
  teams: query('register.enter', ['village', 'staff', 'event', 'period'])
    .input(z.object({ on: day, periodId: id.nullable() }))
    .output(z.array(villageRow.extend({ others: z.array(member), counts: serviceCounts, rank: z.int().nullable(), isRankRecorded: z.boolean() }))),
  add: command('village.edit', { changes: ['village'], errors: ['duplicate', 'invalid_input'] }).input(villageFields).output(z.object({ id })),
  edit: command('village.edit', { changes: ['village'], errors: ['duplicate'] })
    .input(villageFields.extend({ id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Only of a village that nothing names: no member, record, plan, rank, grid, 民情. */
  remove: command('village.edit', { changes: ['village'], errors: ['village_used'] }).input(z.object({ id, version: rowVersion })).output(z.object({})),
  addMember: command('village.edit', { changes: ['village'], errors: ['dates_backwards', 'member_overlaps'] })
    .input(z.object({ villageId: id, staffId: id, role: z.enum(teamRoles).default('cadre'), from: day, to: day.nullable() }))
    .output(z.object({ id })),
  endMember: command('village.edit', { changes: ['village'], errors: ['dates_backwards', 'member_overlaps'] })
    .input(z.object({ id, to: day, version: rowVersion }))
    .output(z.object({})),
  /** Takes out what was entered by mistake, as if it had never been; not of a frozen quarter. The audit log keeps it. */
  removeMember: command('village.edit', { changes: ['village'], errors: ['period_not_open'], notAboutSelf: true }).input(z.object({ id, version: rowVersion })).output(z.object({})),
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
