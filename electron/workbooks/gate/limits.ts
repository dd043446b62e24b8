/** What the gate lets through. Bytes; `ratio` is unpacked to packed bytes of one part. */
export interface GateLimits {
  readonly fileBytes: number
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
  readonly ratio: number
}

export const gateLimits: GateLimits = {
  fileBytes: 20 * 1_048_576,
  entries: 2_000,
  entryBytes: 50 * 1_048_576,
  totalBytes: 200 * 1_048_576,
  ratio: 200,
}
