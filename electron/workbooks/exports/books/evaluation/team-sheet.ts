import { dayNumber, daysIn, lengthInDays } from '../../../../../shared/lib/calendar-day.ts'
import type { DayRange } from '../../../../../shared/lib/calendar-day.ts'
import { cutToPeriod, daysNotOnLeave } from '../../../../../shared/domain/evaluation/computing/presence.ts'
import { fieldAt } from '../../arrange/columns.ts'
import { formula, number, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftReference, DraftRow, DraftTable } from '../../arrange/draft.ts'
import { namedWords, wordFor, words } from '../../vocabulary.ts'
import { personCells, scored } from './context.ts'
import type { BookPerson, EvaluationContext, Profile } from './context.ts'
import { villagePointsField } from './parameters.ts'

/** 组团积分明细: a row for each village of a person; the first carries the service points and T. */

interface Membership {
  readonly village: string
  readonly range: DayRange
}

function membershipsOf(person: BookPerson, period: DayRange): readonly Membership[] {
  return person.facts.memberships.flatMap(({ village, from, to }) => {
    const range = cutToPeriod({ from, to }, period)
    return range === null ? [] : [{ village, range }]
  })
}

const rowDays = 'SUMIFS([team.memberDays],[team.key],[key])'
const fromModule = 'IF({module}=0,0,R2([moduleScore]*{team}/{module}))'
const moduleScore = formula('SUMIFS([ratings.total],[ratings.key],[key])')

/** T1 + T2; without service days from T1, and where there is none, from M; without a team from M. */
function totalTemplate({ constants }: Profile): string {
  const hasResult = Number(constants.team.result) !== 0
  const hasService = Number(constants.team.service.max) !== 0
  const parts = [...(hasResult ? ['[result]'] : []), ...(hasService ? ['[service]'] : [])]
  const sum = parts.length === 0 ? '0' : `R2(SUM(${parts.join(',')}))`
  const withoutService = hasResult ? 'R2([result]*{team}/{result})' : fromModule
  const inTeam = hasService ? `IF([coverage]=0,${withoutService},${sum})` : sum
  return `IF(${rowDays}=0,${fromModule},${inTeam})`
}

function serviceCells(context: EvaluationContext, person: BookPerson, memberships: readonly Membership[], period: DayRange): Readonly<Record<string, DraftCell>> {
  const { service } = person.outcome.team
  const ranges = memberships.map(({ range }) => range)
  const teamDays = daysIn(ranges)
  const coverage = daysNotOnLeave(person.staff, ranges, period, null)
  const isDisjoint = ranges.reduce((total, range) => total + lengthInDays(range), 0) === teamDays
  const kinds = context.names.serviceKinds
  const quantities = kinds.map((kind, index): readonly [string, DraftCell] => {
    const outcome = service?.kinds.find((candidate) => candidate.kind === kind)
    return [fieldAt('quantity', index), number(outcome === undefined ? null : Number(outcome.quantity.num) / Number(outcome.quantity.den))]
  })
  const points = kinds.map((_, index) => `MIN({kindCap:${String(index)}},[${fieldAt('quantity', index)}]*{kindPoints:${String(index)}})`).join('+')
  return {
    ...Object.fromEntries(quantities),
    points: formula(points === '' ? '0' : points),
    // Where membership rows overlap, a day counts once: then the days are given, not added up.
    teamDays: isDisjoint ? formula(rowDays, teamDays) : number(teamDays),
    leaveDays: number(teamDays - coverage),
    coverage: formula('[teamDays]-[leaveDays]', coverage),
    target: formula('{target}*[coverage]/{days}'),
    service: scored('IF([coverage]=0,"",R2({service}*IF([target]=0,1,MIN(1,[points]/[target]))))', person.outcome.leaves.T2),
  }
}

function personTeamCells(context: EvaluationContext, person: BookPerson, memberships: readonly Membership[], period: DayRange): Readonly<Record<string, DraftCell>> {
  const { team } = person.profile.constants
  return {
    seq: number(person.sequence),
    moduleScore,
    ...(Number(team.result) === 0 ? {} : { result: scored(`IF(${rowDays}=0,"",R2(SUMIFS([team.weighted],[team.key],[key])/${rowDays}))`, person.outcome.leaves.T1) }),
    ...(Number(team.service.max) === 0 ? {} : serviceCells(context, person, memberships, period)),
    total: scored(totalTemplate(person.profile), person.outcome.dimensions.team),
    remark: text(person.distinction === '' ? null : words.sameName(person.distinction)),
  }
}

function rowsOf(context: EvaluationContext, person: BookPerson, period: DayRange, villageNames: ReadonlyMap<string, string>): readonly DraftRow[] {
  const memberships = membershipsOf(person, period)
  const common = { ...personCells(person), module: text(person.info.moduleName) }
  if (memberships.length === 0) {
    const cells = { ...common, seq: number(person.sequence), village: text(words.noTeam), moduleScore, total: scored(fromModule, person.outcome.dimensions.team) }
    return [{ constants: person.profile.field, cells }]
  }
  return memberships.map(({ village, range }, index): DraftRow => {
    const references: Readonly<Record<string, DraftReference>> = {
      rank: { table: 'villages', row: village, field: 'rank' },
      points: { table: 'villages', row: village, field: villagePointsField(person.profile) },
    }
    return {
      constants: person.profile.field,
      references,
      cells: {
        ...common,
        village: text(villageNames.get(village) ?? ''),
        rank: formula(`IF([@rank]="","${words.unranked}",[@rank])`),
        memberDays: number(lengthInDays(range)),
        villagePoints: formula('[@points]'),
        weighted: formula('[memberDays]*[villagePoints]'),
        ...(index === 0 ? personTeamCells(context, person, memberships, period) : {}),
      },
    }
  })
}

export function teamDraft(context: EvaluationContext): DraftTable {
  const { input, outcome } = context.data
  const period = { from: dayNumber(outcome.period.start), to: dayNumber(outcome.period.end) }
  const villageNames = new Map(input.villages.map((village) => [village.id, village.name]))
  return {
    key: 'team',
    rows: context.people.flatMap((person) => rowsOf(context, person, period, villageNames)),
    each: { serviceKinds: context.names.serviceKinds.map((kind) => wordFor(namedWords, kind)) },
  }
}
