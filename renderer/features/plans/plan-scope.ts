import { defaultPeerRule, defaultScorerTable } from '../../../shared/domain/plans/scorer-table.ts'
import { defaultScorerRules } from '../../../shared/domain/plans/scorer-rules.ts'
import type { Track } from '../../../shared/domain/people/codes.ts'
import { isJsonObject, mergeDeep } from '../../../shared/lib/json.ts'
import { valueAt, withoutAt, withValueAt } from './document-path.ts'

/** Whom one sees and changes a plan for: everybody, or what one track has otherwise. */
export type PlanScope = 'all' | Track

/** The document with everything that holds where it says nothing. */
export function withUsual(document: unknown): unknown {
  return mergeDeep({ scorers: defaultScorerRules, table: defaultScorerTable, peers: defaultPeerRule, names: {}, secondment: 'home' }, document)
}

const constants = ['mode', 'dimensions', 'module', 'tasks', 'coefficient', 'validity', 'team', 'special', 'deduct'] as const

/** The document as it holds in a scope. */
export function seenIn(document: unknown, scope: PlanScope): unknown {
  if (scope === 'all') return document
  return withValueAt(document, ['quarter'], mergeDeep(valueAt(document, ['quarter']), valueAt(document, ['quarter', 'tracks', scope])))
}

/** Constants as they read: a whole number and what was typed for it are the same, and nothing typed is “no limit”. */
function readingOf(value: unknown): string {
  return JSON.stringify(value ?? '', (_, item: unknown) => (item === null ? '' : typeof item === 'number' ? String(item) : item))
}

/** What `wanted` has otherwise than `base`: objects key by key, everything else whole; undefined where nothing. */
function difference(base: unknown, wanted: unknown): unknown {
  if (isJsonObject(base) && isJsonObject(wanted)) {
    const entries = Object.entries(wanted).flatMap(([key, value]) => {
      const other = difference(valueAt(base, [key]), value)
      return other === undefined ? [] : [[key, other] as const]
    })
    return entries.length === 0 ? undefined : Object.fromEntries(entries)
  }
  return readingOf(base) === readingOf(wanted) ? undefined : wanted
}

/** The document after a change of what is seen in a scope. A track keeps what it has otherwise than the base and nothing else. */
export function changedIn(document: unknown, scope: PlanScope, change: (seen: unknown) => unknown): unknown {
  if (scope === 'all') return change(document)
  const wanted = valueAt(change(seenIn(document, scope)), ['quarter'])
  const base = valueAt(document, ['quarter'])
  const own = constants.flatMap((key) => {
    const other = difference(valueAt(base, [key]), valueAt(wanted, [key]))
    return other === undefined ? [] : [[key, other] as const]
  })
  const path = ['quarter', 'tracks', scope]
  return own.length === 0 ? withoutAt(document, path) : withValueAt(document, path, Object.fromEntries(own))
}

/** Whether a track has anything of its own. */
export function hasOwn(document: unknown, track: Track): boolean {
  return valueAt(document, ['quarter', 'tracks', track]) !== undefined
}
