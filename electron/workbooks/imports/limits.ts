import { gateLimits, type GateLimits } from '../gate/limits.ts'

/** What one reading may cost. `milliseconds` from start to end; bytes of resident memory; counts over the whole workbook. Clock and memory are looked at now and then: both stand below the promised 10 s and 512 MB. */
export interface ReadLimits {
  readonly gate: GateLimits
  readonly milliseconds: number
  readonly memoryBytes: number
  readonly heapMegabytes: number
  readonly cells: number
  readonly rows: number
  readonly merges: number
  readonly characters: number
  readonly sheets: number
}

export const readLimits: ReadLimits = {
  gate: gateLimits,
  milliseconds: 9_000,
  memoryBytes: 480 * 1_048_576,
  heapMegabytes: 320,
  cells: 1_000_000,
  rows: 50_000,
  merges: 20_000,
  characters: 20_000_000,
  sheets: 200,
}
