import type { Track } from '../../../../shared/domain/people/codes.ts'
import type { TaskForm } from '../../../../shared/domain/tasks/tasks/codes.ts'
import type { BundleTask } from '../bundle/bundle.ts'
import { diceOf, type Dice } from './dice.ts'
import type { DemoPerson } from './person.ts'
import type { Roster } from './roster.ts'
import type { DemoTables } from './tables.ts'
import { drawOpenCourse, drawPastCourse, drawQuality, stockDay, type Course } from './task-course.ts'
import { drawContent, drawTitle, numberTasks } from './task-wording.ts'
import type { DemoVillage } from './villages.ts'
import { plusDays, workdaysOf, workdayUpTo } from './workdays.ts'

type Draft = Omit<BundleTask, 'code' | 'docNo'>
type Party = BundleTask['parties'][number]

/** Tasks by the range of their due days; of the older ones nearly all are closed. */
const batches = [
  { from: '2026-01-01', to: '2026-03-31', count: 715, closedShare: 0.93 },
  { from: '2026-04-01', to: '2026-06-30', count: 735, closedShare: 0.6 },
  { from: '2026-07-09', to: '2026-08-14', count: 70, closedShare: 0 },
] as const

/** Fewest and most days from issue to due. */
const termOf: Readonly<Record<TaskForm, readonly [number, number]>> = { assignment_order: [8, 38], memo: [10, 28], supervision_order: [4, 10], weekly_list: [4, 7] }

/** How often people of a track are given a task. */
const shareOf: Readonly<Record<Track, number>> = { excluded: 0, leader: 0.5, mid: 1, staff: 1.2, dispatched_head: 0.8, dispatched: 0.9, contract: 0.65, probation: 0.5 }

interface Scene {
  readonly dice: Dice
  readonly roster: Roster
  readonly villages: readonly DemoVillage[]
  readonly tables: DemoTables
  readonly usedTitles: Set<string>
}

function drawDoer(scene: Scene, module: string | null, issuedOn: string, due: string, without: readonly DemoPerson[]): DemoPerson | null {
  const { dice, roster } = scene
  const members = module === null ? roster.scored.filter(({ staff }) => roster.modulesOf(staff.code, issuedOn).length > 0) : roster.membersOf(module, issuedOn)
  const free = members.filter((person) => !without.includes(person) && !roster.isAway(person.staff.code, due) && !roster.isAway(person.staff.code, issuedOn))
  return free.length === 0 ? null : dice.weighted(free, ({ staff, diligence }) => (shareOf[staff.track] * (0.7 + 0.5 * diligence)) / roster.modulesOf(staff.code, issuedOn).length)
}

function hostOf({ staff }: DemoPerson): Party {
  return { staff: staff.code, role: 'host', completedOn: null, reworks: null, quality: null }
}

/** A co-host mostly shares the task's fate; of some the own part was accepted earlier, or judged apart. */
function cohostOf(scene: Scene, { staff, diligence }: DemoPerson, issuedOn: string, course: Course): Party {
  const { dice, tables } = scene
  const party: Party = { staff: staff.code, role: 'cohost', completedOn: null, reworks: null, quality: null }
  if (course.completedOn === null || !dice.chance(0.3)) return party
  const earlier = workdayUpTo(plusDays(course.completedOn, -dice.below(5)), tables.township.holidays)
  return { ...party, completedOn: earlier < issuedOn ? course.completedOn : earlier, reworks: dice.chance(0.5) ? 0 : null, quality: dice.chance(0.6) ? drawQuality(dice, diligence) : null }
}

function drawParties(scene: Scene, module: string, host: DemoPerson, issuedOn: string, due: string, course: Course): readonly Party[] {
  const { dice } = scene
  const doers = [host]
  for (const another of Array.from({ length: dice.weighted([0, 1, 2, 3], (count) => [45, 33, 17, 5][count] ?? 0) }, () => (dice.chance(0.82) ? module : null))) {
    const doer = drawDoer(scene, another, issuedOn, due, doers)
    if (doer !== null) doers.push(doer)
  }
  return [hostOf(host), ...doers.slice(1).map((doer) => cohostOf(scene, doer, issuedOn, course))]
}

function drawTask(scene: Scene, due: string, closedShare: number): Draft | null {
  const { dice, roster, tables } = scene
  const { holidays, modules } = tables.township
  const module = dice.weighted(modules, ({ code }) => roster.membersOf(code, due < stockDay ? due : stockDay).length).code
  const { form, sources } = dice.weighted(tables.taskCommon.forms, ({ weight }) => weight)
  const planned = workdayUpTo(plusDays(due, -dice.between(...termOf[form])), holidays)
  const host = drawDoer(scene, module, planned < stockDay ? planned : stockDay, due, [])
  if (host === null) return null
  const course = due < stockDay ? drawPastCourse(dice, host.diligence, planned, due, closedShare, holidays) : drawOpenCourse(dice, planned)
  return {
    form,
    source: dice.pick(sources),
    title: drawTitle(dice, module, due, scene.villages, scene.usedTitles, tables),
    content: drawContent(dice, module, due, tables),
    weight: form === 'supervision_order' ? dice.between(2, 3) : dice.weighted([1, 2, 3], (weight) => [0, 50, 35, 15][weight] ?? 0),
    module,
    lead: roster.holder(module, dice.chance(0.7) ? 'lead_a' : 'lead_b', due),
    issuedOn: course.state === 'draft' || course.state === 'pending' ? null : planned,
    due,
    ...course,
    parties: drawParties(scene, module, host, planned < stockDay ? planned : stockDay, due, course),
  }
}

/** 任务 of both quarters and those already under way for the third, in the order of issue. */
export function makeTasks(seed: number, roster: Roster, villages: readonly DemoVillage[], tables: DemoTables): readonly BundleTask[] {
  const scene: Scene = { dice: diceOf(seed, 'tasks'), roster, villages, tables, usedTitles: new Set() }
  const drafts = batches.flatMap(({ from, to, count, closedShare }) => {
    const days = workdaysOf(from, to, tables.township.holidays)
    return Array.from({ length: count }, () => drawTask(scene, scene.dice.pick(days), closedShare))
  })
  return numberTasks(drafts.filter((draft) => draft !== null), tables)
}
