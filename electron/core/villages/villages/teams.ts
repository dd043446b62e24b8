import { and, asc, count, eq, gt, gte, inArray, isNull, lt, lte, ne, or } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { TeamRole } from '../../../../shared/domain/villages/villages/codes.ts'
import { quarterOf } from '../../../../shared/domain/villages/villages/quarter-of.ts'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import { period, serviceEvent, staff, teamMember, village, villageRank } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { wholeTownship, type Guarded } from '../../app/guard.ts'
import { nextSeq, nextVersion, requireOrder, requireRow } from '../../app/rows.ts'
import { acts, fields, nouns } from '../../app/vocabulary.ts'
import { requireRangeOpen } from '../../plans/periods.ts'
import { requireInService } from '../../people/in-service.ts'
import { listVillages, membersWhere, villageRow } from './villages.ts'

const counted = ['visit', 'tuesday', 'issue'] as const

/** The villages with their 组团, what was done there in the quarter, and their place. */
export function listTeams(read: Read, { on, periodId }: { readonly on: string; readonly periodId: string | null }) {
  const row = periodId === null ? null : requireRow(read.select().from(period).where(eq(period.id, periodId)).get(), nouns.period)
  const quarter = row ?? quarterOf(on)
  const done = read
    .select({ villageId: serviceEvent.villageId, kind: serviceEvent.kind, records: count() })
    .from(serviceEvent)
    .where(and(gte(serviceEvent.date, quarter.start), lte(serviceEvent.date, quarter.end), eq(serviceEvent.state, 'verified'), inArray(serviceEvent.kind, [...counted])))
    .groupBy(serviceEvent.villageId, serviceEvent.kind)
    .all()
  const ranks = new Map(row === null ? [] : read.select().from(villageRank).where(eq(villageRank.periodId, row.id)).all().map(({ villageId, rank }) => [villageId, rank]))
  const notOnTheDay = or(gt(teamMember.from, on), lt(teamMember.to, on))
  const others = groupBy(membersWhere(read, and(notOnTheDay, lte(teamMember.from, quarter.end), or(isNull(teamMember.to), gte(teamMember.to, quarter.start)))), ({ villageId }) => villageId)
  return listVillages(read, on).map((team) => {
    const countOf = (kind: (typeof counted)[number]) => done.find(({ villageId, kind: other }) => villageId === team.id && other === kind)?.records ?? 0
    return { ...team, others: others.get(team.id) ?? [], counts: { visit: countOf('visit'), tuesday: countOf('tuesday'), issue: countOf('issue') }, rank: ranks.get(team.id) ?? null, isRankRecorded: ranks.has(team.id) }
  })
}

/** Whoever serves in a 组团 on a day, in official order of the villages: its members, and its 团长 where he is none. */
export function teamPlacesOn(read: Read, on: string): readonly { readonly staff: string; readonly village: string }[] {
  return listVillages(read, on).flatMap(({ id, teamLeaderId, members }) => {
    const served = members.map(({ staffId }) => staffId)
    const all = teamLeaderId === null || served.includes(teamLeaderId) ? served : [teamLeaderId, ...served]
    return all.map((staffId) => ({ staff: staffId, village: id }))
  })
}

export interface MemberInput {
  readonly villageId: string
  readonly staffId: string
  readonly role: TeamRole
  readonly from: string
  readonly to: string | null
}

export function addMember(app: App, guard: Guarded, input: MemberInput): { readonly id: string } {
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      requireOrder(input.from, input.to, fields.teamRange)
      villageRow(tx, input.villageId)
      requireInService(tx, input.staffId, input.from, 'staffId')
      requireFree(tx, input, null)
      const id = app.environment.newId()
      tx.insert(teamMember).values({ ...input, id, seq: nextSeq(tx, teamMember) }).run()
      return { id }
    },
    audit: ({ id }) => ({ subject: id, detail: input }),
  })
}

/** Sets the last day of a membership. */
export function endMember(guard: Guarded, input: { readonly id: string; readonly to: string; readonly version: number }): Record<string, never> {
  return guard.mutate({
    about: wholeTownship,
    write(tx) {
      const row = memberRow(tx, input.id)
      requireOrder(row.from, input.to, fields.teamRange)
      const version = nextVersion(row, input.version)
      requireFree(tx, { ...row, to: input.to }, row.id)
      tx.update(teamMember).set({ to: input.to, version }).where(eq(teamMember.id, row.id)).run()
      return {}
    },
    audit: () => ({ subject: input.id, detail: { to: input.to } }),
  })
}

/** Takes out a membership that was entered by mistake, as if it had never been; the audit entry holds what it was. */
export function removeMember(guard: Guarded, input: { readonly id: string; readonly version: number }): Record<string, never> {
  const before = memberRow(guard.read, input.id)
  return guard.mutate({
    about: (read) => ({ staff: [memberRow(read, input.id).staffId] }),
    write(tx) {
      const row = memberRow(tx, input.id)
      nextVersion(row, input.version)
      requireRangeOpen(tx, row, acts.removeMember)
      tx.delete(teamMember).where(eq(teamMember.id, row.id)).run()
      return {}
    },
    audit: () => ({ subject: input.id, detail: before }),
  })
}

function memberRow(read: Read, id: string): typeof teamMember.$inferSelect {
  return requireRow(read.select().from(teamMember).where(eq(teamMember.id, id)).get(), nouns.teamMember)
}

/** Nobody serves twice in one 组团 on one day: his share of its result would double. */
function requireFree(read: Read, { villageId, staffId, from, to }: Omit<MemberInput, 'role'>, except: string | null): void {
  const other = read
    .select({ from: teamMember.from, to: teamMember.to, name: staff.name, village: village.name })
    .from(teamMember)
    .innerJoin(staff, eq(staff.id, teamMember.staffId))
    .innerJoin(village, eq(village.id, teamMember.villageId))
    .where(
      and(
        eq(teamMember.villageId, villageId),
        eq(teamMember.staffId, staffId),
        except === null ? undefined : ne(teamMember.id, except),
        to === null ? undefined : lte(teamMember.from, to),
        or(isNull(teamMember.to), gte(teamMember.to, from)),
      ),
    )
    .orderBy(asc(teamMember.seq))
    .get()
  if (other !== undefined) throw new Refusal('member_overlaps', { ...other, to: other.to ?? fields.openEnd })
}
