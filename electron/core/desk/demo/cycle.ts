import { readFileSync } from 'node:fs'
import path from 'node:path'
import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { periodStages, type PeriodStage } from '../../../../shared/domain/plans/cycle.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { proposeSummary } from '../../../../shared/domain/evaluation/summaries/self-summary.ts'
import { appRoot } from '../../../app-root.ts'
import { account, accountRole, decision, peerBallot, period, periodStep, selfSummary } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { planByProposal } from '../../evaluation/computing/period-steps.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { evaluatedPeople, summaryFacts } from '../../evaluation/summaries/self-summaries.ts'
import { diceOf } from './dice.ts'

const seed = 2026
const text = z.string().min(1)
const day = z.iso.date()

const cycleTable = z.strictObject({
  periods: z.array(z.strictObject({ code: text, steps: z.array(z.strictObject({ stage: z.enum(periodStages), from: day, to: day, entered: day.nullable() })) })),
  entered: z.record(text, day),
  /** What closes a 个人小结. */
  shortcomings: z.array(text).min(1),
})

/** The account of the first 督考, who runs the periods. */
export function firstInspector(read: Read): string {
  return read.select({ name: account.name }).from(account).innerJoin(accountRole, eq(accountRole.accountId, account.id)).where(eq(accountRole.role, 'inspector')).orderBy(asc(account.seq)).get()?.name ?? 'console'
}

function readCycle(): z.infer<typeof cycleTable> {
  return cycleTable.parse(JSON.parse(readFileSync(path.join(appRoot, 'resources', 'demo', 'cycle.json'), 'utf8')))
}

/** The day on which a period of the demo entered a stage. @throws where its cycle names none */
export function dayEntered(code: string, wanted: PeriodStage): string {
  const entered = readCycle().periods.find((one) => one.code === code)?.steps.find(({ stage }) => stage === wanted)?.entered
  if (entered === undefined || entered === null) throw new Error(`the demo's ${code} never entered ${wanted}`)
  return entered
}

/** 周期计划 of the demo's year, with the days its stages were entered, and 个人小结 of its two quarters: of the second a few are still to come. */
export function writeCycle(tx: Write, newId: () => string): void {
  const table = readCycle()
  const inspector = firstInspector(tx)
  const written = new Set(table.periods.map(({ code }) => code))
  for (const row of tx.select().from(period).all().filter(({ code }) => !written.has(code))) {
    planByProposal(tx, row)
    const entered = table.entered[row.code]
    if (entered !== undefined) tx.update(periodStep).set({ enteredOn: entered, enteredBy: inspector }).where(and(eq(periodStep.periodId, row.id), eq(periodStep.stage, row.stage))).run()
  }
  for (const { code, steps } of table.periods) {
    const { id: periodId } = requirePeriod(tx, code)
    for (const { stage, from, to, entered } of steps) {
      const planned = { plannedFrom: from, plannedTo: to, enteredOn: entered, enteredBy: entered === null ? null : inspector }
      tx.insert(periodStep).values({ periodId, stage, ...planned }).onConflictDoUpdate({ target: [periodStep.periodId, periodStep.stage], set: planned }).run()
    }
    const enteredOn = (wanted: PeriodStage) => steps.find(({ stage }) => stage === wanted)?.entered ?? null
    const [votingSince, decidedOn] = [enteredOn('scoring'), enteredOn('deciding')]
    if (votingSince !== null) tx.update(peerBallot).set({ openedOn: votingSince }).where(eq(peerBallot.periodId, periodId)).run()
    if (decidedOn !== null) tx.update(decision).set({ decidedAt: `${decidedOn}T07:00:00.000Z` }).where(eq(decision.periodId, periodId)).run()
    writeSummaries(tx, newId, code, table)
  }
}

/** Of the period at hand one in eight has not handed in, and one in eight has not begun. */
function writeSummaries(tx: Write, newId: () => string, code: string, { periods, shortcomings }: z.infer<typeof cycleTable>): void {
  const row = requirePeriod(tx, code)
  const dice = diceOf(seed, `summaries-${code}`)
  const isOver = row.stage === 'locked'
  const due = periods.find((one) => one.code === code)?.steps.find(({ stage }) => stage === 'summarising')?.to ?? row.end
  for (const { staffId } of evaluatedPeople(tx, row)) {
    const luck = dice.below(8)
    if (!isOver && luck === 0) continue
    const content = `${proposeSummary(periodTitle(code), summaryFacts(tx, row, staffId))}${dice.pick(shortcomings)}`
    tx.insert(selfSummary).values({ id: newId(), periodId: row.id, staffId, text: content, submittedOn: !isOver && luck === 1 ? null : due }).run()
  }
}
