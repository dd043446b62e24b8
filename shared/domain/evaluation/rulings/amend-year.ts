import { canonicalJson } from '../../../lib/canonical-json.ts'
import { yearVetoes } from '../../plans/points/codes.ts'
import { vetoEffectNames } from '../../plans/points/vocabulary.ts'
import { keyOf } from './amendable-work.ts'
import type { Amendable, AmendableLine, BareLine } from './amendable-line.ts'
import type { ChangeValue, SnapshotChange } from './amendment.ts'
import { amendmentWords as words, yearStatusNames } from './amendment-vocabulary.ts'
import type { YearInput, YearQuarter, YearStaff } from '../../plans/case.ts'
import { changeTexts, fieldOf, hasKey, textOf, wordOf, type DescribedChange } from './change-text.ts'
import { quarterGradeNames } from '../../plans/cycle-vocabulary.ts'
import { quarterGrades, yearStatuses } from '../../plans/vocabulary.ts'

type NameOf = (code: string) => string

/** Says a change of a published year in words; null for what no ruling may change (the plan, the money, who somebody is). */
export function describeYearChange({ path, ...values }: SnapshotChange, nameOf: NameOf): DescribedChange | null {
  const [list, key, field, ...rest] = path
  if (list !== 'staff' || !hasKey(key, 'id') || rest.length > 1) return null
  const { said } = changeTexts(values)
  const code = key['id'] ?? ''
  const name = nameOf(code)
  const isWhole = rest.length === 0
  switch (field) {
    case 'months':
      return isWhole ? said(words.months(name), (value) => words.monthsText(textOf(value)), [code]) : null
    case 'warned':
      return isWhole ? said(words.warned(name), (value) => (value === true ? words.yes : words.no), [code]) : null
    case 'status':
      return isWhole ? said(words.yearStatus(name), (value) => wordOf(yearStatuses, yearStatusNames, textOf(value)), [code]) : null
    case 'vetoes':
      return said(words.yearVeto(name), (value) => wordOf(yearVetoes, vetoEffectNames, value === null ? '' : textOf(value)), [code])
    case 'quarters':
      return said(words.yearQuarter(name), quarterText, [code])
    default:
      return null
  }
}

/**
 * What a ruling may set right of a person's published year. `present` are his quarters as they stand now, corrected since perhaps:
 * one that differs is offered in place of the one the year was computed from. Null for who is not in it.
 */
export function amendableYear(input: YearInput, code: string, present: readonly YearQuarter[], nameOf: NameOf): Amendable | null {
  const person = input.staff.find(({ id }) => id === code)
  if (person === undefined) return null
  const lines = [...standingLines(person), ...vetoLines(person), ...quarterLines(person, present)]
  return { lines: lines.map((line) => ({ ...line, ...saidOf(line, nameOf) })), additions: [] }
}

function saidOf({ path, before }: BareLine, nameOf: NameOf): Pick<AmendableLine, 'what' | 'now'> {
  const said = describeYearChange({ path, before, after: before }, nameOf)
  return { what: said?.what ?? '', now: said?.before ?? '' }
}

function standingLines({ id, months, warned, status }: YearStaff): readonly BareLine[] {
  const yesOrNo = [{ value: true, label: words.yes }, { value: false, label: words.no }]
  const statuses = yearStatuses.map((value) => ({ value, label: yearStatusNames[value] }))
  return [
    { path: ['staff', { id }, 'months'], before: months, edit: { kind: 'whole', blank: null }, isRemovable: false },
    { path: ['staff', { id }, 'warned'], before: warned, edit: { kind: 'choice', choices: yesOrNo }, isRemovable: false },
    { path: ['staff', { id }, 'status'], before: status, edit: { kind: 'choice', choices: statuses }, isRemovable: false },
  ]
}

function vetoLines({ id, vetoes }: YearStaff): readonly BareLine[] {
  const others = yearVetoes.filter((effect) => !vetoes.includes(effect)).map((value) => ({ value, label: vetoEffectNames[value] }))
  return [
    ...vetoes.map((effect): BareLine => ({ path: ['staff', { id }, 'vetoes', { value: effect }], before: effect, edit: { kind: 'remove' }, isRemovable: true })),
    { path: ['staff', { id }, 'vetoes'], before: null, edit: { kind: 'choice', choices: others }, isRemovable: false },
  ]
}

/** The quarters that are not as the year counted them: those of the same place where there are as many, else those it does not have. */
function quarterLines({ id, quarters }: YearStaff, present: readonly YearQuarter[]): readonly BareLine[] {
  const adopt = (path: BareLine['path'], before: ChangeValue, after: YearQuarter): BareLine => ({ path, before, edit: { kind: 'adopt', after: { ...after }, label: quarterText({ ...after }) }, isRemovable: false })
  const counted = quarters.map((quarter) => canonicalJson(quarter))
  if (present.length === quarters.length) {
    return quarters.flatMap((quarter, place) => {
      const now = present[place]
      return now === undefined || canonicalJson(now) === counted[place] ? [] : [adopt(['staff', { id }, 'quarters', keyOf({ ...quarter })], { ...quarter }, now)]
    })
  }
  return present.filter((quarter) => !counted.includes(canonicalJson(quarter))).map((quarter) => adopt(['staff', { id }, 'quarters'], null, quarter))
}

/** Whether somebody's quarters are no longer those that the year counted. */
export function isOutdated(counted: readonly YearQuarter[], present: readonly YearQuarter[]): boolean {
  return canonicalJson(counted) !== canonicalJson(present)
}

function quarterText(value: ChangeValue): string {
  if (value === null) return words.nothing
  const field = (name: keyof YearQuarter) => fieldOf(value, name)
  return words.quarterText(field('total'), field('module'), field('team'), field('special'), field('deduct'), field('valid') === 'true', wordOf(quarterGrades, quarterGradeNames, field('grade')))
}
