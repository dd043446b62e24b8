import type { DataFolder } from '../../db/data-folder.ts'
import { deriveKeys, type DerivedKeys } from '../../db/derived-keys.ts'
import { openDatabase, type OpenDatabase } from '../../db/open.ts'
import type { Read, Write } from '../../db/types.ts'
import type { Area } from '../../../shared/contract/procedure.ts'
import { appendAudit, writeAnchor, type AuditFact } from './audit-chain.ts'
import { createChangeFeed, type ChangeFeed } from './change-feed.ts'
import type { Environment } from './environment.ts'

/** One open township. Reading is free; writing goes through `mutate` alone. */
export interface App {
  readonly folder: DataFolder
  readonly dataKey: Buffer
  readonly keys: DerivedKeys
  readonly environment: Environment
  readonly feed: ChangeFeed
  readonly read: () => Read
  readonly mutate: <Result>(change: Change<Result>) => Result
  /** The open file itself, for copies and checks. */
  readonly database: () => OpenDatabase
  /** Closes the file, lets `swap` replace it, and opens what lies there then, also when `swap` fails. */
  readonly replaceDatabase: (swap: () => void) => void
  readonly close: () => void
}

export interface Change<Result> {
  readonly actor: string
  readonly action: string
  readonly areas: readonly Area[]
  readonly write: (tx: Write, now: string) => Result
  /** What the audit log keeps of it. */
  readonly audit: (result: Result) => Pick<AuditFact, 'subject' | 'detail'>
}

export interface AppOptions {
  readonly folder: DataFolder
  readonly dataKey: Buffer
  readonly mode: 'create' | 'open'
  readonly environment: Environment
}

/** Opens (or makes) the database of a folder. Refusals: the storage codes. */
export function openApp({ folder, dataKey, mode, environment }: AppOptions): App {
  const keys = deriveKeys(dataKey)
  const feed = createChangeFeed()
  let database = openDatabase({ file: folder.database, keys, mode })

  function mutate<Result>(change: Change<Result>): Result {
    const result = database.db.transaction(
      (tx) => {
        const now = environment.now()
        const written = change.write(tx, now)
        appendAudit(tx, keys, { at: now, actor: change.actor, action: change.action, ...change.audit(written) })
        return written
      },
      { behavior: 'immediate' },
    )
    feed.publish([...change.areas, 'audit'])
    return result
  }

  return {
    folder,
    dataKey,
    keys,
    environment,
    feed,
    mutate,
    read: () => database.db,
    database: () => database,
    replaceDatabase(swap) {
      database.close()
      try {
        swap()
      } finally {
        database = openDatabase({ file: folder.database, keys, mode: 'open' })
      }
    },
    close() {
      try {
        writeAnchor(folder.anchor, database.db, keys)
      } finally {
        database.close()
      }
    },
  }
}
