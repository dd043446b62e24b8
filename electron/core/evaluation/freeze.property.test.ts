import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { randomTownship, townshipSeeds } from '../../../shared/domain/evaluation/random-township.testing.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { resultVersion, snapshot } from '../../db/schema/index.ts'
import { forkWorker } from '../../workbooks/fork-worker.ts'
import { caseBundle } from '../desk/bundle/case-bundle.ts'
import { createTownship } from '../desk/bundle/create-township.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'
import { gatherQuarter } from './computing/gather-quarter.ts'
import { laterChanges } from './later-changes.testing.ts'
import { requirePeriod } from '../plans/periods.ts'

const seeds = townshipSeeds(20)
const code = '2026Q1'

function write({ app }: TestTownship, statements: readonly string[]): void {
  app.mutate({
    actor: 'test',
    action: 'test.change',
    areas: [],
    write(tx) {
      for (const statement of statements) tx.run(statement)
    },
    audit: () => ({ subject: null, detail: {} }),
  })
}

function gathered({ app }: TestTownship): string {
  return canonicalJson(gatherQuarter(app.read(), requirePeriod(app.read(), code)))
}

/** Everything that is kept of a computation, byte for byte. */
function kept({ app }: TestTownship) {
  return {
    snapshots: app.read().select({ document: snapshot.document, hash: snapshot.hash }).from(snapshot).all(),
    results: app.read().select({ document: resultVersion.document, hash: resultVersion.hash }).from(resultVersion).all(),
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

describe(`a freeze, in ${seeds.length} townships from seed ${seeds[0] ?? 0}`, () => {
  test.each(seeds)('%i: stays through whatever is changed after it, and is the same under other keys', async (seed) => {
    const bundle = caseBundle(randomTownship(seed))
    const fresh = () => testTownship(bundle, [], forkWorker, createTownship)
    const [town, twin] = await Promise.all([fresh(), fresh()])
    try {
      const first = await town.asConsole().periods.compute({ code })
      const before = kept(town)
      expect([before.snapshots.length, before.results.length]).toEqual([1, 1])
      expect(before.snapshots.map(({ document, hash }) => sha256(document) === hash)).toEqual([true])

      expect(gathered(twin)).toBe(before.snapshots[0]?.document)
      expect(town.staffId(bundle.staff[0]?.code ?? '')).not.toBe(twin.staffId(bundle.staff[0]?.code ?? ''))

      write(town, laterChanges(seed, 40))
      write(twin, laterChanges(seed, 40))
      expect(gathered(town)).not.toBe(before.snapshots[0]?.document)
      expect(await town.asConsole().periods.compute({ code })).toEqual({ ...first, isNew: false })
      expect(kept(town)).toEqual(before)

      // The control: what was changed before the freeze is in what is frozen, or refused by it.
      expect(['done', 'snapshot_refused']).toContain(await codeOf(twin.asConsole().periods.compute({ code })))
      expect(kept(twin).snapshots[0]?.hash).not.toBe(before.snapshots[0]?.hash)
    } finally {
      town.dispose()
      twin.dispose()
    }
  })

  test('is not opened again by the procedures of its inputs', async () => {
    const town = await testTownship(caseBundle(randomTownship(seeds[0] ?? 0)))
    try {
      const client = town.asConsole()
      await client.periods.compute({ code })
      const before = kept(town)
      const office = town.as(null, 'inspector')
      const row = (await office.periods.list({})).find((period) => period.code === code)
      const [plan] = await office.plans.list({})
      if (row === undefined || plan === undefined) throw new Error('no period')
      const { id: periodId } = row
      const module = town.moduleId('m0')
      const refused = await Promise.all([
        codeOf(office.periods.setPkFactors({ periodId, factors: [{ moduleId: module, factor: '2' }] })),
        codeOf(office.periods.setPlan({ id: periodId, planId: plan.id, version: row.version })),
        codeOf(office.plans.edit({ id: plan.id, name: plan.name, document: (await office.plans.get({ id: plan.id })).document, version: plan.version })),
        codeOf(office.periods.advance({ id: periodId, to: 'scoring', version: row.version })),
      ])
      expect(refused).toEqual(['period_not_open', 'period_not_open', 'plan_approved', 'period_not_open'])
      expect(() => write(town, ["UPDATE plan SET document = json_set(document, '$.quarter.quarterGrades.good', '1')"])).toThrow()
      expect(() => write(town, ["UPDATE snapshot SET document = '{}'"])).toThrow()
      expect(kept(town)).toEqual(before)
    } finally {
      town.dispose()
    }
  })
})
