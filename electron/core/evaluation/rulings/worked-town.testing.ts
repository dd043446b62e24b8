import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { parseCase } from '../../../../shared/domain/evaluation/reading/parse-case.ts'
import type { PeriodStage } from '../../../../shared/domain/plans/cycle.ts'
import { period } from '../../../db/schema/index.ts'
import { caseBundle } from '../../desk/bundle/case-bundle.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'

/** The township of a worked case, ready to freeze: 张三 (A), 李四 (B) and 王五 (C) of `worked-example` among their colleagues. */
export async function caseTown(name: string): Promise<TestTownship> {
  const parsed = parseCase(JSON.parse(readFileSync(new URL(`../../../../shared/domain/evaluation/cases/${name}.case.json`, import.meta.url), 'utf8')))
  if (parsed.kind !== 'quarter') throw new Error(name)
  return testTownship(caseBundle(parsed.input))
}

/** Puts a period where a test wants it. */
export function setStage(town: TestTownship, code: string, stage: PeriodStage): void {
  const { id } = requirePeriod(town.app.read(), code)
  town.app.mutate({ actor: 'test', action: 'test', areas: [], write: (tx) => tx.update(period).set({ stage }).where(eq(period.id, id)).run(), audit: () => ({ subject: null, detail: {} }) })
}
