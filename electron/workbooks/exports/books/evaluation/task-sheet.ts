import type { TaskPart } from '../../../../../shared/domain/evaluation/computing/module-outcome.ts'
import { partyRoleNames, taskQualityNames } from '../../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { date, formula, number, numbered, text } from '../../arrange/draft.ts'
import type { DraftRow, DraftTable } from '../../arrange/draft.ts'
import { personCells } from './context.ts'
import type { BookPerson, EvaluationContext, Profile } from './context.ts'
import { lookup } from './constants.ts'

/** The first step that reaches far enough; beyond the last one of a plan without an open one, 0. */
function lateTemplate({ constants }: Profile): string {
  const { late } = constants.tasks
  const open = late.findIndex((step) => step.days === null)
  const steps = open < 0 ? late : late.slice(0, open)
  const beyond = open < 0 ? '0' : `{lateFactor:${String(open)}}`
  return steps.reduceRight((rest, _, index) => `IF([late]<={lateDays:${String(index)}},{lateFactor:${String(index)}},${rest})`, beyond)
}

function timingTemplate(profile: Profile): string {
  return `IF([done]="",0,IF([done]>{freeze},0,IF([done]<=[due],IF([returns]>0,{returned},{onTime}),${lateTemplate(profile)})))`
}

const baseTemplate = `IF(AND([due]>={start},[due]<={end}),[weight]*IF([role]="${partyRoleNames.host}",{host},{cohost}),0)`

/** Weight and due day belong to the task: they are entered at its first part, the other parts follow. */
function sharedCells(part: TaskPart, isFirst: boolean) {
  return isFirst
    ? { weight: number(part.weight), due: date(part.due) }
    : { weight: formula('[@weight]', part.weight), due: formula('[@due]') }
}

function partRow(person: BookPerson, part: TaskPart, isFirst: boolean, timing: string): DraftRow {
  return {
    ...(isFirst ? { id: part.task } : {}),
    constants: person.profile.field,
    references: {
      ...lookup('quality', 'quality:excellent', 'quality:poor', person.profile),
      weight: { table: 'parts', row: part.task, field: 'weight' },
      due: { table: 'parts', row: part.task, field: 'due' },
    },
    cells: {
      ...personCells(person),
      task: text(part.task),
      title: text(part.title),
      role: text(partyRoleNames[part.role]),
      ...sharedCells(part, isFirst),
      done: date(part.completedOn),
      late: formula('IF([done]="","",IF([done]>{freeze},"",MAX(0,[done]-[due])))', part.daysLate ?? ''),
      returns: number(part.reworks),
      quality: text(part.quality === null ? null : taskQualityNames[part.quality]),
      timing: formula(timing),
      factor: formula('[timing]*IF([quality]="",1,INDEX([@qualityValues],MATCH([quality],[@qualityLabels],0)))'),
      base: formula(baseTemplate),
      contribution: formula('[base]*[factor]'),
    },
  }
}

/** 任务推进计分: each person's parts of the tasks due in the period. */
export function partsDraft({ people }: EvaluationContext): DraftTable {
  const seen = new Set<string>()
  const timings = new Map<Profile, string>()
  const rows = people.flatMap((person) => {
    const timing = timings.get(person.profile) ?? timingTemplate(person.profile)
    timings.set(person.profile, timing)
    return (person.outcome.module.taskProgress?.parts ?? []).map((part) => {
      const isFirst = !seen.has(part.task)
      seen.add(part.task)
      return partRow(person, part, isFirst, timing)
    })
  })
  return { key: 'parts', rows: numbered(rows) }
}
