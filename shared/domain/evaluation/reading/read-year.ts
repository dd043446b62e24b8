import { identities, tracks } from '../../people/codes.ts'
import { yearVetoes } from '../../plans/points/codes.ts'
import type { BonusRule, YearGradeRule, YearInput, YearQuarter, YearStaff } from '../../plans/case.ts'
import { readCount, readDecimal, readOneOf } from '../../plans/field-reader.ts'
import type { FieldReader, KnownIds } from '../../plans/field-reader.ts'
import { entityNames, issueMessages } from '../../plans/issue-messages.ts'
import { readPools } from '../../plans/read-plan.ts'
import { quarterGrades, quotaRoundings, yearGrades, yearStatuses } from '../../plans/vocabulary.ts'

function readYearQuarter(row: FieldReader): YearQuarter {
  return {
    total: row.decimal('total'),
    module: row.decimal('module'),
    team: row.decimal('team'),
    special: row.decimal('special'),
    deduct: row.decimal('deduct'),
    valid: row.flag('valid'),
    grade: row.oneOf('grade', quarterGrades),
  }
}

function readYearStaff(row: FieldReader, staffIds: KnownIds, pools: KnownIds): YearStaff {
  return {
    id: row.newId('id', staffIds),
    identity: row.oneOf('identity', identities),
    track: row.oneOf('track', tracks),
    status: row.oneOf('status', yearStatuses),
    pool: row.optional('pool', (name) => row.reference(name, pools)),
    warned: row.optional('warned', (name) => row.flag(name)) ?? false,
    vetoes: row.list('vetoes', (veto, place, log) => readOneOf(yearVetoes, veto, place, log)),
    months: row.optional('months', (name) => row.count(name)) ?? 12,
    quarters: row.rows('quarters', readYearQuarter),
  }
}

function readYearGrades(fields: FieldReader): YearGradeRule {
  return {
    quota: fields.decimal('quota'),
    rounding: fields.oneOf('rounding', quotaRoundings),
    competent: fields.decimal('competent'),
    basic: fields.decimal('basic'),
  }
}

function readBonus(fields: FieldReader, pools: KnownIds): BonusRule {
  return {
    pools: fields.table('pools', (amount, place, log) => {
      if (!pools.ids.has(String(place.key))) log.report(place, 'unknown_id', issueMessages.unknownId(pools.what, place.key))
      return readCount(amount, place, log)
    }),
    factors: fields.table('factors', (factor, place, log) => {
      readOneOf(yearGrades, place.key, place, log)
      return readDecimal(factor, place, log)
    }),
  }
}

/** Reads a whole year; the value means something only when nothing was reported to the reader's log. */
export function readYear(root: FieldReader): YearInput {
  const staffIds: KnownIds = { what: entityNames.staff, ids: new Set() }
  const { pools, known } = readPools(root)
  return {
    year: root.count('year'),
    pools,
    yearGrades: root.object('yearGrades', readYearGrades),
    staff: root.rows('staff', (row) => readYearStaff(row, staffIds, known)),
    bonus: root.optional('bonus', (name) => root.object(name, (fields) => readBonus(fields, known))),
  }
}
