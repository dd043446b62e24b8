import { groupBy } from '../../../../shared/lib/group-by.ts'
import type { BundleEvent } from '../bundle/bundle.ts'
import { diceOf, type Dice } from './dice.ts'
import { drawHouseholder } from './names.ts'
import type { DemoPerson } from './person.ts'
import { covers, type Roster } from './roster.ts'
import type { DemoTables } from './tables.ts'
import type { DemoVillage, TeamMember } from './villages.ts'
import { villageTuesdays, workdaysOf } from './workdays.ts'

type Kind = 'tuesday' | 'visit' | 'issue' | 'mediation' | 'grid'

/** Needed to write one person's events. */
interface Scene {
  readonly dice: Dice
  readonly roster: Roster
  readonly tables: DemoTables
  readonly rows: readonly TeamMember[]
  readonly leaderOf: ReadonlyMap<string, string | null>
  readonly households: ReadonlyMap<string, readonly string[]>
}

/** Names of householders, or the number of the household where people enter numbers. */
function householdsOf(seed: number, villages: readonly DemoVillage[], tables: DemoTables): ReadonlyMap<string, readonly string[]> {
  const dice = diceOf(seed, 'households')
  return new Map(
    villages.map(({ code }, position) => {
      const surnames = tables.villages.villages[position]?.surnames ?? []
      return [code, Array.from({ length: dice.between(45, 80) }, (_, index) => (dice.chance(0.75) ? drawHouseholder(dice, surnames, tables.names) : `${code}-${String(index + 1).padStart(3, '0')}`))]
    }),
  )
}

/** The team leader verifies; his own records a 党政正职. */
function verifierOf(scene: Scene, staff: string, village: string): string | null {
  const leader = scene.leaderOf.get(village) ?? null
  return leader !== null && leader !== staff ? leader : (scene.roster.principals[0]?.staff.code ?? null)
}

/** How the record went: mostly verified; careless people see more of theirs rejected. */
function judged(scene: Scene, person: DemoPerson, event: Omit<BundleEvent, 'state' | 'verifiedBy'>): BundleEvent {
  const { dice, tables } = scene
  const state = dice.chance(0.09 - 0.07 * person.diligence) ? 'rejected' : dice.chance(0.025) ? 'entered' : 'verified'
  const note = state === 'rejected' ? dice.pick(tables.villages.rejectedNotes) : event.note
  return { ...event, note, state, verifiedBy: state === 'entered' ? null : verifierOf(scene, event.staff, event.village) }
}

function draft(scene: Scene, person: DemoPerson, kind: Kind, date: string): BundleEvent | null {
  const { dice, roster, tables } = scene
  const rows = scene.rows.filter((row) => covers(row, date))
  if (rows.length === 0 || roster.isAway(person.staff.code, date)) return null
  const { village } = dice.pick(rows)
  const joint = kind === 'visit' && dice.chance(0.06)
  const named = (kind === 'visit' || kind === 'issue') && !joint
  return judged(scene, person, {
    staff: person.staff.code,
    village,
    date,
    kind,
    household: named ? dice.pick(scene.households.get(village) ?? []) : null,
    quantity: joint ? String(dice.between(2, 4)) : '1',
    note: joint ? tables.villages.jointVisitNote : dice.pick(tables.villages.eventNotes[kind]),
  })
}

const keyOf = ({ village, date, kind, household }: BundleEvent): string => `${village} ${date} ${kind} ${household ?? ''}`

/** One person's quarter; nothing twice, except a record entered again by mistake. */
function eventsOf(scene: Scene, person: DemoPerson, from: string, to: string): readonly BundleEvent[] {
  const { dice, tables } = scene
  const { holidays } = tables.township
  const { diligence } = person
  const counts: readonly (readonly [Kind, number])[] = [
    ['visit', Math.round(1 + 14 * diligence + 4 * dice.fraction())],
    ['issue', Math.round(7 * diligence * dice.fraction() + diligence)],
    ['mediation', Math.round(2.6 * diligence * dice.fraction())],
    ['grid', Math.round(4 * diligence * dice.fraction() + diligence)],
  ]
  const workdays = workdaysOf(from, to, holidays)
  const tuesdays = villageTuesdays(from, to, holidays).filter(() => dice.chance(0.95 - 0.75 * (1 - diligence) ** 2))
  const drafts = [...tuesdays.map((day) => draft(scene, person, 'tuesday', day)), ...counts.flatMap(([kind, count]) => Array.from({ length: count }, () => draft(scene, person, kind, dice.pick(workdays))))]
  const once = new Map(drafts.filter((event) => event !== null).map((event) => [keyOf(event), event]))
  return [...once.values()].flatMap((event) => (dice.chance(0.012) ? [event, { ...event, note: tables.villages.duplicateNote }] : [event]))
}

/** 服务记录 of the quarters, by date. */
export function makeServiceEvents(
  seed: number,
  roster: Roster,
  villages: readonly DemoVillage[],
  members: readonly TeamMember[],
  quarters: readonly { readonly start: string; readonly end: string }[],
  tables: DemoTables,
): readonly BundleEvent[] {
  const dice = diceOf(seed, 'events')
  const leaderOf = new Map(villages.map(({ code, teamLeader }) => [code, teamLeader]))
  const households = householdsOf(seed, villages, tables)
  const rowsOf = groupBy(members, ({ staff }) => staff)
  return quarters
    .flatMap(({ start, end }) =>
      roster.scored.flatMap((person) => eventsOf({ dice, roster, tables, rows: rowsOf.get(person.staff.code) ?? [], leaderOf, households }, person, start, end)),
    )
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
}
