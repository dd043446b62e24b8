import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal, type Issue } from '../../../../shared/contract/refusal.ts'
import { describeYearChange } from '../../../../shared/domain/evaluation/rulings/amend-year.ts'
import { amend, valueAt, type SnapshotChange } from '../../../../shared/domain/evaluation/rulings/amendment.ts'
import type { DescribedChange } from '../../../../shared/domain/evaluation/rulings/change-text.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { describeChange } from '../../../../shared/domain/evaluation/rulings/describe-change.ts'
import type { QuarterInput, YearInput } from '../../../../shared/domain/plans/case.ts'
import { deductionRules } from '../../../../shared/domain/plans/points/codes.ts'
import { parseCase, parseQuarterInput, yearCaseFormat } from '../../../../shared/domain/evaluation/reading/parse-case.ts'
import { yearResult } from '../../../../shared/domain/evaluation/results/result-document.ts'
import { evaluateYear } from '../../../../shared/domain/evaluation/computing/year.ts'
import { deduction, resultVersion, staff } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { alreadyThere, nextSeq, requireRow, wrongField } from '../../app/rows.ts'
import { named, nouns } from '../../app/vocabulary.ts'
import { keepSnapshot, latestSnapshot, snapshotInput, storeQuarter } from './compute-quarter.ts'
import { namesByCode } from './names-by-code.ts'
import { isPublic, type PeriodRow } from '../../plans/periods.ts'
import { newestVersion, storeVersion, type Computing } from './result-versions.ts'
import { amendWords } from '../../plans/vocabulary.ts'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const value = z.union([scalar, z.record(z.string(), scalar)])

/** A change as a ruling keeps it: with what it meant when it was proposed. */
const keptChange = z.object({ path: z.array(z.union([z.string(), z.record(z.string(), z.string())])), before: value, after: value, what: z.string(), was: z.string(), becomes: z.string(), staff: z.array(z.string()) })
export type KeptChange = z.infer<typeof keptChange>

/** The changes of an amendment as they are stored. */
export function readChanges(text: string | null): readonly KeptChange[] {
  return text === null ? [] : z.array(keptChange).parse(JSON.parse(text))
}

export interface Amended<Input> {
  readonly before: Input
  readonly after: Input
  readonly said: readonly DescribedChange[]
}

/** A frozen quarter with the changes made in it. Refusals: `not_frozen`, `invalid_input` (nothing a ruling may change), `amendment_stale`, `amendment_refused`. */
export function amendQuarter(read: Read, row: PeriodRow, changes: readonly SnapshotChange[]): Amended<QuarterInput> {
  const frozen = newestVersion(read, row.id) === null ? null : latestSnapshot(read, row.id)
  if (frozen === null) throw new Refusal('not_frozen', { period: periodTitle(row.code) })
  const before = snapshotInput(frozen)
  const { document, said } = changed(frozen.document, changes, (change) => describeChange(change, before))
  const parsed = parseQuarterInput(document)
  if (parsed.kind === 'refused') throw refusedAs(parsed.issues)
  return { before, after: parsed.input, said }
}

/** A published year with the changes made in it. Refusals: those of a quarter, and `amendment_needless` before its 公示. */
export function amendYear(read: Read, row: PeriodRow, changes: readonly SnapshotChange[]): Amended<YearInput> {
  const { document: text, input: before } = publishedYear(read, row)
  const names = namesByCode(read).staff
  const { document, said } = changed(text, changes, (change) => describeYearChange(change, (code) => names.get(code)?.name ?? code))
  const parsed = parseCase(document)
  if (parsed.kind === 'refused') throw refusedAs(parsed.issues)
  if (parsed.kind !== 'year') throw new Error(`the snapshot of ${row.code} is no year`)
  return { before, after: parsed.input, said }
}

/** What the published result of a year stands on. Until then a year is computed anew, and nothing needs a ruling. Refusals: `not_frozen`, `amendment_needless`. */
export function publishedYear(read: Read, row: PeriodRow): { readonly document: string; readonly input: YearInput } {
  const frozen = newestVersion(read, row.id) === null ? null : latestSnapshot(read, row.id)
  if (frozen === null) throw new Refusal('not_frozen', { period: periodTitle(row.code) })
  if (!isPublic(row)) throw new Refusal('amendment_needless', { period: periodTitle(row.code) })
  const parsed = parseCase(JSON.parse(frozen.document))
  if (parsed.kind !== 'year') throw new Error(`snapshot ${frozen.id} is no year`)
  return { document: frozen.document, input: parsed.input }
}

/** What the changes of an amendment mean; the refusals are those of making them. */
export function describeAmendment(read: Read, row: PeriodRow, changes: readonly SnapshotChange[]): readonly DescribedChange[] {
  return row.kind === 'year' ? amendYear(read, row, changes).said : amendQuarter(read, row, changes).said
}

type Describe = (change: SnapshotChange) => DescribedChange | null

function changed(text: string, changes: readonly SnapshotChange[], describe: Describe): { readonly document: unknown; readonly said: readonly DescribedChange[] } {
  const before: unknown = JSON.parse(text)
  const said = changes.map((change, place) => {
    const described = describe(change)
    if (described === null) throw wrongField(`changes.${String(place)}`, amendWords.unknownChange)
    return described
  })
  const amended = amend(before, changes)
  if (amended.kind === 'stale') throw staleRefusal(before, changes[amended.place], said[amended.place], describe)
  return { document: amended.document, said }
}

/** Names the change, what it was made from, and what stands there now. */
function staleRefusal(document: unknown, change: SnapshotChange | undefined, described: DescribedChange | undefined, describe: Describe): Refusal {
  const now = change === undefined ? undefined : value.safeParse(valueAt(document, change.path)).data
  const text = change === undefined || now === undefined ? amendWords.gone : (describe({ ...change, before: now, after: now })?.before ?? amendWords.gone)
  return new Refusal('amendment_stale', { what: described?.what ?? '', before: described?.before ?? '', now: text })
}

function refusedAs(issues: readonly Issue[]): Refusal {
  return new Refusal('amendment_refused', { count: issues.length, first: issues[0]?.message ?? '' }, issues)
}

/**
 * Puts an approved amendment into effect: a further snapshot named for the ruling, and its result as a further version, published at
 * once where the period is public already.
 */
export function takeAmendment(computing: Computing, row: PeriodRow, ruling: { readonly id: string; readonly reason: string }, changes: readonly KeptChange[]): number {
  const { tx } = computing
  const { versionId, resultVersion: number } = row.kind === 'year' ? storeAmendedYear(computing, row, ruling.id, changes) : storeQuarter(computing, row, keepSnapshot(computing, row, amendQuarter(tx, row, changes).after, ruling.id))
  if (isPublic(row)) tx.update(resultVersion).set({ state: 'published' }).where(eq(resultVersion.id, versionId)).run()
  if (row.kind === 'quarter') keepInLedger(computing, ruling.reason, changes)
  return number
}

function storeAmendedYear(computing: Computing, row: PeriodRow, rulingId: string, changes: readonly KeptChange[]) {
  const { after } = amendYear(computing.tx, row, changes)
  const frozen = keepSnapshot(computing, row, { format: yearCaseFormat, ...after }, rulingId)
  return storeVersion(computing, row, frozen.id, yearResult(evaluateYear(after)))
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
