import { gateLimits } from '../../gate/limits.ts'
import { readLimits, type ReadLimits } from '../../imports/limits.ts'

const megabyte = 1_048_576

/**
 * What a check may cost. Our longest export, a ledger of 100,000 rows, is a file of 10 MB with a sheet of 108 MB and 1.9 million cells:
 * thrice that is read, under the clock and the memory of every reading.
 */
export const verifyLimits: ReadLimits = {
  ...readLimits,
  gate: { ...gateLimits, fileBytes: 60 * megabyte, entryBytes: 300 * megabyte, totalBytes: 400 * megabyte },
  cells: 5_000_000,
  characters: 60_000_000,
}
