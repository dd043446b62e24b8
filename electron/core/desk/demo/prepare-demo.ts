import { eq } from 'drizzle-orm'
import { storeContent } from '../../../db/content-store.ts'
import { bonusPool, decision, period, resultVersion } from '../../../db/schema/index.ts'
import type { App } from '../../app/app.ts'
import { markSealed } from '../../evaluation/sheets/ballot-course.ts'
import { computeQuarter } from '../../evaluation/computing/compute-quarter.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { listResults } from '../../evaluation/results/results.ts'
import { newestVersion } from '../../evaluation/computing/result-versions.ts'
import { writeDemoAttachments } from './attachments.ts'
import { dayEntered, firstInspector, writeCycle } from './cycle.ts'
import { writeGovernance } from './governance.ts'
import { writeDemoPlans } from './plans.ts'
import { writeDemoRegisters } from './registers.ts'
import { writeDemoRulings } from './rulings.ts'
import { writeTaskWork } from './task-work.ts'
import { addVillageWork } from './village-work.ts'

const demoYear = '2026'
const firstQuarter = '2026Q1'
/** 绩效奖金 of the demo's year by pool, in fen. */
const bonusPools = [
  ['leader', 27_000_000],
  ['civil', 66_000_000],
  ['institution', 72_000_000],
  ['contract', 30_000_000],
  ['special', 8_000_000],
] as const

const meeting = '镇党委会议（2026年第7次）'

/** Brings the demo to where a township stands in summer: the first quarter computed, decided and published, the second ready to freeze. */
export function prepareDemo(app: App): void {
  const { newId } = app.environment
  app.mutate({
    actor: 'console',
    action: 'demo.prepare',
    areas: ['period', 'result', 'register', 'village', 'event', 'tuesday', 'meeting', 'ruling', 'appeal'],
    write(tx, now) {
      writeTaskWork(tx, newId)
      writeDemoAttachments({ tx, newId, keep: (bytes) => storeContent(app.folder.attachments, app.keys, bytes) })
      const computedOn = dayEntered(firstQuarter, 'computed')
      const computedAt = `${computedOn}T02:10:00.000Z`
      computeQuarter({ tx, now: computedAt, actor: firstInspector(tx), newId, closesBallot: true }, requirePeriod(tx, firstQuarter))
      // Its counts came as they are: there is no voting to be forgotten.
      markSealed(tx, computedOn)
      const row = requirePeriod(tx, firstQuarter)
      const { id: yearId } = requirePeriod(tx, demoYear)
      bonusPools.forEach(([pool, fen], index) => tx.insert(bonusPool).values({ periodId: yearId, seq: index + 1, pool, fen, confirmedBy: 'console' }).run())
      for (const { staffId, grade } of listResults(tx, row).rows) {
        tx.insert(decision).values({ id: newId(), periodId: row.id, staffId, grade, reason: null, meeting, decidedAt: computedAt }).run()
      }
      const newest = newestVersion(tx, row.id)
      if (newest !== null) tx.update(resultVersion).set({ state: 'published' }).where(eq(resultVersion.id, newest.id)).run()
      writeGovernance(tx, newId)
      tx.update(period).set({ stage: 'locked', version: row.version + 1 }).where(eq(period.id, row.id)).run()
      writeDemoRulings(tx, newId)
      writeDemoRegisters(tx, newId, now)
      addVillageWork({ tx, newId, now })
      writeCycle(tx, newId)
      writeDemoPlans(tx, newId)
    },
    audit: () => ({ subject: firstQuarter, detail: {} }),
  })
}
