import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { grid } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'

export type GridRecord = typeof grid.$inferSelect

export function requireGrid(read: Read, id: string): GridRecord {
  return requireRow(read.select().from(grid).where(eq(grid.id, id)).get(), nouns.grid)
}

/** The refusal of what a grid that is stopped takes no more. */
export function stoppedRefusal({ name, stoppedOn }: GridRecord, action: string): Refusal {
  return new Refusal('grid_stopped', { name, day: stoppedOn ?? '', action })
}
