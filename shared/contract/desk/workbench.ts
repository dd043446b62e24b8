import { z } from 'zod'
import { periodStages, sheetKinds, sheetStates } from '../../domain/plans/cycle.ts'
import { appealMatters } from '../../domain/evaluation/appeals/appeal-rules.ts'
import { rulingKinds } from '../../domain/evaluation/rulings/rulings.ts'
import { identities } from '../../domain/people/codes.ts'
import { pointStates } from '../../domain/plans/points/codes.ts'
import { taskStates } from '../../domain/tasks/tasks/codes.ts'
import { lights } from '../../domain/tasks/tasks/light.ts'
import { waitedSteps } from '../../domain/tasks/tasks/waiting.ts'
import { groupMeetingsDue } from '../tasks/groups.ts'
import { issuesOfToday } from '../villages/issues.ts'
import { tuesdayThemes } from '../../domain/villages/villages/codes.ts'
import { pointKinds } from '../plans/points.ts'
import { day, id, ownSession, query, rowVersion } from '../procedure.ts'

const taskBrief = z.object({ id, code: z.string(), title: z.string(), moduleId: id, moduleName: z.string(), state: z.enum(taskStates), light: z.enum(lights), due: day, hosts: z.array(z.string()) })

const lightCounts = z.object({ red: z.int(), yellow: z.int(), green: z.int(), grey: z.int() })

const supervisionLines = z.object({ total: z.int(), rows: z.array(z.object({ id, taskId: id, title: z.string(), due: day })) })
const eventBriefs = z.object({ total: z.int(), rows: z.array(z.object({ id, staffName: z.string(), villageName: z.string(), date: day, kind: z.string(), rejectReason: z.string().nullable() })) })

const today = z.object({
  /** Today in China, by the clock of the host. */
  on: day,
  /** Unfinished tasks of which the caller is a party: counts, and the 20 due first, red ones in front. */
  own: z.object({ counts: lightCounts, total: z.int(), rows: z.array(taskBrief) }),
  /** Tasks whose next step is the caller's, per step in the order of the flow, with the 10 due first. Steps nobody waits for are left out. */
  waiting: z.array(z.object({ step: z.enum(waitedSteps), count: z.int(), rows: z.array(taskBrief) })),
  /** The caller's own sheets of periods that are being scored. */
  sheets: z.array(z.object({ id, kind: z.enum(sheetKinds), periodId: id, periodCode: z.string(), moduleId: id.nullable(), moduleName: z.string().nullable(), state: z.enum(sheetStates), people: z.int(), unscored: z.int() })),
  /** 互评 that are open and in which the caller has still to vote, on how many colleagues. */
  ballots: z.array(z.object({ periodId: id, periodCode: z.string(), colleagues: z.int() })),
  /** Points to verify (`declared`) or to approve (`verified`), never the caller's own; at most 20 rows. */
  points: z.object({ total: z.int(), rows: z.array(z.object({ kind: z.enum(pointKinds), id, staffName: z.string(), what: z.string(), matter: z.string().nullable(), state: z.enum(pointStates) })) }),
  /** 延期 and 督办 that wait for the caller, at most 10 rows of each; `proposals` is how many 督办单 the lights propose. */
  supervision: z.object({ extensions: supervisionLines, replies: supervisionLines, settlements: supervisionLines, proposals: z.int() }),
  issues: issuesOfToday,
  /** 裁定 to decide (党政正职) and 申诉 to answer (督考 and 党政正职), at most 10 rows of each. */
  rulings: z.object({
    rulings: z.object({ total: z.int(), rows: z.array(z.object({ id, code: z.string(), kind: z.enum(rulingKinds), periodCode: z.string(), staffName: z.string().nullable(), proposedOn: day })) }),
    appeals: z.object({ total: z.int(), rows: z.array(z.object({ id, code: z.string(), matter: z.enum(appealMatters), periodCode: z.string(), staffName: z.string(), answerDue: day, isLate: z.boolean() })) }),
  }),
  /** Service records to verify, never the caller's own; the 20 oldest. */
  events: eventBriefs,
  /** Service records sent back to the caller, with the reason; the 20 latest. */
  returned: eventBriefs,
  /** The Tuesday of this week: how many go to the villages, the first 20 of them with the caller in front, and his own plans that he may still check in for. */
  tuesday: z.object({
    date: day,
    planned: z.int(),
    checkedIn: z.int(),
    rows: z.array(z.object({ id, date: day, staffId: id, staffName: z.string(), villageName: z.string(), theme: z.enum(tuesdayThemes), checkedIn: z.boolean(), version: rowVersion })),
    toCheckIn: z.array(z.object({ id, date: day, villageName: z.string(), theme: z.enum(tuesdayThemes), version: rowVersion })),
  }),
  /** The meetings of today that are not cancelled, by time. */
  meetings: z.array(z.object({ id, title: z.string(), time: z.string().nullable(), place: z.string().nullable(), moduleName: z.string(), convenerName: z.string().nullable() })),
  groups: groupMeetingsDue,
  /** Stages of periods that are late, or planned to end within two working days: one's own, for 督考 all. */
  cycle: z.array(z.object({ periodId: id, periodCode: z.string(), stage: z.enum(periodStages), plannedTo: day, daysLate: z.int(), ownerName: z.string().nullable(), isOwner: z.boolean() })),
  /** The caller's own 个人小结 that are to be written and not handed in yet. */
  summaries: z.array(z.object({ periodId: id, periodCode: z.string(), due: day.nullable() })),
  /** The caller's results that are in 公示, with the last day on which he may appeal. */
  published: z.array(z.object({ periodId: id, periodCode: z.string(), until: day })),
  /** The last 10 steps of the last 7 days on tasks in the caller's view, newest first. */
  /** When the caller logged in before, and how many steps others took since; null for the first time. */
  lastLook: z.object({ at: z.string(), changes: z.int() }).nullable(),
  changes: z.array(z.object({ at: z.string(), actor: z.string(), action: z.string(), toState: z.enum(taskStates), taskId: id, taskCode: z.string(), title: z.string(), moduleId: id })),
})

const overview = z.object({
  on: day,
  /** Every state, also those without a task, in the order of the flow. */
  byState: z.array(z.object({ state: z.enum(taskStates), count: z.int() })),
  /** Of the unfinished tasks. */
  byLight: lightCounts,
  overdue: z.int(),
  /** The last 12 months, oldest first, months without one included: tasks finished in the month, and how many of them by their due day. */
  onTime: z.array(z.object({ month: z.string(), finished: z.int(), onTime: z.int() })),
  /** Open tasks per party, most first. */
  workload: z.array(z.object({ staffId: id, staffName: z.string(), open: z.int(), red: z.int(), yellow: z.int() })),
  /** The 10 longest overdue, with whole days past due. */
  longestOverdue: z.array(taskBrief.extend({ daysOverdue: z.int() })),
  people: z.int(),
  onLeave: z.int(),
  establishment: z.array(z.object({ identity: z.enum(identities), approved: z.int(), inPost: z.int(), vacant: z.int() })),
  /** 村社名次 of the newest quarter that has any, best first, with the place of the quarter before; for a module that looks after the teams. */
  villageRanks: z.object({ periodCode: z.string(), rows: z.array(z.object({ villageId: id, name: z.string(), rank: z.int(), before: z.int().nullable() })) }).nullable(),
})

export const workbench = {
  today: ownSession({ reads: ['task', 'staff', 'module', 'score', 'period', 'point', 'event', 'village', 'result', 'issue', 'group', 'tuesday', 'meeting', 'ruling', 'appeal', 'calendar', 'account', 'summary'] }).output(today),
  /** How much waits for the caller: steps on tasks, 延期 and 督办, service records to verify, 民情. */
  reminders: ownSession({ reads: ['task', 'event', 'village', 'issue', 'staff', 'module', 'ruling', 'appeal'] }).output(z.object({ tasks: z.int(), supervision: z.int(), records: z.int(), issues: z.int(), rulings: z.int() })),
  /** 概览 of a module, its tasks counted within the caller's view. */
  module: query('staff.read', ['task', 'staff', 'module']).input(z.object({ moduleId: id })).output(overview),
}
