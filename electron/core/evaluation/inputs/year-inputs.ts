import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { poolOf } from '../../../../shared/domain/plans/pool.ts'
import { daysOfLongLeave, monthsServed, yearStatusOf } from '../../../../shared/domain/evaluation/computing/year-service.ts'
import { bonusPool, period, staff, yearStanding } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { fenOf } from '../../app/money.ts'
import { nouns } from '../../app/vocabulary.ts'
import { printedPeople } from '../../people/printed-people.ts'
import { ownPools } from '../computing/gather-seconded.ts'
import { planDocumentOf, requireOpenForInput, type PeriodRow } from '../../plans/periods.ts'
import { evaluationWords } from '../../plans/vocabulary.ts'
import { evaluatedIn } from '../computing/year-people.ts'

function requireYear(read: Read, id: string): PeriodRow {
  return requireRow(read.select().from(period).where(and(eq(period.id, id), eq(period.kind, 'year'))).get(), evaluationWords.yearPeriod)
}

/** Everyone who is evaluated in a year, with what is derived of him and what is entered. */
function listStandings(read: Read, row: PeriodRow) {
  const { quarter: plan } = planDocumentOf(read, row)
  const ownPool = ownPools(read, row)
  const printed = new Map(printedPeople(read, row.end).map((person) => [person.id, person]))
  const entered = new Map(read.select().from(yearStanding).where(eq(yearStanding.periodId, row.id)).all().map((standing) => [standing.staffId, standing]))
  return evaluatedIn(read, row).map(({ person, leaves, assignments }) => {
    const own = entered.get(person.id)
    return {
      staffId: person.id,
      staffCode: person.code,
      staffName: person.name,
      moduleName: printed.get(person.id)?.moduleName ?? '',
      postName: printed.get(person.id)?.postName ?? '',
      identity: person.identity,
      pool: poolOf({ ...person, pool: ownPool(person) }, plan.pools),
      status: yearStatusOf(person.status, leaves, row),
      leaveDays: daysOfLongLeave(leaves, row),
      warned: own?.warned ?? false,
      months: own?.months ?? null,
      monthsServed: monthsServed(assignments, row),
      confirmedBy: own?.confirmedBy ?? null,
      isEntered: own !== undefined,
      version: own?.version ?? 0,
    }
  })
}

/** The pools of the plan in their order, then others that people or amounts stand in; each with its amount. */
function listBonusPools(read: Read, row: PeriodRow) {
  const { quarter: plan } = planDocumentOf(read, row)
  const ownPool = ownPools(read, row)
  const people = Map.groupBy(evaluatedIn(read, row), ({ person }) => poolOf({ ...person, pool: ownPool(person) }, plan.pools))
  const entered = new Map(read.select().from(bonusPool).where(eq(bonusPool.periodId, row.id)).all().map((pool) => [pool.pool, pool]))
  const pools = new Set([...plan.pools.map(({ id }) => id), ...[...people.keys()].filter((pool) => pool !== null), ...entered.keys()])
  return [...pools].map((pool) => {
    const own = entered.get(pool)
    return { pool, people: people.get(pool)?.length ?? 0, fen: own?.fen ?? null, confirmedBy: own?.confirmedBy ?? null, version: own?.version ?? 0 }
  })
}

function requireSeen(version: number | undefined, seen: number): number {
  if ((version ?? 0) !== seen) throw new Refusal('changed_meanwhile')
  return seen + 1
}

/** Of which year, and by whom. */
interface Entering {
  readonly periodId: string
  readonly enteredBy: string
}

interface Standing {
  readonly staffId: string
  readonly warned: boolean
  readonly months: number | null
  readonly version: number
}

function writeStanding(tx: Write, { periodId, enteredBy }: Entering, { staffId, warned, months, version: seen }: Standing): number {
  requireRow(tx.select({ id: staff.id }).from(staff).where(eq(staff.id, staffId)).get(), nouns.person)
  const own = tx.select({ version: yearStanding.version }).from(yearStanding).where(and(eq(yearStanding.periodId, periodId), eq(yearStanding.staffId, staffId))).get()
  const version = requireSeen(own?.version, seen)
  const values = { warned, months, version, enteredBy, confirmedBy: null }
  tx.insert(yearStanding).values({ periodId, staffId, ...values }).onConflictDoUpdate({ target: [yearStanding.periodId, yearStanding.staffId], set: values }).run()
  return version
}

interface PoolAmount {
  readonly pool: string
  readonly amount: string | null
  readonly version: number
}

function writePool(tx: Write, { periodId, enteredBy }: Entering, seq: number, { pool, amount, version: seen }: PoolAmount): void {
  const at = and(eq(bonusPool.periodId, periodId), eq(bonusPool.pool, pool))
  const own = tx.select({ version: bonusPool.version }).from(bonusPool).where(at).get()
  const version = requireSeen(own?.version, seen)
  if (amount === null) {
    tx.delete(bonusPool).where(at).run()
    return
  }
  const values = { fen: fenOf(amount), version, enteredBy, confirmedBy: null }
  tx.insert(bonusPool).values({ periodId, pool, seq, ...values }).onConflictDoUpdate({ target: [bonusPool.periodId, bonusPool.pool], set: values }).run()
}

/** Refusals: `changed_meanwhile` where another value stands there than the confirmer has seen, `same_hand` where he entered it himself. */
function requireConfirmable(own: { readonly version: number; readonly enteredBy: string | null } | undefined, seen: number, confirmedBy: string): void {
  if (own?.version !== seen) throw new Refusal('changed_meanwhile')
  if (own.enteredBy === confirmedBy) throw new Refusal('same_hand', { action: evaluationWords.confirmYear })
}

export const yearInputsRouter = {
  standings: guarded.yearInputs.standings.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    return listStandings(guard.read, requireYear(guard.read, input.periodId))
  }),

  setStandings: guarded.yearInputs.setStandings.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: () => ({ staff: input.standings.map(({ staffId }) => staffId) }),
      write(tx) {
        const row = requireYear(tx, input.periodId)
        requireOpenForInput(row, evaluationWords.enterYear)
        return input.standings.map((standing) => ({ staffId: standing.staffId, version: writeStanding(tx, { periodId: row.id, enteredBy: guard.actor.name }, standing) }))
      },
      audit: () => ({ subject: input.periodId, detail: { standings: input.standings } }),
    }),
  ),

  pools: guarded.yearInputs.pools.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    return listBonusPools(guard.read, requireYear(guard.read, input.periodId))
  }),

  setPools: guarded.yearInputs.setPools.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireYear(tx, input.periodId)
        requireOpenForInput(row, evaluationWords.enterYear)
        const order = listBonusPools(tx, row).map(({ pool }) => pool)
        for (const amount of input.pools) {
          const place = order.indexOf(amount.pool)
          if (place < 0) throw new Refusal('not_found', { what: evaluationWords.pool })
          writePool(tx, { periodId: row.id, enteredBy: guard.actor.name }, place + 1, amount)
        }
        return {}
      },
      audit: () => ({ subject: input.periodId, detail: { pools: input.pools } }),
    }),
  ),

  confirm: guarded.yearInputs.confirm.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: () => ({ staff: input.standings.map(({ staffId }) => staffId) }),
      write(tx) {
        const row = requireYear(tx, input.periodId)
        requireOpenForInput(row, evaluationWords.confirmYear)
        const confirmedBy = guard.actor.name
        for (const { staffId, version } of input.standings) {
          const at = and(eq(yearStanding.periodId, row.id), eq(yearStanding.staffId, staffId))
          requireConfirmable(tx.select().from(yearStanding).where(at).get(), version, confirmedBy)
          tx.update(yearStanding).set({ confirmedBy }).where(at).run()
        }
        for (const { pool, version } of input.pools) {
          const at = and(eq(bonusPool.periodId, row.id), eq(bonusPool.pool, pool))
          requireConfirmable(tx.select().from(bonusPool).where(at).get(), version, confirmedBy)
          tx.update(bonusPool).set({ confirmedBy }).where(at).run()
        }
        return { confirmed: input.standings.length + input.pools.length }
      },
      audit: ({ confirmed }) => ({ subject: input.periodId, detail: { confirmed, standings: input.standings, pools: input.pools } }),
    }),
  ),
}
