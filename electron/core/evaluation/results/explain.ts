import { and, eq } from 'drizzle-orm'
import type { ExplanationNode } from '../../../../shared/contract/evaluation/explanation.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { quarterGradeNames, yearGradeNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { toldTree } from '../../../../shared/domain/evaluation/results/explain/make-node.ts'
import { withDimensionNames } from '../../../../shared/domain/evaluation/results/explain/dimension-names.ts'
import type { ExplainNode } from '../../../../shared/domain/evaluation/results/explain/node.ts'
import { explainQuarter, explainQuarterGrade } from '../../../../shared/domain/evaluation/results/explain/quarter.ts'
import { explainYear, explainYearGrade } from '../../../../shared/domain/evaluation/results/explain/year.ts'
import { parseCase } from '../../../../shared/domain/evaluation/reading/parse-case.ts'
import { dimensionLabelsOf } from '../../../../shared/domain/plans/plan-document.ts'
import { evaluateQuarter } from '../../../../shared/domain/evaluation/computing/quarter.ts'
import { evaluateYear } from '../../../../shared/domain/evaluation/computing/year.ts'
import { resultVersion, snapshot, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { requireRow } from '../../app/rows.ts'
import { named, nouns } from '../../app/vocabulary.ts'
import { snapshotInput } from '../computing/compute-quarter.ts'
import type { ExplainReach } from './explain-reach.ts'
import { sourceFinder } from './explain-sources.ts'
import { planDocumentOf, type PeriodRow } from '../../plans/periods.ts'
import type { VersionRow } from '../computing/result-versions.ts'
import { evaluationWords } from '../../plans/vocabulary.ts'

/** Refusal: `not_found`. */
export function requireVersion(read: Read, row: PeriodRow, wanted: number): VersionRow {
  const found = read.select().from(resultVersion).where(and(eq(resultVersion.periodId, row.id), eq(resultVersion.resultVersion, wanted))).get()
  return requireRow(found, nameOf(row, wanted))
}

/** A version that is not published is not there for who sees results only once they are. Refusal: `not_found`. */
export function requirePublished(row: PeriodRow, version: VersionRow): void {
  if (version.state !== 'published') throw new Refusal('not_found', { what: nameOf(row, version.resultVersion) })
}

function nameOf(row: PeriodRow, version: number): string {
  return named(nouns.result, evaluationWords.version(row.code, version))
}

/** Why a person's result is what it is: computed again from the frozen snapshot of the version, with the rows it came from as far as the caller reaches. */
export function explainResult(read: Read, row: PeriodRow, staffId: string, version: VersionRow, reach: ExplainReach) {
  const frozen = requireRow(read.select().from(snapshot).where(eq(snapshot.id, version.snapshotId)).get(), row.code)
  const person = requireRow(read.select({ id: staff.id, code: staff.code, name: staff.name }).from(staff).where(eq(staff.id, staffId)).get(), nouns.person)
  const { tree, grade } = row.kind === 'year' ? ofYear(frozen.document, person.code) : ofQuarter(frozen, person.code)
  const find = sourceFinder(read, row, person.id, reach)
  const named = withDimensionNames(tree, dimensionLabelsOf(planDocumentOf(read, row)))
  return { code: row.code, resultVersion: version.resultVersion, staffId: person.id, staffName: person.name, tree: withRows(reach.narrow(named), find), grade }
}

interface Explained {
  readonly tree: ExplainNode
  readonly grade: { readonly code: string; readonly name: string; readonly reasons: string[] }
}

function ofQuarter(frozen: typeof snapshot.$inferSelect, code: string): Explained {
  const input = snapshotInput(frozen)
  const outcome = evaluateQuarter(input)
  const person = requireRow(outcome.people.find(({ staff: own }) => own === code), nouns.result)
  const { grade } = person.grade
  return { tree: explainQuarter(person, outcome, input), grade: { code: grade, name: quarterGradeNames[grade], reasons: [...explainQuarterGrade(person, outcome, input)] } }
}

function ofYear(document: string, code: string): Explained {
  const parsed = parseCase(JSON.parse(document))
  if (parsed.kind !== 'year') throw new Error('the snapshot is not a year')
  const outcome = evaluateYear(parsed.input)
  const person = requireRow(outcome.people.find(({ staff: own }) => own === code), nouns.result)
  return { tree: explainYear(person), grade: { code: person.grade, name: yearGradeNames[person.grade], reasons: [...explainYearGrade(person, outcome, parsed.input.yearGrades.competent)] } }
}

function withRows(tree: ExplainNode, find: ReturnType<typeof sourceFinder>): ExplanationNode {
  return toldTree(tree, ({ ref, facts }) => {
    const { id, facts: further } = find(ref)
    return { kind: ref.kind, id, facts: [...facts, ...further].map((fact) => ({ ...fact })) }
  })
}
