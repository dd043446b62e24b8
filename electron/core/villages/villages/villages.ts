import { and, asc, eq, ne, type SQL } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import type { VillageKind } from '../../../../shared/domain/villages/villages/codes.ts'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import { grid, publicIssue, serviceEvent, staff, teamMember, tuesdayPlan, village, villageRank } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import { wholeTownship, type Guarded } from '../../app/guard.ts'
import { alreadyThere, codeOf, countRows, nextSeq, nextVersion, requireRow, wrongField } from '../../app/rows.ts'
import { coversDay } from '../../app/standing.ts'
import { faults, named, nouns } from '../../app/vocabulary.ts'
import { requireInService } from '../../people/in-service.ts'

export interface VillageInput {
  readonly name: string
  readonly kind: VillageKind
  readonly households: number | null
  readonly teamLeaderId: string | null
  readonly remark: string | null
}

/** The villages in official order, each with its 团长 and the members of the day. */
export function listVillages(read: Read, on: string) {
  const members = membersWhere(read, coversDay(teamMember.from, teamMember.to, on))
  const byVillage = groupBy(members, ({ villageId }) => villageId)
  return read
    .select({ village, teamLeaderCode: staff.code, teamLeaderName: staff.name })
    .from(village)
    .leftJoin(staff, eq(staff.id, village.teamLeaderId))
    .orderBy(asc(village.seq))
    .all()
    .map(({ village: row, ...leader }) => ({ ...row, ...leader, members: byVillage.get(row.id) ?? [] }))
}

/** Memberships with the names of the people, in order of entry. */
export function membersWhere(read: Read, where: SQL | undefined) {
  return read
    .select({ id: teamMember.id, villageId: teamMember.villageId, staffId: teamMember.staffId, staffCode: staff.code, staffName: staff.name, role: teamMember.role, from: teamMember.from, to: teamMember.to, version: teamMember.version })
    .from(teamMember)
    .innerJoin(staff, eq(staff.id, teamMember.staffId))
    .where(where)
    .orderBy(asc(teamMember.seq))
    .all()
}

export function addVillage(app: App, guard: Guarded, input: VillageInput): { readonly id: string } {
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      requireFreeName(tx, input.name, null)
      requireTeamLeader(tx, input.teamLeaderId, dayInChina(guard.now))
      const seq = nextSeq(tx, village)
      const id = app.environment.newId()
      tx.insert(village).values({ ...input, searchKey: searchKeyOf(input.name), id, seq, code: codeOf('V', seq) }).run()
      return { id }
    },
    audit: ({ id }) => ({ subject: id, detail: input }),
  })
}

export function editVillage(guard: Guarded, input: VillageInput & { readonly id: string; readonly version: number }): { readonly version: number } {
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      const { id, version: seen, ...fields } = input
      const row = villageRow(tx, id)
      requireFreeName(tx, input.name, id)
      if (input.teamLeaderId !== row.teamLeaderId) requireTeamLeader(tx, input.teamLeaderId, dayInChina(guard.now))
      const version = nextVersion(row, seen)
      tx.update(village).set({ ...fields, searchKey: searchKeyOf(fields.name), version }).where(eq(village.id, id)).run()
      return { version }
    },
    audit: () => ({ subject: input.id, detail: input }),
  })
}

/** Takes a village out that nothing names; the audit entry holds what it was. */
export function removeVillage(guard: Guarded, input: { readonly id: string; readonly version: number }): Record<string, never> {
  const before = villageRow(guard.read, input.id)
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      const row = villageRow(tx, input.id)
      nextVersion(row, input.version)
      const what = usersOf(tx, row.id)[0]
      if (what !== undefined) throw new Refusal('village_used', { name: row.name, what })
      tx.delete(village).where(eq(village.id, row.id)).run()
      return {}
    },
    audit: () => ({ subject: input.id, detail: before }),
  })
}

export function villageRow(read: Read, id: string): typeof village.$inferSelect {
  return requireRow(read.select().from(village).where(eq(village.id, id)).get(), nouns.village)
}

/** What names a village already. */
function usersOf(read: Read, id: string): readonly string[] {
  const users = [
    [nouns.teamMember, countRows(read, teamMember, eq(teamMember.villageId, id))],
    [nouns.serviceEvent, countRows(read, serviceEvent, eq(serviceEvent.villageId, id))],
    [nouns.tuesdayPlan, countRows(read, tuesdayPlan, eq(tuesdayPlan.villageId, id))],
    [nouns.villageRank, countRows(read, villageRank, eq(villageRank.villageId, id))],
    [nouns.grid, countRows(read, grid, eq(grid.villageId, id))],
    [nouns.publicIssue, countRows(read, publicIssue, eq(publicIssue.villageId, id))],
  ] as const
  return users.flatMap(([noun, count]) => (count > 0 ? [noun] : []))
}

function requireFreeName(read: Read, name: string, except: string | null): void {
  const isName = eq(village.name, name)
  const other = read.select({ id: village.id }).from(village).where(except === null ? isName : and(isName, ne(village.id, except))).get()
  if (other !== undefined) throw alreadyThere('name', named(nouns.villageName, name))
}

/** 团长 is a 班子成员 who has not left. */
function requireTeamLeader(read: Read, staffId: string | null, today: string): void {
  if (staffId === null) return
  const row = requireRow(read.select().from(staff).where(eq(staff.id, staffId)).get(), nouns.teamLeader)
  if (row.track !== 'leader' && row.track !== 'excluded') throw wrongField('teamLeaderId', faults.notLeader)
  requireInService(read, staffId, today, 'teamLeaderId')
}
