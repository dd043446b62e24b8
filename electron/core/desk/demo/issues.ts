import { issueSources, type IssueState } from '../../../../shared/domain/villages/issues/codes.ts'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { publicIssue, publicIssueLog } from '../../../db/schema/index.ts'
import { codeOf } from '../../app/rows.ts'
import type { Dice } from './dice.ts'
import type { DemoWorker, GovernanceScene } from './governance-scene.ts'
import { drawHouseholder } from './names.ts'
import { stockDay } from './task-course.ts'
import { plusDays } from './workdays.ts'

/** Of the first quarter, all done with. */
const earlier = [['closed', 25], ['declined', 3]] as const satisfies readonly (readonly [IssueState, number])[]
const earlierDays = [5, 85] as const
/** How many of each state of the eight weeks before the stock day: 60 in all. */
const howMany = [['recorded', 6], ['dispatched', 7], ['handling', 14], ['resolved', 7], ['closed', 23], ['declined', 3]] as const satisfies readonly (readonly [IssueState, number])[]

interface Entry {
  readonly day: string
  readonly actor: string
  readonly action: string
  readonly from: IssueState | null
  readonly to: IssueState
  readonly note: string | null
}

/** 民情事项 of the first quarter, done with, and those of the eight weeks before the stock day, in all states. */
export function writeIssues(scene: GovernanceScene, first: Dice): void {
  const done = first.shuffled(spread(earlier))
  const earlyDays = done.map(() => plusDays('2026-01-01', first.between(...earlierDays))).sort()
  done.forEach((state, place) => writeIssue({ ...scene, dice: first }, place + 1, state, earlyDays[place] ?? stockDay))
  const { dice } = scene
  const states = dice.shuffled(spread(howMany))
  const days = states.map((state) => plusDays(stockDay, -daysAgo(dice, state))).sort()
  // What waits was reported lately: the later half of the days goes to the states that come first.
  const ordered = [...states].sort((a, b) => rank(b) - rank(a))
  ordered.forEach((state, place) => writeIssue(scene, done.length + place + 1, state, days[place] ?? stockDay))
}

function spread(counts: readonly (readonly [IssueState, number])[]): readonly IssueState[] {
  return counts.flatMap(([state, count]) => Array.from({ length: count }, () => state))
}

function rank(state: IssueState): number {
  return state === 'closed' || state === 'declined' ? 2 : state === 'resolved' || state === 'handling' ? 1 : 0
}

function daysAgo(dice: Dice, state: IssueState): number {
  return rank(state) === 2 ? dice.between(15, 56) : rank(state) === 1 ? dice.between(5, 16) : dice.between(0, 5)
}

function writeIssue({ tx, newId, dice, table, names, villages, workers, withAccount, modules, heads }: GovernanceScene, seq: number, state: IssueState, reportedOn: string): void {
  const matter = table.issues[(seq * 7) % table.issues.length] ?? dice.pick(table.issues)
  const place = dice.pick(villages)
  const recorder = dice.pick(workers.filter(({ name, track, modules: of }) => (track === 'staff' && withAccount.has(name)) || of.includes('govern')))
  const desk = heads.get('govern') ?? recorder
  const head = heads.get(matter.module) ?? desk
  const doers = workers.filter(({ id, track, modules: of }) => of.includes(matter.module) && track === 'staff' && id !== recorder.id)
  const handler = dice.pick(doers)
  const isNamed = dice.chance(0.6)
  const log: Entry[] = [{ day: reportedOn, actor: recorder.name, action: 'record', from: null, to: 'recorded', note: null }]
  let day = reportedOn
  const step = (actor: DemoWorker, action: string, to: IssueState, note: string | null, days: readonly [number, number]) => {
    const next = plusDays(day, dice.between(...days))
    day = next > stockDay ? stockDay : next
    log.push({ day, actor: actor.name, action, from: log.at(-1)?.to ?? null, to, note })
  }
  const due = plusDays(reportedOn, dice.pick([7, 10, 15]))
  const isReworked = state !== 'recorded' && state !== 'dispatched' && state !== 'declined' && dice.chance(0.2)
  if (state === 'declined') step(desk, 'decline', 'declined', dice.pick(table.declineReasons), [1, 2])
  else if (state !== 'recorded') {
    if (dice.chance(0.08)) {
      step(desk, 'dispatch', 'dispatched', null, [0, 1])
      step(head, 'sendBack', 'recorded', table.sendBackReason, [0, 1])
    }
    step(desk, 'dispatch', 'dispatched', dice.chance(0.4) ? dice.pick(table.dispatchNotes) : null, [0, 2])
    if (state !== 'dispatched') step(handler, 'accept', 'handling', null, [0, 1])
    if (isReworked) {
      step(handler, 'resolve', 'resolved', matter.result, [1, 2])
      step(recorder, 'rework', 'handling', dice.pick(table.reworkReasons), [0, 1])
    }
    if (state === 'resolved' || state === 'closed') step(handler, 'resolve', 'resolved', matter.result, [1, 5])
  }
  const resolvedOn = state === 'resolved' || state === 'closed' ? day : null
  const satisfaction = state === 'closed' ? (dice.chance(0.7) ? 'satisfied' : 'basically') : isReworked ? 'unsatisfied' : null
  if (state === 'closed') step(recorder, 'close', 'closed', null, [1, 3])
  const isOut = state !== 'recorded' && state !== 'declined'
  const id = newId()
  tx.insert(publicIssue)
    .values({
      id, seq, code: codeOf('MQ', seq), villageId: place.id, source: dice.weighted(issueSources, (source) => (source === 'visit' ? 6 : source === 'grid' ? 4 : source === 'hotline' ? 3 : source === 'other' ? 1 : 2)),
      title: matter.title, searchKey: searchKeyOf(matter.title), content: matter.content, reporter: drawHouseholder(dice, place.surnames, names), phone: `${dice.pick(names.mobilePrefixes)}${String(dice.between(10_000_000, 99_999_999))}`.slice(0, 11),
      reportedOn, enteredBy: recorder.id, moduleId: isOut ? (modules.get(matter.module) ?? null) : null, handlerId: isOut && (state !== 'dispatched' || isNamed) ? handler.id : null, due: isOut ? due : null, state,
      result: resolvedOn === null ? null : matter.result, resolvedOn, satisfaction, closedOn: state === 'closed' ? day : null, reworks: isReworked ? 1 : 0,
    })
    .run()
  log.forEach((entry, place) => {
    tx.insert(publicIssueLog)
      .values({ id: newId(), seq: seq * 20 + place, issueId: id, at: `${entry.day}T0${String(1 + (place % 8))}:${String(10 + seq % 50)}:00.000Z`, actor: entry.actor, action: entry.action, fromState: entry.from, toState: entry.to, note: entry.note })
      .run()
  })
}
