/** A process of its own that tries to open a database file: prints `opened`, or the code it was refused with. */
import { deriveKeys } from '../db/derived-keys.ts'
import { openDatabase } from '../db/open.ts'
import { storageCodeOf } from '../db/refusal.ts'

const [, , file = '', dataKey = ''] = process.argv
try {
  openDatabase({ file, keys: deriveKeys(Buffer.from(dataKey, 'hex')), mode: 'open' }).close()
  process.stdout.write('opened')
} catch (error) {
  process.stdout.write(String(storageCodeOf(error)))
}
