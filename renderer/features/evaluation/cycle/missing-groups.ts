import { groupBy } from '../../../../shared/lib/group-by.ts'
import type { Place } from '../../../api/place.ts'
import type { MissingKind } from '../../plans/api-types.ts'

/** In the order in which it is best put right. */
const kindOrder: readonly MissingKind[] = ['running', 'stage', 'plan', 'noSheets', 'noScorer', 'unrated', 'sheet', 'smallModule', 'ballot', 'task', 'point', 'village', 'post', 'pkFactor', 'groupGrade', 'ruling', 'snapshot', 'quarters', 'yearInputs', 'openQuarters']

/** One missing thing as the host names it. */
export type MissingRow = { readonly message: string } & (
  | { readonly kind: 'running' | 'stage' | 'noSheets' | 'quarters' | 'openQuarters' | 'yearInputs' | 'noScorer' | 'unrated' | 'ballot' | 'smallModule' | 'point' | 'village' | 'post' | 'pkFactor' | 'groupGrade' | 'ruling' | 'snapshot' }
  | { readonly kind: 'plan'; readonly planId: string }
  | { readonly kind: 'sheet'; readonly sheetId: string }
  | { readonly kind: 'task'; readonly taskId: string; readonly moduleId: string }
)

export interface MissingGroup {
  readonly kind: MissingKind
  readonly rows: readonly MissingRow[]
}

/** What is missing by kind, in the order in which it is best put right. */
export function missingGroups(rows: readonly MissingRow[]): readonly MissingGroup[] {
  const groups = [...groupBy(rows, ({ kind }) => kind)].map(([kind, ofKind]) => ({ kind, rows: ofKind }))
  return groups.sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind))
}

/** Where it is put right; null for a task of a module that is not shown. `moduleCodes` by module id. */
export function placeOfMissing(row: MissingRow, moduleCodes: ReadonlyMap<string, string>): Place | null {
  switch (row.kind) {
    case 'plan':
      return { tab: 'evaluation', section: 'plans', id: row.planId }
    case 'sheet':
      return { tab: 'evaluation', section: 'sheets', id: row.sheetId }
    case 'ballot':
      return { tab: 'evaluation', section: 'ballot' }
    case 'smallModule':
      return { tab: 'evaluation', section: 'plans' }
    case 'task': {
      const module = moduleCodes.get(row.moduleId)
      return module === undefined ? null : { tab: 'module', module, section: 'tasks', id: row.taskId }
    }
    case 'point':
      return { tab: 'evaluation', section: 'inputs', id: 'points' }
    case 'village':
      return { tab: 'evaluation', section: 'inputs', id: 'villages' }
    case 'pkFactor':
      return { tab: 'evaluation', section: 'inputs', id: 'factors' }
    case 'yearInputs':
      return { tab: 'evaluation', section: 'inputs', id: 'standings' }
    case 'groupGrade':
      return { tab: 'evaluation', section: 'inputs', id: 'groups' }
    case 'ruling':
      return { tab: 'evaluation', section: 'rulings' }
    case 'post':
    case 'noScorer':
      return { tab: 'system', section: 'township' }
    case 'noSheets':
    case 'unrated':
      return { tab: 'evaluation', section: 'sheets' }
    case 'snapshot':
      return { tab: 'evaluation', section: 'inputs', id: 'sources' }
    case 'running':
    case 'stage':
    case 'quarters':
    case 'openQuarters':
      return { tab: 'evaluation', section: 'cycle' }
  }
}
