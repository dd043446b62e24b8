import type { ImportScope } from '../../../../../shared/domain/reports/imports/types.ts'
import { moduleTable } from '../../../../db/schema/index.ts'
import type { Guarded } from '../../../app/guard.ts'
import type { Scene } from './import-kind.ts'

/** Module codes the caller may bring rows for. */
export function scopeOf({ view, read }: Pick<Guarded, 'view' | 'read'>): ImportScope {
  if (view.kind === 'all') return 'all'
  return read.select().from(moduleTable).all().filter(({ id }) => view.modules.includes(id)).map(({ code }) => code)
}

/** Whose people they are is a question of today, whatever day a caller of one module names. */
export function dayOfScope({ guard, asOf, today }: Pick<Scene, 'guard' | 'asOf' | 'today'>): string {
  return guard.view.kind === 'all' ? asOf : today
}
