/** Why a data folder cannot be opened or written; each code has one sentence in the contract's vocabulary. */
export type StorageCode =
  | 'no_database'
  | 'keys_missing'
  | 'database_missing'
  | 'wrong_key'
  | 'newer_database'
  | 'not_a_township'
  | 'in_use'
  | 'not_empty'
  | 'disk_full'
  | 'read_only'
  | 'disk_error'
  | 'damaged'
  | 'network_path'

/** An expected failure of storage; nothing was changed. */
export class StorageRefusal extends Error {
  readonly code: StorageCode
  constructor(code: StorageCode, options?: ErrorOptions) {
    super(code, options)
    this.name = 'StorageRefusal'
    this.code = code
  }
}

const sqliteCodes: readonly (readonly [RegExp, StorageCode])[] = [
  [/^SQLITE_FULL/, 'disk_full'],
  [/^SQLITE_(READONLY|PERM)/, 'read_only'],
  [/^SQLITE_(IOERR|CANTOPEN)/, 'disk_error'],
  [/^SQLITE_BUSY/, 'in_use'],
  [/^SQLITE_CORRUPT/, 'damaged'],
  [/^SQLITE_NOTADB/, 'damaged'],
]

const systemCodes: Readonly<Record<string, StorageCode>> = { ENOSPC: 'disk_full', EDQUOT: 'disk_full', EROFS: 'read_only', EACCES: 'read_only', EPERM: 'read_only', EIO: 'disk_error' }

/** The storage code of an error from SQLite or the file system, or null for one that is no matter of storage. */
export function storageCodeOf(error: unknown): StorageCode | null {
  if (error instanceof StorageRefusal) return error.code
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const found = sqliteCodes.find(([pattern]) => pattern.test(code))?.[1] ?? systemCodes[code]
  return found ?? (error.cause === undefined ? null : storageCodeOf(error.cause))
}
