import type { Write } from '../../../../db/types.ts'
import type { ImportRecord } from '../import-record.ts'
import type { RowCache } from './row-cache.ts'

/** An import that is being written. */
export interface Importing {
  readonly tx: Write
  readonly cache: RowCache
  readonly record: ImportRecord
  readonly newId: () => string
  /** New assignments start on this day. */
  readonly asOf: string
}
