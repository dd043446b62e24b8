import { quarterGradeNames } from '../../../../../shared/domain/plans/cycle-vocabulary.ts'
import { quarterGrades } from '../../../../../shared/domain/plans/vocabulary.ts'
import { fieldAt } from '../../arrange/columns.ts'
import { formula, number, text } from '../../arrange/draft.ts'
import type { DraftReference, DraftRow, DraftTable } from '../../arrange/draft.ts'
import { poolWords, wordFor, words } from '../../vocabulary.ts'
import type { EvaluationContext } from './context.ts'
import { poolId, summaryId } from './summary-sheet.ts'

/** 模块对比, 等次统计与名额, 公示表: counts and means over 结果汇总. */

const scores = ['post', 'moduleScore', 'team', 'special', 'deduct', 'total'] as const

export function comparisonDraft({ people, moduleKeys, data: { input } }: EvaluationContext): DraftTable {
  const present = new Set(people.map(({ outcome }) => outcome.primaryModule))
  const rows = input.modules.filter((module) => present.has(module.id)).map((module, index): DraftRow => ({
    cells: {
      seq: number(index + 1),
      name: text(module.name),
      moduleKey: number(moduleKeys.get(module.id) ?? null),
      people: formula('COUNTIFS([summary.moduleKey],[moduleKey])'),
      ...Object.fromEntries(scores.map((field) => [field, formula(`R2(AVERAGEIFS([summary.${field}],[summary.moduleKey],[moduleKey]))`)])),
      place: formula('COUNTIF([comparison.total],">"&[total])+1'),
      good: formula(`COUNTIFS([summary.moduleKey],[moduleKey],[summary.suggested],"${quarterGradeNames.good}")`),
      goodShare: formula('R4([good]/[people])'),
    },
  }))
  const means = Object.fromEntries(scores.map((field) => [field, formula(`IF(COUNT([summary.${field}])=0,"",R2(AVERAGE([summary.${field}])))`)]))
  return { key: 'comparison', rows, totals: { ...means, goodShare: formula('IF(SUM([people])=0,"",R4([good]/[people]))') } }
}

const roundings = { floor: 'ROUNDDOWN([exact],0)', round: 'ROUND([exact],0)', ceil: 'ROUNDUP([exact],0)' } as const

export function gradesDraft({ poolKeys, profiles, data: { input, outcome } }: EvaluationContext): DraftTable {
  const rows = outcome.pools.map((pool, index): DraftRow => {
    const key = poolKeys.get(pool.pool) ?? 0
    const count = (field: 'suggested' | 'decided') => quarterGrades.map((grade, at): readonly [string, ReturnType<typeof formula>] => [
      fieldAt(field, at),
      formula(`COUNTIFS([summary.poolKey],[poolKey],[summary.${field}],"${quarterGradeNames[grade]}")`),
    ])
    return {
      id: poolId(key),
      constants: profiles[0]?.field ?? '',
      cells: {
        seq: number(index + 1),
        pool: text(pool.pool === null ? words.noPool : wordFor(poolWords, pool.pool)),
        poolKey: number(key),
        people: formula('COUNTIFS([summary.poolKey],[poolKey])', pool.people),
        eligible: formula('COUNTIFS([summary.poolKey],[poolKey],[summary.eligible],1)', pool.eligible),
        share: formula('{quota}'),
        exact: formula('ROUND([share]*[eligible],9)'),
        quota: formula(roundings[input.plan.quarterGrades.rounding], pool.quota),
        candidates: formula('COUNTIFS([summary.poolKey],[poolKey],[summary.candidate],1)', pool.candidates),
        ...Object.fromEntries([...count('suggested'), ...count('decided')]),
        meeting: formula('COUNTIFS([summary.poolKey],[poolKey],[summary.meeting],1)', pool.tiedAtLine),
      },
    }
  })
  return { key: 'grades', rows, each: { grades: quarterGrades.map((grade) => quarterGradeNames[grade]) } }
}

/** Without codes or identity: what may hang on the wall. */
export function publicityDraft({ people }: EvaluationContext): DraftTable {
  const fields = ['name', 'module', 'postName', 'pool', 'total', 'rankTown', 'rankModule', 'rankPool', 'suggested', 'decided'] as const
  const rows = people.map((person): DraftRow => {
    const references: Readonly<Record<string, DraftReference>> = Object.fromEntries(fields.map((field) => [field, { table: 'summary', row: summaryId(person), field }]))
    return {
      references,
      cells: {
        seq: number(person.sequence),
        name: formula('[@name]&""'),
        module: formula('[@module]&""'),
        pool: formula('[@pool]&""'),
        total: formula('[@total]'),
        rankTown: formula('[@rankTown]'),
        rankModule: formula('[@rankModule]'),
        rankPool: formula('[@rankPool]'),
        grade: formula('IF([@decided]="",[@suggested],[@decided])'),
        remark: text(person.distinction === '' ? null : words.sameName(person.distinction)),
      },
    }
  })
  return { key: 'publicity', rows }
}
