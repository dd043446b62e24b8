import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { amend, type SnapshotChange } from '../../../shared/domain/evaluation/amendment.ts'
import { periodTitle } from '../../../shared/domain/evaluation/cycle-vocabulary.ts'
import { describeChange, type DescribedChange } from '../../../shared/domain/evaluation/describe-change.ts'
import type { QuarterInput } from '../../../shared/domain/evaluation/case.ts'
import { parseQuarterInput } from '../../../shared/domain/evaluation/parse-case.ts'
import { deduction, resultVersion } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { wrongField } from '../app/rows.ts'
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
  if (frozen === null) throw new Refusal('not_frozen', { period: periodTitle(row.code) })
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
  let at: unknown = input
  for (const step of path) {
    if (typeof step === 'string') at = typeof at === 'object' && at !== null ? new Map<string, unknown>(Object.entries(at)).get(step) : undefined
    else at = Array.isArray(at) ? at.find((row: unknown) => typeof row === 'object' && row !== null && Object.entries(step).every(([name, text]) => String(new Map<string, unknown>(Object.entries(row)).get(name)) === text)) : undefined
  }
  const read = value.safeParse(at)
  return read.success ? read.data : undefined
}

/**
 * Puts an approved amendment into effect: a further snapshot named for the ruling, and its result as a further version, published at
 * once where the period is public already. An exempted deduction is marked in its ledger as well, so that later quarters do not count it.
 */
export function takeAmendment(computing: Computing, row: PeriodRow, ruling: { readonly id: string; readonly reason: string }, changes: readonly KeptChange[]): number {
  const { tx } = computing
  const { after } = amendQuarter(tx, row, changes)
  const frozen = keepSnapshot(computing, row, after, ruling.id)
  const { versionId, resultVersion: number } = storeQuarter(computing, row, frozen)
  if (isPublic(row)) tx.update(resultVersion).set({ state: 'published' }).where(eq(resultVersion.id, versionId)).run()
  for (const { path, after: becomes } of changes) {
    const [list, key, field] = path
    if (list !== 'deductions' || typeof key !== 'object' || field !== 'exempt' || typeof becomes !== 'boolean') continue
    tx.update(deduction).set({ exempt: becomes, exemptReason: becomes ? ruling.reason : null }).where(eq(deduction.code, key['id'] ?? '')).run()
  }
  return number
}
