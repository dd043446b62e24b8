import { and, asc, eq, gte, inArray, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { searchKeyOf } from '../../../shared/domain/search/search-key.ts'
import { period, serviceEvent, staff, teamMember, village, villageRank } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { requireOpenForInput } from '../evaluation/periods.ts'
import { dayInChina } from '../app/environment.ts'
import { guarded, wholeTownship, type Guarded, type View } from '../app/guard.ts'
import { codeOf, countRows, nextSeq, nextVersion, requireOrder, requireReason, requireRow } from '../app/rows.ts'
import { coversDay } from '../app/standing.ts'
import { modulesConcerned, staffOfModules } from '../people/assignments.ts'
import { acts, faults, fields, named, nouns } from '../app/vocabulary.ts'

export const villagesRouter = {
  list: guarded.villages.list.handler(({ input, context: { guard } }) => {
    const members = guard.read
      .select({ id: teamMember.id, villageId: teamMember.villageId, staffId: teamMember.staffId, staffName: staff.name, from: teamMember.from, to: teamMember.to })
      .from(teamMember)
      .innerJoin(staff, eq(staff.id, teamMember.staffId))
      .where(coversDay(teamMember.from, teamMember.to, input.on))
      .orderBy(asc(teamMember.seq))
      .all()
    return guard.read.select().from(village).orderBy(asc(village.seq)).all().map((row) => ({ ...row, members: members.filter(({ villageId }) => villageId === row.id) }))
  }),

  add: guarded.villages.add.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireFreeVillageName(tx, input.name, null)
        requireTeamLeader(tx, input.teamLeaderId)
        const seq = nextSeq(tx, village)
        const id = app.environment.newId()
        tx.insert(village).values({ ...input, searchKey: searchKeyOf(input.name), id, seq, code: codeOf('V', seq) }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  edit: guarded.villages.edit.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const { id, version: seen, ...fields } = input
        const row = requireRow(tx.select().from(village).where(eq(village.id, id)).get(), nouns.village)
        requireFreeVillageName(tx, input.name, id)
        requireTeamLeader(tx, input.teamLeaderId)
        const version = nextVersion(row, seen)
        tx.update(village).set({ ...fields, searchKey: searchKeyOf(fields.name), version }).where(eq(village.id, id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: input }),
    }),
  ),

  addMember: guarded.villages.addMember.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireOrder(input.from, input.to, fields.teamRange)
        requireRow(tx.select().from(village).where(eq(village.id, input.villageId)).get(), nouns.village)
        requireRow(tx.select().from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person)
        const id = app.environment.newId()
        tx.insert(teamMember).values({ ...input, id, seq: nextSeq(tx, teamMember) }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  endMember: guarded.villages.endMember.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireRow(tx.select().from(teamMember).where(eq(teamMember.id, input.id)).get(), nouns.teamMember)
        requireOrder(row.from, input.to, fields.teamRange)
        tx.update(teamMember).set({ to: input.to, version: nextVersion(row, input.version) }).where(eq(teamMember.id, row.id)).run()
        return {}
      },
      audit: () => ({ subject: input.id, detail: { to: input.to } }),
    }),
  ),

  ranks: guarded.villages.ranks.handler(({ input, context: { guard: { read } } }) => {
    const row = requireRow(read.select().from(period).where(eq(period.id, input.periodId)).get(), nouns.period)
    return read
      .select({ villageId: village.id, code: village.code, name: village.name, rank: villageRank.rank, recorded: villageRank.periodId })
      .from(village)
      .leftJoin(villageRank, and(eq(villageRank.villageId, village.id), eq(villageRank.periodId, row.id)))
      .orderBy(asc(village.seq))
      .all()
      .map(({ recorded, ...of }) => ({ ...of, isRecorded: recorded !== null }))
  }),

  setRanks: guarded.villages.setRanks.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireOpenForInput(requireRow(tx.select().from(period).where(eq(period.id, input.periodId)).get(), nouns.period), acts.enterRank)
        const seen = new Set<string>()
        for (const { villageId, rank } of input.ranks) {
          const { name } = requireRow(tx.select({ name: village.name }).from(village).where(eq(village.id, villageId)).get(), nouns.village)
          if (seen.has(villageId)) throw new Refusal('duplicate', { what: named(nouns.village, name) })
          seen.add(villageId)
          if (rank === undefined) tx.delete(villageRank).where(and(eq(villageRank.villageId, villageId), eq(villageRank.periodId, input.periodId))).run()
          else writeRank(tx, { villageId, periodId: input.periodId, rank })
        }
        return {}
      },
      audit: () => ({ subject: input.periodId, detail: { ranks: input.ranks } }),
    }),
  ),

  setRank: guarded.villages.setRank.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireOpenForInput(requireRow(tx.select().from(period).where(eq(period.id, input.periodId)).get(), nouns.period), acts.enterRank)
        requireRow(tx.select().from(village).where(eq(village.id, input.villageId)).get(), nouns.village)
        writeRank(tx, input)
        return {}
      },
      audit: () => ({ subject: input.villageId, detail: input }),
    }),
  ),
}

export const eventsRouter = {
  list: guarded.events.list.handler(({ input, context: { guard } }) => {
    const { read, view } = guard
    const conditions = [gte(serviceEvent.date, input.from), lte(serviceEvent.date, input.to), visibleEvents(read, view, dayInChina(guard.now))]
    if (input.villageId !== undefined) conditions.push(eq(serviceEvent.villageId, input.villageId))
    if (input.staffId !== undefined) conditions.push(eq(serviceEvent.staffId, input.staffId))
    if (input.state !== undefined) conditions.push(eq(serviceEvent.state, input.state))
    const where = and(...conditions)
    const rows = read
      .select({ event: serviceEvent, staffName: staff.name, villageName: village.name })
      .from(serviceEvent)
      .innerJoin(staff, eq(staff.id, serviceEvent.staffId))
      .innerJoin(village, eq(village.id, serviceEvent.villageId))
      .where(where)
      .orderBy(asc(serviceEvent.seq))
      .limit(input.limit)
      .offset(input.offset)
      .all()
    return { rows: rows.map(({ event, ...names }) => ({ ...event, ...names })), total: countRows(read, serviceEvent, where) }
  }),

  enter: guarded.events.enter.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => ({ staff: [input.staffId], modules: modulesConcerned(read, input.staffId, dayInChina(guard.now)), teams: [input.villageId] }),
      write(tx) {
        requireRow(tx.select().from(village).where(eq(village.id, input.villageId)).get(), nouns.village)
        requireRow(tx.select().from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person)
        const id = app.environment.newId()
        tx.insert(serviceEvent).values({ ...input, id, seq: nextSeq(tx, serviceEvent), state: 'entered' }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  verify: guarded.events.verify.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => aboutEvent(read, input.id, guard),
      write(tx) {
        const row = requireRow(tx.select().from(serviceEvent).where(eq(serviceEvent.id, input.id)).get(), nouns.serviceEvent)
        if (row.state !== 'entered') throw new Refusal('not_in_state', { state: row.state === 'verified' ? fields.verified : fields.rejected, action: acts.verifyEvent })
        const version = nextVersion(row, input.version)
        tx.update(serviceEvent).set({ state: 'verified', verifiedBy: guard.actor.standing.staffId, version }).where(eq(serviceEvent.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: {} }),
    }),
  ),

  reject: guarded.events.reject.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => aboutEvent(read, input.id, guard),
      write(tx) {
        requireReason(input.reason, acts.reject)
        const row = requireRow(tx.select().from(serviceEvent).where(eq(serviceEvent.id, input.id)).get(), nouns.serviceEvent)
        if (row.state === 'rejected') throw new Refusal('not_in_state', { state: fields.rejected, action: acts.reject })
        const version = nextVersion(row, input.version)
        tx.update(serviceEvent).set({ state: 'rejected', version }).where(eq(serviceEvent.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { reason: input.reason } }),
    }),
  ),
}

function aboutEvent(read: Read, id: string, guard: Guarded) {
  const row = requireRow(read.select().from(serviceEvent).where(eq(serviceEvent.id, id)).get(), nouns.serviceEvent)
  return { staff: [row.staffId], modules: modulesConcerned(read, row.staffId, dayInChina(guard.now)), teams: [row.villageId] }
}

function writeRank(tx: Write, given: typeof villageRank.$inferInsert): void {
  tx.insert(villageRank)
    .values(given)
    .onConflictDoUpdate({ target: [villageRank.villageId, villageRank.periodId], set: { rank: given.rank ?? null, version: sql`${villageRank.version} + 1` } })
    .run()
}

function requireFreeVillageName(read: Read, name: string, except: string | null): void {
  const isName = eq(village.name, name)
  const other = read.select({ id: village.id }).from(village).where(except === null ? isName : and(isName, ne(village.id, except))).get()
  if (other !== undefined) throw new Refusal('duplicate', { what: named(nouns.village, name) })
}

/** 团长 is a 班子成员. */
function requireTeamLeader(read: Read, staffId: string | null): void {
  if (staffId === null) return
  const row = requireRow(read.select().from(staff).where(eq(staff.id, staffId)).get(), nouns.teamLeader)
  if (row.track !== 'leader' && row.track !== 'excluded') throw new Refusal('invalid_input', { field: nouns.teamLeader, reason: faults.notLeader })
}

function visibleEvents(read: Read, view: View, day: string): SQL | undefined {
  if (view.kind === 'all') return undefined
  const own = view.staffId === null ? sql`0` : eq(serviceEvent.staffId, view.staffId)
  const team = view.staffId === null ? sql`0` : inArray(serviceEvent.villageId, read.select({ id: village.id }).from(village).where(eq(village.teamLeaderId, view.staffId)))
  return or(own, team, inArray(serviceEvent.staffId, staffOfModules(read, view.modules, day)))
}
