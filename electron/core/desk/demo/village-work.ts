import { and, asc, eq, inArray, isNull, lt, ne } from 'drizzle-orm'
import { tuesdayThemes, type TeamRole } from '../../../../shared/domain/villages/villages/codes.ts'
import { proposeTuesday } from '../../../../shared/domain/villages/tuesday/propose-tuesday.ts'
import { mondayOf, nextTuesday, tuesdayOfWeek } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import { account, accountRole, meeting, moduleOffice, moduleTable, serviceEvent, staff, teamMember, tuesdayPlan, village } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { nextSeq } from '../../app/rows.ts'
import { teamPlacesOn } from '../../villages/villages/teams.ts'
import { diceOf, type Dice } from './dice.ts'
import { readVillageWorkTable, type VillageWorkTable } from './tables.ts'
import { plusDays, weekdayOf } from './workdays.ts'

/** Where the village work of the demo is written to, and when it is made. */
export interface VillageWork {
  readonly tx: Write
  readonly newId: () => string
  readonly now: string
}

interface Scene extends VillageWork {
  readonly dice: Dice
  readonly table: VillageWorkTable
}

const seed = 2026
/** The last Tuesdays before the demo's summer: who went is in the service records. Those before them are written last. */
const pastTuesdays = ['2026-06-02', '2026-06-09', '2026-06-16', '2026-06-23', '2026-06-30'] as const
/** Those to come, as of the demo's summer. */
const nextTuesdays = ['2026-07-07', '2026-07-14']
const meetingsFrom = '2026-05-04'
const meetingsTo = '2026-07-17'

/**
 * 村社, 周二无会日, 会议 and 服务记录 that wait, as they stand in the demo's summer; and the Tuesday of the week in which the demo is made,
 * so that whoever looks around finds the present week. Nothing verified is added: the results of the demo stay.
 */
export function addVillageWork(work: VillageWork): void {
  const { tx } = work
  const scene: Scene = { ...work, dice: diceOf(seed, 'village-work'), table: readVillageWorkTable() }
  describeVillages(scene)
  giveReasons(scene)
  const present = tuesdayOfWeek(dayInChina(work.now))
  const coming = [...new Set([...nextTuesdays, present, nextTuesday(present)])].filter((day) => !pastTuesdays.some((past) => past === day)).sort()
  for (const date of pastTuesdays) planPast(scene, date)
  for (const date of coming) planComing(scene, date)
  holdMeetings(scene, present)
  enterVisits(scene)
  employClerks(scene, present)
  const earlier = { ...scene, dice: diceOf(seed, 'earlier-tuesdays') }
  for (const date of tuesdaysBefore(tx, pastTuesdays[0])) if (!coming.includes(date)) planPast(earlier, date)
}

/** The Tuesdays of the service records before a day. */
function tuesdaysBefore(tx: Write, day: string): readonly string[] {
  const { date, kind } = serviceEvent
  return tx.selectDistinct({ date }).from(serviceEvent).where(and(eq(kind, 'tuesday'), lt(date, day))).orderBy(asc(date)).all().map((row) => row.date)
}

function describeVillages({ tx, dice, table }: Scene): void {
  for (const { id, name } of tx.select().from(village).orderBy(asc(village.seq)).all()) {
    const kind = name.endsWith('社区') ? 'community' : 'village'
    tx.update(village).set({ kind, households: dice.between(...table.households[kind]) }).where(eq(village.id, id)).run()
  }
  const roleOf = (identity: string): TeamRole => (identity === 'dispatched' ? 'department' : identity === 'support' ? 'expert' : 'cadre')
  for (const { id, identity } of tx.select({ id: teamMember.id, identity: staff.identity }).from(teamMember).innerJoin(staff, eq(staff.id, teamMember.staffId)).all()) {
    tx.update(teamMember).set({ role: roleOf(identity) }).where(eq(teamMember.id, id)).run()
  }
}

/** Why a record was sent back stands in its own place. */
function giveReasons({ tx }: Scene): void {
  tx.update(serviceEvent).set({ rejectReason: serviceEvent.note, note: null }).where(and(eq(serviceEvent.state, 'rejected'), isNull(serviceEvent.rejectReason))).run()
}

/** Those who were in the village by their records have checked in; of the others some were planned and did not come. */
function planPast(scene: Scene, date: string): void {
  const { tx, dice, table } = scene
  const went = tx.select().from(serviceEvent).where(and(eq(serviceEvent.date, date), eq(serviceEvent.kind, 'tuesday'), ne(serviceEvent.state, 'rejected'))).orderBy(asc(serviceEvent.seq)).all()
  const once = [...groupBy(went, ({ staffId, villageId }) => `${staffId} ${villageId}`).values()].flatMap(([first]) => first ?? [])
  for (const { staffId, villageId, note } of once) {
    const minute = String(dice.between(0, 59)).padStart(2, '0')
    writePlan(scene, date, { staff: staffId, village: villageId }, { checkedInAt: `${date}T0${String(dice.between(0, 2))}:${minute}:00.000Z`, result: note ?? dice.pick(table.results) })
  }
  const absent = proposeTuesday(date, teamPlacesOn(tx, date), new Set(once.map(({ staffId }) => staffId)))
  for (const place of absent) if (dice.chance(0.6)) writePlan(scene, date, place, {})
}

function planComing(scene: Scene, date: string): void {
  for (const place of proposeTuesday(date, teamPlacesOn(scene.tx, date), new Set())) if (scene.dice.chance(0.9)) writePlan(scene, date, place, {})
}

function writePlan({ tx, newId, dice, table }: Scene, date: string, place: { readonly staff: string; readonly village: string }, done: { readonly checkedInAt?: string; readonly result?: string }): void {
  const theme = dice.weighted(tuesdayThemes, (one) => (one === 'team' ? 8 : one === 'county_leader' ? 0.3 : 2))
  tx.insert(tuesdayPlan).values({ id: newId(), seq: nextSeq(tx, tuesdayPlan), date, staffId: place.staff, villageId: place.village, theme, content: dice.pick(table.contents[theme]), ...done }).run()
}

/** The regular meetings of the summer and of the present week, an exception on a Tuesday, and one that was called off. */
function holdMeetings({ tx, newId, table }: Scene, present: string): void {
  const modules = tx.select().from(moduleTable).all()
  const principal = tx.select().from(staff).where(eq(staff.track, 'excluded')).orderBy(asc(staff.seq)).get()
  const heads = tx.select().from(moduleOffice).where(and(eq(moduleOffice.office, 'head'), isNull(moduleOffice.to))).all()
  const moduleOf = (code: string) => modules.find((row) => row.code === code)?.id ?? null
  const hold = (row: Omit<typeof meeting.$inferInsert, 'id' | 'seq' | 'moduleId'>, code: string) => {
    const moduleId = moduleOf(code)
    const convenerId = heads.find((office) => office.moduleId === moduleId)?.staffId ?? null
    if (moduleId !== null) tx.insert(meeting).values({ ...row, id: newId(), seq: nextSeq(tx, meeting), moduleId, convenerId }).run()
  }
  const thisWeek = mondayOf(present)
  for (const { module, minutes, every, weekday, ...row } of table.meetings) {
    const days = daysOf(meetingsFrom, meetingsTo, every, weekday)
    for (const date of days) hold({ ...row, date, minutes: date < '2026-07-01' ? minutes : null }, module)
    const now = plusDays(thisWeek, weekday - 1)
    if (!days.includes(now)) hold({ ...row, date: now }, module)
  }
  const { module, reason, ...exception } = table.exception
  if (principal !== undefined) hold({ ...exception, exceptionReason: reason, exceptionBy: principal.id }, module)
  const { module: cancelledBy, reason: cancelledReason, ...cancelled } = table.cancelled
  hold({ ...cancelled, cancelledReason }, cancelledBy)
}

function daysOf(from: string, to: string, every: number, weekday: number): readonly string[] {
  const first = plusDays(from, (weekday - weekdayOf(from) + 7) % 7)
  const days: string[] = []
  for (let day = first; day <= to; day = plusDays(day, every)) days.push(day)
  return days
}

/** Whoever looks around as 经办 and serves in no 组团 has helped in a village too: a visit that waits, a record sent back, a plan for the present Tuesday. */
function employClerks(scene: Scene, present: string): void {
  const { tx, newId, dice, table } = scene
  const serving = new Set(teamPlacesOn(tx, '2026-06-29').map((place) => place.staff))
  const clerks = tx.select({ id: account.staffId }).from(account).innerJoin(accountRole, eq(accountRole.accountId, account.id)).where(eq(accountRole.role, 'clerk')).orderBy(asc(account.seq)).all()
  const [helped] = tx.select().from(village).orderBy(asc(village.seq)).all()
  if (helped === undefined) return
  const known = tx.select({ household: serviceEvent.household }).from(serviceEvent).where(eq(serviceEvent.villageId, helped.id)).all()
  for (const { id: staffId } of clerks) {
    if (staffId === null || serving.has(staffId)) continue
    const [first, ...households] = dice.shuffled([...new Set(known.flatMap(({ household }) => household ?? []))]).slice(0, 6)
    const record = { staffId, villageId: helped.id, kind: 'visit', quantity: '1', note: dice.pick(table.visitNotes) }
    const entryId = newId()
    for (const household of households) tx.insert(serviceEvent).values({ ...record, id: newId(), seq: nextSeq(tx, serviceEvent), date: '2026-06-26', household, state: 'entered', entryId }).run()
    tx.insert(serviceEvent).values({ ...record, id: newId(), seq: nextSeq(tx, serviceEvent), date: '2026-06-24', household: first ?? null, state: 'rejected', verifiedBy: helped.teamLeaderId, rejectReason: table.clerkRejected }).run()
    writePlan(scene, present, { staff: staffId, village: helped.id }, {})
  }
}

/** Visits to several households at once at the end of June, which wait for the 团长. */
function enterVisits({ tx, newId, dice, table }: Scene): void {
  const places = teamPlacesOn(tx, '2026-06-29')
  const clerks = tx.select({ id: staff.id }).from(staff).where(inArray(staff.track, ['staff', 'mid'])).all().map(({ id }) => id)
  const visitors = dice.shuffled(places.filter((place) => clerks.includes(place.staff))).slice(0, 8)
  for (const { staff: staffId, village: villageId } of visitors) {
    const known = tx.select({ household: serviceEvent.household }).from(serviceEvent).where(eq(serviceEvent.villageId, villageId)).all()
    const households = dice.shuffled([...new Set(known.flatMap(({ household }) => household ?? []))]).slice(0, dice.between(4, 10))
    const date = plusDays('2026-06-24', dice.between(0, 5))
    const note = dice.pick(table.visitNotes)
    const entryId = households.length > 1 ? newId() : null
    for (const household of households) tx.insert(serviceEvent).values({ id: newId(), seq: nextSeq(tx, serviceEvent), staffId, villageId, date, kind: 'visit', household, quantity: '1', note, state: 'entered', entryId }).run()
  }
}
