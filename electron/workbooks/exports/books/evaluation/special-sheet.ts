import type { GroupItem, HonourItem } from '../../../../../shared/domain/evaluation/computing/outcome.ts'
import { date, formula, number, numbered, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftRow, DraftTable } from '../../arrange/draft.ts'
import { namedWords, wordFor, words } from '../../vocabulary.ts'
import { personCells, scored } from './context.ts'
import type { BookPerson, EvaluationContext } from './context.ts'
import { lookup, setEnds } from './constants.ts'

/** 专项加分: groups, honours and positive circulars, one row each. */

const daysTemplate = 'MAX(0,MIN(IF([to]="",{end},[to]),{end})-MAX([from],{start})+1)'
const groupTemplate =
  'R2(IFERROR(INDEX([@roleValues],MATCH([detail],[@roleLabels],0))*INDEX([@gradeValues],MATCH([grade],[@gradeLabels],0)),0)*[days]/{days})'
const levelTemplate = 'R2(IFERROR(INDEX([@levelValues],MATCH([detail],[@levelLabels],0)),0))'

/** Place among the person's groups: higher points first, of equal ones the earlier. */
const placeTemplate =
  'COUNTIFS([special.key],[key],[special.isGroup],1,[special.score],">"&[score])+COUNTIFS([special.key],[key],[special.isGroup],1,[special.score],[score],[special.order],"<"&[order])+1'
/** Whether the person has the same matter at a higher level, or earlier at the same one. */
const betterTemplate =
  'COUNTIFS([special.key],[key],[special.matter],[matter],[special.score],">"&[score])+COUNTIFS([special.key],[key],[special.matter],[matter],[special.score],[score],[special.order],"<"&[order])'
const pointsTemplate = `IF([counted]="${words.yes}",[score],0)`

function yesWhen(condition: string): DraftCell {
  return formula(`IF(${condition},"${words.yes}","${words.no}")`)
}

function commonCells(person: BookPerson, order: number): Readonly<Record<string, DraftCell>> {
  return {
    ...personCells(person),
    module: text(person.info.moduleName),
    order: number(order),
    points: formula(pointsTemplate),
    remark: text(person.distinction === '' ? null : words.sameName(person.distinction)),
  }
}

function groupRow(context: EvaluationContext, person: BookPerson, item: GroupItem, order: number): DraftRow {
  const { groupRoles, groupGrades } = context.names
  return {
    constants: person.profile.field,
    references: {
      ...lookup('role', ...setEnds('groupRole', groupRoles), person.profile),
      ...lookup('grade', ...setEnds('groupGrade', groupGrades), person.profile),
      groupGrade: { table: 'groups', row: item.group, field: 'grade' },
    },
    cells: {
      ...commonCells(person, order),
      kind: text(words.group),
      item: text(item.name),
      detail: text(wordFor(namedWords, item.role)),
      grade: formula('[@groupGrade]'),
      from: date(item.from),
      to: date(item.to),
      days: formula(daysTemplate, item.days),
      isGroup: number(1),
      score: scored(groupTemplate, item.score),
      counted: yesWhen(`${placeTemplate}<={maxGroups}`),
    },
  }
}

function honourRow(context: EvaluationContext, person: BookPerson, item: HonourItem, order: number, matter: number): DraftRow {
  return {
    constants: person.profile.field,
    references: lookup('level', ...setEnds('level', context.names.levels), person.profile),
    cells: {
      ...commonCells(person, order),
      kind: text(words.honour),
      item: text(item.matter),
      detail: text(wordFor(namedWords, item.level)),
      matter: number(matter),
      score: scored(levelTemplate, item.score),
      counted: yesWhen(`${betterTemplate}=0`),
    },
  }
}

function circularRow(person: BookPerson, count: number, order: number): DraftRow {
  return {
    constants: person.profile.field,
    cells: {
      ...commonCells(person, order),
      kind: text(words.positiveCircular),
      count: number(count),
      score: formula('{positiveCircular}*[count]'),
      counted: text(words.yes),
    },
  }
}

function rowsOf(context: EvaluationContext, person: BookPerson): readonly DraftRow[] {
  const { groups, honours, circulars } = person.outcome.special
  const matters = [...new Set(honours.map(({ matter }) => matter))]
  const rows = [
    ...groups.map((item, index) => groupRow(context, person, item, index)),
    ...honours.map((item, index) => honourRow(context, person, item, groups.length + index, matters.indexOf(item.matter) + 1)),
  ]
  return circulars.count === 0 ? rows : [...rows, circularRow(person, circulars.count, rows.length)]
}

export function specialDraft(context: EvaluationContext): DraftTable {
  return { key: 'special', rows: numbered(context.people.flatMap((person) => rowsOf(context, person))) }
}
