import { dimensionLabels } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { parseCase } from '../../../../shared/domain/evaluation/reading/parse-case.ts'
import { evaluateQuarter } from '../../../../shared/domain/evaluation/computing/quarter.ts'
import type { QuarterInput } from '../../../../shared/domain/plans/case.ts'
import { identityLabels, trackLabels } from '../../../../shared/domain/people/vocabulary.ts'
import type { EvaluationBookData } from '../books/evaluation/data.ts'
import type { ExportMeta } from '../export-meta.ts'

/** What tests make workbooks from: the given cases, with the labels a database would bring. */

const casesFolder = new URL('../../../../shared/domain/evaluation/cases/', import.meta.url)

export function caseNames(): readonly string[] {
  return readdirSync(casesFolder)
    .filter((name) => name.endsWith('.case.json'))
    .map((name) => name.slice(0, -'.case.json'.length))
    .sort()
}

export function caseJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.case.json`, casesFolder), 'utf8'))
}

export function quarterCase(name: string): QuarterInput {
  const parsed = parseCase(caseJson(name))
  if (parsed.kind !== 'quarter') throw new Error(`${name} is no quarter`)
  return parsed.input
}

export const testMeta: ExportMeta = {
  exportId: 'export-0001',
  township: '清溪镇',
  reportingUnit: '清溪镇人民政府',
  periodCode: '2026Q1',
  periodTitle: '2026年第一季度',
  planVersion: 'v1',
  resultVersion: '1',
  snapshotHash: 'b1946ac92492d2347c6235b4d2611184',
  exportedBy: '考核办 李明',
  exportedAt: '2026-04-08 10:30:00',
  filledOn: '2026-04-08',
  auditHead: null,
}

export function bookData(input: QuarterInput, meta: ExportMeta = testMeta): EvaluationBookData {
  const outcome = evaluateQuarter(input)
  const moduleNames = new Map(input.modules.map((module) => [module.id, module.name]))
  const postNames = new Map(input.posts.map((post) => [post.id, post.name]))
  const people = outcome.people.map((person, index) => ({
    staff: person.staff,
    sex: index % 3 === 0 ? '女' : '男',
    postName: postNames.get(person.post.segments.at(-1)?.held[0]?.post ?? '') ?? '',
    moduleName: moduleNames.get(person.primaryModule) ?? '',
    identityLabel: identityLabels[person.identity],
    trackLabel: trackLabels[person.track],
    decidedGrade: null,
    remark: null,
  }))
  return { meta: { ...meta, periodCode: input.period.id }, dimensions: dimensionLabels, publicity: null, input, outcome, people }
}
