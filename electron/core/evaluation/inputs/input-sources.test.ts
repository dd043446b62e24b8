import { readFileSync } from 'node:fs'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quarterSources, yearSources } from '../../../../shared/domain/evaluation/inputs/input-sources.ts'
import { assignment, leave, modulePk, period, scoreEntry, scoreSheet, staff, villageRank } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { latestSnapshot } from '../computing/compute-quarter.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { smallTown } from '../small-town.testing.ts'

test('the guide names every input of the engine', () => {
  const guide = readFileSync(path.join(import.meta.dirname, '..', 'README.md'), 'utf8')
  const rows = [...guide.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(([, field, name]) => `${field ?? ''} ${(name ?? '').trim()}`)
  expect(rows).toEqual([...Object.entries(quarterSources), ...Object.entries(yearSources)].map(([field, { name }]) => `${field} ${name}`))
})

describe('the inputs of a quarter', () => {
  let town: TestTownship
  let periodId: string
  beforeAll(async () => {
    town = await testTownship({ ...smallTown(), township: { ...smallTown().township, origin: 'case' } })
    periodId = requirePeriod(town.app.read(), '2026Q1').id
    change((tx) => tx.update(period).set({ stage: 'scoring' }).where(eq(period.id, periodId)).run())
  })
  afterAll(() => town.dispose())

  function change(write: (tx: Write) => unknown): void {
    town.app.mutate({ actor: 'test', action: 'test', areas: [], write, audit: () => ({ subject: null, detail: {} }) })
  }

  test('each is counted; the way there is for who sees the whole township', async () => {
    const rows = await town.as(null, 'inspector').inputSources.list({ periodId })
    expect(rows.map(({ key }) => key)).toEqual(Object.keys(quarterSources))
    expect(rows.find(({ key }) => key === 'tasks')).toEqual({ key: 'tasks', count: 1, waiting: 0, missing: 0 })
    expect(rows.find(({ key }) => key === 'staff')?.count).toBe(10)
    expect(await codeOf(town.as('H1', 'head').inputSources.list({ periodId }))).toBe('out_of_scope')
  })

  const later: readonly (readonly [string, (tx: Write) => unknown])[] = [
    ['a PK factor of a later quarter', (tx) => tx.insert(modulePk).values({ moduleId: town.moduleId('party'), periodId: requirePeriod(tx, '2026Q2').id, factor: '1.1' }).run()],
    ['the rank of a village in a later quarter', (tx) => tx.insert(villageRank).values({ villageId: tx.query.village.findFirst().sync()?.id ?? '', periodId: requirePeriod(tx, '2026Q2').id, rank: 1 }).run()],
    ['a PK factor of the quarter itself', (tx) => tx.insert(modulePk).values({ moduleId: town.moduleId('party'), periodId, factor: '0.9' }).run()],
    ['a leave', (tx) => tx.insert(leave).values({ id: town.app.environment.newId(), seq: 1, staffId: town.staffId('A1'), kind: 'sick', from: '2026-01-05', to: '2026-03-31' }).run()],
    ['立案', (tx) => tx.update(staff).set({ status: 'pending_case' }).where(eq(staff.id, town.staffId('A2'))).run()],
    ['an assignment', (tx) => tx.update(assignment).set({ from: '2026-03-01' }).where(eq(assignment.staffId, town.staffId('A3'))).run()],
    ['a score', (tx) => [tx.insert(scoreSheet).values({ id: 'late', seq: 99, periodId, kind: 'head', scorerLabel: '某人', moduleId: town.moduleId('party'), state: 'submitted' }).run(), tx.insert(scoreEntry).values({ id: 'late', seq: 1, sheetId: 'late', staffId: town.staffId('A1'), score: 100 }).run()]],
  ]

  test.each(later)('once frozen, %s changes nothing of the quarter', async (_, write) => {
    const compute = () => town.asConsole().periods.compute({ code: '2026Q1' })
    const before = await compute()
    const hash = latestSnapshot(town.app.read(), periodId)?.hash
    change(write)
    const after = await compute()
    expect([after.document, after.isNew, latestSnapshot(town.app.read(), periodId)?.hash]).toEqual([before.document, false, hash])
  })
})
