import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { amend, valueAt, type SnapshotChange } from '../../../shared/domain/evaluation/amendment.ts'
import type { DescribedChange } from '../../../shared/domain/evaluation/change-text.ts'
import { describeChange } from '../../../shared/domain/evaluation/describe-change.ts'
import type { QuarterInput } from '../../../shared/domain/evaluation/case.ts'
import { deductionRules } from '../../../shared/domain/points/codes.ts'
import { parseQuarterInput } from '../../../shared/domain/evaluation/parse-case.ts'
import { deduction, resultVersion, staff } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { alreadyThere, nextSeq, requireRow, wrongField } from '../app/rows.ts'
import { named, nouns } from '../app/vocabulary.ts'
import { keepSnapshot, latestSnapshot, snapshotInput, storeQuarter, type SnapshotRow } from '../evaluation/compute-quarter.ts'
import { isPublic, type PeriodRow } from '../evaluation/periods.ts'
import { newestVersion, type Computing } from '../evaluation/result-versions.ts'
import { rulingWords } from './vocabulary.ts'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const value = z.union([scalar, z.record(z.string(), scalar)])

/** A change as a ruling keeps it: with what it meant when it was proposed. */
const keptChange = z.object({ path: z.array(z.union([z.string(), z.record(z.string(), z.string())])), before: value, after: value, what: z.string(), was: z.string(), becomes: z.string(), staff: z.array(z.string()) })
export type KeptChange = z.infer<typeof keptChange>

/** The changes of an amendment as they are stored. */
export function readChanges(text: string | null): readonly KeptChange[] {
  return text === null ? [] : z.array(keptChange).parse(JSON.parse(text))
}

export interface AmendedQuarter {
  readonly frozen: SnapshotRow
  readonly before: QuarterInput
  readonly after: QuarterInput
  readonly said: readonly DescribedChange[]
}

/** A frozen quarter with the changes made in it. Refusals: `not_frozen`, `invalid_input` (nothing a ruling may change), `amendment_stale`, `amendment_refused`. */
export function amendQuarter(read: Read, row: PeriodRow, changes: readonly SnapshotChange[]): AmendedQuarter {
  const frozen = row.kind === 'quarter' && newestVersion(read, row.id) !== null ? latestSnapshot(read, row.id) : null
  if (frozen === null) throw new Refusal('not_frozen', { period: row.code })
  const before = snapshotInput(frozen)
  const said = changes.map((change, place) => {
    const described = describeChange(change, before)
    if (described === null) throw wrongField(`changes.${String(place)}`, rulingWords.unknownChange)
    return described
  })
  const amended = amend(JSON.parse(frozen.document), changes)
  if (amended.kind === 'stale') throw staleRefusal(before, changes, said, amended.place)
  const parsed = parseQuarterInput(amended.document)
  if (parsed.kind === 'refused') throw new Refusal('amendment_refused', { count: parsed.issues.length, first: parsed.issues[0]?.message ?? '' }, parsed.issues)
  return { frozen, before, after: parsed.input, said }
}

/** Names the change, what it was made from, and what stands there now. */
function staleRefusal(before: QuarterInput, changes: readonly SnapshotChange[], said: readonly DescribedChange[], place: number): Refusal {
  const change = changes[place]
  const described = said[place]
  const now = change === undefined ? undefined : presentValue(before, change)
  const text = change === undefined || now === undefined ? rulingWords.gone : (describeChange({ ...change, before: now, after: now }, before)?.before ?? rulingWords.gone)
  return new Refusal('amendment_stale', { what: described?.what ?? '', before: described?.before ?? '', now: text })
}

/** What stands at the path of a change now; undefined where nothing does. */
function presentValue(input: QuarterInput, { path }: SnapshotChange): SnapshotChange['before'] | undefined {
  const read = value.safeParse(valueAt(input, path))
  return read.success ? read.data : undefined
}

/**
 * Puts an approved amendment into effect: a further snapshot named for the ruling, and its result as a further version, published at
 * once where the period is public already.
 */
export function takeAmendment(computing: Computing, row: PeriodRow, ruling: { readonly id: string; readonly reason: string }, changes: readonly KeptChange[]): number {
  const { tx } = computing
  const { after } = amendQuarter(tx, row, changes)
  const frozen = keepSnapshot(computing, row, after, ruling.id)
  const { versionId, resultVersion: number } = storeQuarter(computing, row, frozen)
  if (isPublic(row)) tx.update(resultVersion).set({ state: 'published' }).where(eq(resultVersion.id, versionId)).run()
  keepInLedger(computing, ruling.reason, changes)
  return number
}

const deductionRow = z.object({ id: z.string(), staff: z.string(), rule: z.enum(deductionRules), date: z.string(), exempt: z.boolean() })

/** What an amendment does to 扣分 is done in their ledger too, since later quarters of the year count from it. */
function keepInLedger({ tx, newId }: Computing, reason: string, changes: readonly KeptChange[]): void {
  for (const { path, before, after } of changes) {
    const [list, key, field] = path
    if (list !== 'deductions') continue
    const code = typeof key === 'object' ? (key['id'] ?? '') : deductionRow.parse(after).id
    const row = tx.select().from(deduction).where(eq(deduction.code, code)).get()
    if (field === 'exempt' && typeof after === 'boolean') writeDeduction(tx, row, { exempt: after, exemptReason: after ? reason : null })
    else if (before !== null && after === null) writeDeduction(tx, row, { state: 'rejected' })
    else if (before === null) {
      const { staff: person, rule, date, exempt } = deductionRow.parse(after)
      const added = { rule, date, exempt, matter: reason, exemptReason: exempt ? reason : null, state: 'approved' } as const
      if (row !== undefined) throw alreadyThere('changes', named(nouns.deduction, code))
      tx.insert(deduction).values({ id: newId(), code, seq: nextSeq(tx, deduction), staffId: staffIdOf(tx, person), ...added }).run()
    }
  }
}

function writeDeduction(tx: Write, row: typeof deduction.$inferSelect | undefined, changed: Partial<Pick<typeof deduction.$inferSelect, 'exempt' | 'exemptReason' | 'state'>>): void {
  if (row !== undefined) tx.update(deduction).set({ ...changed, version: row.version + 1 }).where(eq(deduction.id, row.id)).run()
}

function staffIdOf(read: Read, code: string): string {
  return requireRow(read.select({ id: staff.id }).from(staff).where(eq(staff.code, code)).get(), nouns.person).id
}
