import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { parseCase } from '../../../../shared/domain/evaluation/reading/parse-case.ts'
import { period, personResult, plan, resultVersion, snapshot } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { caseBundle } from '../../desk/bundle/case-bundle.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'

const file = new URL('../../../../shared/domain/evaluation/cases/worked-example.case.json', import.meta.url)

let town: TestTownship

/** A quarter of an earlier year with the results of the first one, some hundredths lower. */
function writeQuarter(tx: Write, code: string, lower: number, state: 'published' | 'computed', stage: 'locked' | 'computed'): void {
  const newId = town.app.environment.newId
  const { id: planId } = tx.select().from(plan).all()[0] ?? { id: '' }
  const first = tx.select().from(period).where(eq(period.code, '2026Q1')).get()
  const version = tx.select().from(resultVersion).where(eq(resultVersion.periodId, first?.id ?? '')).get()
  const frozen = tx.select().from(snapshot).all()[0]
  if (version === undefined || frozen === undefined) throw new Error('nothing computed')
  const year = code.slice(0, 4)
  const periodId = newId()
  tx.insert(period).values({ id: periodId, code, kind: 'quarter', start: `${year}-10-01`, end: `${year}-12-31`, freeze: `${year}-12-31`, stage, planId }).run()
  const snapshotId = newId()
  tx.insert(snapshot).values({ ...frozen, id: snapshotId, periodId }).run()
  const versionId = newId()
  tx.insert(resultVersion).values({ ...version, id: versionId, periodId, snapshotId, state }).run()
  for (const row of tx.select().from(personResult).where(eq(personResult.versionId, version.id)).all()) tx.insert(personResult).values({ ...row, versionId, total: row.total - lower }).run()
}

beforeAll(async () => {
  const parsed = parseCase(JSON.parse(readFileSync(file, 'utf8')))
  if (parsed.kind !== 'quarter') throw new Error('no quarter')
  const bundle = caseBundle(parsed.input)
  town = await testTownship(bundle)
  await town.asConsole().periods.compute({ code: '2026Q1' })
  town.app.mutate({
    actor: 'test',
    action: 'test.years',
    areas: [],
    write(tx) {
      writeQuarter(tx, '2023Q4', 300, 'published', 'locked')
      writeQuarter(tx, '2024Q4', 200, 'published', 'locked')
      writeQuarter(tx, '2025Q4', 100, 'published', 'locked')
    },
    audit: () => ({ subject: null, detail: {} }),
  })
  await town.asConsole().periods.compute({ code: '2026' })
})

afterAll(() => town.dispose())

describe('历年考评', () => {
  test('tells every period of several years, the oldest first, with numbers, places and the median of the pool', async () => {
    const { staffName, rows } = await town.as(null, 'principal').results.history({ staffId: town.staffId('A') })
    expect(staffName).toBe('张三')
    expect(rows.map(({ code, total, state, moduleName, pool, poolSize }) => [code, total, state, moduleName, pool, poolSize])).toEqual([
      ['2023Q4', '94.39', 'published', '大治理', 'civil', 12],
      ['2024Q4', '95.39', 'published', '大治理', 'civil', 12],
      ['2025Q4', '96.39', 'published', '大治理', 'civil', 12],
      ['2026Q1', '97.39', 'computed', '大治理', 'civil', 12],
      ['2026', '97.39', 'computed', '大治理', 'civil', 12],
    ])
    expect(rows[3]).toMatchObject({ dimensions: { post: '18.00', module: '37.39', team: '35.00', special: '7.00', deduct: '0.00' }, ranks: { town: 1, module: 1, pool: 1 }, grade: 'good', decidedGrade: null })
    expect(rows[4]).toMatchObject({ dimensions: null, ranks: null, validPeriod: true })
    expect(rows.every(({ poolMedian }) => poolMedian !== null)).toBe(true)
  })

  test('does not tell the median of a pool of one: it would be his score', async () => {
    const { rows } = await town.as(null, 'inspector').results.history({ staffId: town.staffId('B') })
    expect(rows.map(({ poolSize, poolMedian }) => [poolSize, poolMedian])).toEqual(rows.map(() => [1, null]))
  })

  test('of himself one is told what is public, of others what 公示 or the office shows', async () => {
    const own = await town.as('A', 'clerk').results.historyOwn()
    expect(own?.rows.map(({ code }) => code)).toEqual(['2023Q4', '2024Q4', '2025Q4'])
    const another = await town.as('B', 'clerk').results.history({ staffId: town.staffId('A') })
    expect(another.rows.map(({ code }) => code)).toEqual(['2023Q4', '2024Q4', '2025Q4'])
    expect(await town.as(null, 'clerk').results.historyOwn()).toBeNull()
  })
})
