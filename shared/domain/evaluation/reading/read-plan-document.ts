import type { YearGradeRule } from '../../plans/case.ts'
import { FieldReader, readDecimal, readOneOf } from '../../plans/field-reader.ts'
import { issueMessages } from '../../plans/issue-messages.ts'
import { IssueLog } from '../../plans/issue.ts'
import type { Refused } from './parse-case.ts'
import { rootPlace, within } from '../../plans/place.ts'
import { secondmentModes, type PlanDocument, type YearRule } from '../../plans/plan-document.ts'
import { dimensionNames, type DimensionName } from '../../plans/vocabulary.ts'
import { readPlan } from '../../plans/read-plan.ts'
import type { ScorerRules } from '../../plans/scorer-rules.ts'
import { rateeGroups, scorerOffices, type PeerRule, type RateeGroup, type ScorerOffice, type ScorerTable } from '../../plans/scorer-table.ts'
import { quotaRoundings, yearGrades } from '../../plans/vocabulary.ts'

/** A dimension's name stands in the head of a column. */
export const longestDimensionName = 10

const mostSmallModule = 99

function readYearGrades(fields: FieldReader): YearGradeRule {
  return { quota: fields.decimal('quota'), rounding: fields.oneOf('rounding', quotaRoundings), competent: fields.decimal('competent'), basic: fields.decimal('basic') }
}

function readYearRule(fields: FieldReader): YearRule {
  return {
    grades: fields.object('grades', readYearGrades),
    bonusFactors: fields.table('bonusFactors', (factor, place, log) => {
      readOneOf(yearGrades, place.key, place, log)
      return readDecimal(factor, place, log)
    }),
  }
}

function readScorers(fields: FieldReader): ScorerRules {
  const share = (name: string) => fields.nullable(name, (field) => fields.decimal(field))
  return { bestShare: share('bestShare'), lowestFrom: fields.nullable('lowestFrom', (name) => fields.count(name)), spread: share('spread'), sameShare: share('sameShare') }
}

function readTable(fields: FieldReader): ScorerTable {
  const offices = (name: 'head' | 'leader') => fields.object(name, (groups): Readonly<Record<RateeGroup, ScorerOffice>> => {
    const office = (group: RateeGroup) => groups.oneOf(group, scorerOffices)
    const [ordinary, heads, leaders] = rateeGroups.map(office)
    return { ordinary: ordinary ?? 'head', heads: heads ?? 'principal', leaders: leaders ?? 'principal' }
  })
  return { head: offices('head'), leader: offices('leader') }
}

function readPeers(fields: FieldReader): PeerRule {
  const smallModule = fields.count('smallModule')
  if (smallModule > mostSmallModule) fields.log.report(fields.at('smallModule'), 'above_maximum', issueMessages.smallModule(mostSmallModule))
  const neighbours = fields.table('neighbours', (value, place, log) => {
    if (typeof value === 'string' && value !== '' && value !== place.key) return value
    log.report(place, 'unknown_value', issueMessages.ownNeighbour)
    return ''
  })
  return { smallModule, neighbours }
}

function readNames(fields: FieldReader): Readonly<Partial<Record<DimensionName, string>>> {
  const names: Partial<Record<DimensionName, string>> = {}
  for (const dimension of dimensionNames) {
    if (fields.isAbsent(dimension)) continue
    const name = fields.text(dimension).trim()
    if (name === '' || name.length > longestDimensionName) fields.log.report(fields.at(dimension), 'missing', issueMessages.dimensionName(longestDimensionName))
    else names[dimension] = name
  }
  return names
}

/** Reads a plan as it is stored, sent or typed, or lists every issue in it; paths go from the document's root: `quarter.module.head`. Unknown fields are ignored. */
export function readPlanDocument(json: unknown): { readonly kind: 'document'; readonly document: PlanDocument } | Refused {
  const log = new IssueLog()
  const root = new FieldReader(json, rootPlace, log)
  const { plan } = readPlan(root.value('quarter'), within(rootPlace, 'quarter'), log)
  const document: PlanDocument = {
    quarter: plan,
    year: root.object('year', readYearRule),
    ...(root.isAbsent('scorers') ? {} : { scorers: root.object('scorers', readScorers) }),
    ...(root.isAbsent('table') ? {} : { table: root.object('table', readTable) }),
    ...(root.isAbsent('peers') ? {} : { peers: root.object('peers', readPeers) }),
    ...(root.isAbsent('names') ? {} : { names: root.object('names', readNames) }),
    ...(root.isAbsent('secondment') ? {} : { secondment: root.oneOf('secondment', secondmentModes) }),
  }
  const { issues } = log
  return issues.length === 0 ? { kind: 'document', document } : { kind: 'refused', issues }
}
