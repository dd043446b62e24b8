import type { CircularKind, DeductionRule } from '../../plans/points/codes.ts'
import type { PartyRole } from '../../plans/task-codes.ts'
import { hundredthsText, type Hundredths } from '../../../lib/hundredths.ts'
import { deductionRuleNames } from '../../plans/points/vocabulary.ts'
import { planWord } from '../../plans/plan-vocabulary.ts'
import { summaryWords } from './self-summary-vocabulary.ts'

/** What the records of a period say of one person: what his 个人小结 is proposed from. Days `YYYY-MM-DD`, in official order. */
export interface SummaryFacts {
  readonly tasks: readonly { readonly title: string; readonly role: PartyRole; readonly due: string; readonly finishedOn: string | null }[]
  /** Verified service records by kind, with the hundredths of their quantities together. */
  readonly events: readonly { readonly kind: string; readonly quantity: Hundredths }[]
  readonly groups: readonly { readonly name: string; readonly role: string }[]
  readonly honours: readonly { readonly matter: string; readonly level: string }[]
  readonly circulars: readonly { readonly kind: CircularKind; readonly matter: string | null }[]
  readonly deductions: readonly { readonly rule: DeductionRule; readonly exempt: boolean }[]
}

export const summaryLimits = { least: 20, most: 3000 } as const

/** More tasks than these are only counted. */
const mostTitles = 12

/** A 个人小结 to edit, out of the person's own records; what is not recorded is left to be written. */
export function proposeSummary(period: string, facts: SummaryFacts): string {
  return [summaryWords.opening(period), taskPart(facts), servicePart(facts), pointPart(facts), summaryWords.closing].join('\n\n')
}

function taskPart({ tasks, groups }: SummaryFacts): string {
  const finished = tasks.filter(({ finishedOn }) => finishedOn !== null)
  const onTime = finished.filter(({ due, finishedOn }) => finishedOn !== null && finishedOn <= due)
  const hosted = tasks.filter(({ role }) => role === 'host')
  const named = [...hosted, ...tasks.filter(({ role }) => role !== 'host')].slice(0, mostTitles)
  return [
    summaryWords.tasks,
    tasks.length === 0 ? summaryWords.noTasks : summaryWords.taskCount(tasks.length, hosted.length, finished.length, onTime.length),
    ...named.map((task, place) => summaryWords.task(place + 1, task.title, task.role === 'host', task.finishedOn)),
    ...(tasks.length > named.length ? [summaryWords.moreTasks(tasks.length - named.length)] : []),
    ...groups.map(({ name, role }) => summaryWords.group(name, planWord('groupRole', role))),
  ].join('\n')
}

function servicePart({ events }: SummaryFacts): string {
  return [summaryWords.service, events.length === 0 ? summaryWords.noService : `${events.map(({ kind, quantity }) => summaryWords.event(planWord('service', kind), quantityText(quantity))).join(summaryWords.join)}${summaryWords.stop}`].join('\n')
}

/** 12 for 1200, 2.5 for 250. */
function quantityText(quantity: Hundredths): string {
  return hundredthsText(quantity).replace(/\.?0+$/, '')
}

function pointPart({ honours, circulars, deductions }: SummaryFacts): string {
  const counted = deductions.filter(({ exempt }) => !exempt)
  const lines = [
    ...honours.map(({ matter, level }) => summaryWords.honour(matter, planWord('honourLevel', level))),
    ...circulars.map(({ kind, matter }) => summaryWords.circular(kind === 'positive', matter)),
    ...(counted.length === 0 ? [] : [summaryWords.deductions([...new Set(counted.map(({ rule }) => deductionRuleNames[rule]))].join(summaryWords.listJoin), counted.length)]),
  ]
  return [summaryWords.points, ...(lines.length === 0 ? [summaryWords.noPoints] : lines)].join('\n')
}
