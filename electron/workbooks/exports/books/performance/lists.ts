import { eachQuarter, identityCells, repeatedYear } from '../annual/annual-table.ts'
import { formula, number, numbered, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftRow, DraftTable } from '../../arrange/draft.ts'
import { taskShares } from '../tasks/task-shares.ts'
import type { PerformanceBookData } from './data.ts'
import { words } from '../../vocabulary.ts'
import type { ReportedPerson } from './people.ts'

/** The lists of people of the performance book: each a choice of the annual table with columns of its own. */

function personRow(person: ReportedPerson, more: Readonly<Record<string, DraftCell>> = {}): DraftRow {
  const { references, cells } = repeatedYear(person)
  const { info, distinction } = person
  const remark = [distinction === '' ? '' : words.sameName(distinction), info.remark ?? ''].filter((part) => part !== '').join(words.separator)
  return {
    references,
    cells: {
      ...identityCells(person),
      ...cells,
      birthMonth: text(info.birthMonth),
      rankTitle: text(info.rankTitle),
      sendingUnit: text(info.sendingUnit),
      remark: text(remark),
      ...more,
    },
  }
}

/** 备案 lists, 编外人员: everyone of some identities. */
export function peopleDraft(key: string, people: readonly ReportedPerson[]): DraftTable {
  return { key, rows: numbered(people.map((person) => personRow(person))), each: eachQuarter }
}

/** 优秀名单及实绩: decided 优秀, or while nothing is decided those suggested. */
export function excellentDraft(people: readonly ReportedPerson[], data: PerformanceBookData): DraftTable {
  const texts = new Map(data.achievements.map(({ staff, text: achievement }) => [staff, achievement]))
  const excellent = people.filter((person) => (person.decided ?? person.year?.suggested) === 'excellent')
  return { key: 'excellent', rows: numbered(excellent.map((person) => personRow(person, { achievements: text(texts.get(person.staff) ?? null) }))) }
}

/** 不定等次/特殊情形, with the clause each rests on. */
export function specialCasesDraft(people: readonly ReportedPerson[], data: PerformanceBookData): DraftTable {
  const personOf = new Map(people.map((person) => [person.staff, person]))
  const rows = data.specialCases.flatMap(({ staff, situation, clause, handling, remark }): readonly DraftRow[] => {
    const person = personOf.get(staff)
    return person ? [personRow(person, { situation: text(situation), clause: text(clause), handling: text(handling), remark: text(remark) })] : []
  })
  return { key: 'specialCases', rows: numbered(rows) }
}

/** 派驻人员考评反馈, for the units that sent them. */
export function feedbackDraft(people: readonly ReportedPerson[], data: PerformanceBookData): DraftTable {
  const feedbackOf = new Map(data.feedback.map((feedback) => [feedback.staff, feedback]))
  const sent = people.filter((person) => person.identity === 'dispatched' || person.identity === 'seconded_in')
  const rows = sent.map((person) => {
    const feedback = feedbackOf.get(person.staff)
    return personRow(person, {
      performance: text(feedback?.performance ?? null),
      opinion: text(feedback?.opinion ?? null),
      ...(feedback && feedback.remark !== null ? { remark: text(feedback.remark) } : {}),
    })
  })
  return { key: 'feedback', rows: numbered(rows), each: eachQuarter }
}

const meanTemplate = `IF([scored]=0,"${words.nothing}",R2([scoreSum]/[scored]))`

/** 模块绩效: the ratios and means follow the counts, those of the township its own. */
export function modulesDraft(data: PerformanceBookData): DraftTable {
  const rows = data.modules.map((module): DraftRow => ({
    cells: {
      name: text(module.name),
      people: number(module.people),
      tasks: number(module.tasks),
      completed: number(module.completed),
      onTime: number(module.onTime),
      ...taskShares,
      red: number(module.red),
      supervisions: number(module.supervisions),
      scored: number(module.scored),
      scoreSum: number(module.scoreSum / 100),
      meanScore: formula(meanTemplate),
      remark: text(module.remark),
    },
  }))
  const totals = { ...taskShares, scored: formula('SUM([modules.scored])'), scoreSum: formula('R2(SUM([modules.scoreSum]))'), meanScore: formula(meanTemplate) }
  return { key: 'modules', rows: numbered(rows), totals }
}
