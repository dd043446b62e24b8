import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { cellDigest, digestLength, oddDigest, sheetDigester, type CellContent } from './cell-digest.ts'
import { keepAt, placeOf, type KeptCells } from './kept-cells.ts'

/**
 * The digests of a sheet's cells as they are kept: gzipped JSON, by column the runs of rows one below the other, each with its first row
 * and the digests in one text. Column by column what is said again and again packs to a third of what it takes row by row. What was
 * logged before this form stands by its address.
 */
const keptSchema = z.record(z.string(), z.union([z.string(), z.array(z.tuple([z.int(), z.string()]))]))

/** The digests of a column in the order of its rows, `digestLength` bytes each. */
class Column {
  readonly #runs: { readonly row: number; readonly place: number }[] = []
  #digests = Buffer.alloc(64 * digestLength)
  #count = 0
  #next = 0

  add(row: number, digest: string): void {
    if (row !== this.#next || this.#count === 0) this.#runs.push({ row, place: this.#count })
    this.#next = row + 1
    const at = this.#count * digestLength
    if (at === this.#digests.length) this.#digests = Buffer.concat([this.#digests, Buffer.alloc(at)])
    this.#digests.write(digest, at, 'latin1')
    this.#count += 1
  }

  toJson(): string {
    const runs = this.#runs.map(({ row, place }, index) => [row, this.#digests.toString('latin1', place * digestLength, (this.#runs[index + 1]?.place ?? this.#count) * digestLength)])
    return JSON.stringify(runs)
  }
}

/** Takes the cells of a sheet as they come, and keeps the digest of each that says something. */
export interface CellsWriter {
  readonly add: (address: string, content: CellContent, isOdd?: boolean) => void
  /** Writes them, and gives the digest of the whole. */
  readonly finish: () => string
  /** Must be called, whatever happened. */
  readonly close: () => void
}

/** Writes the digests to a new file. @throws what writing throws */
export function cellsWriter(file: string): CellsWriter {
  const handle = openSync(file, 'wx', 0o600)
  const whole = sheetDigester()
  const columns = new Map<string, Column>()

  function write(text: string): void {
    const packed = gzipSync(text)
    for (let at = 0; at < packed.length; ) at += writeSync(handle, packed, at)
  }

  return {
    add(address, content, isOdd = false) {
      const digest = isOdd ? oddDigest(content) : cellDigest(content)
      if (digest === null) return
      whole.add(address, digest)
      const { column: name, row } = placeOf(address)
      const column = columns.get(name) ?? new Column()
      columns.set(name, column)
      column.add(row, digest)
    },
    finish() {
      let separator = '{'
      for (const [name, column] of columns) {
        write(`${separator}${JSON.stringify(name)}:${column.toJson()}`)
        separator = ','
      }
      write(columns.size === 0 ? '{}' : '}')
      return whole.finish()
    },
    close: () => closeSync(handle),
  }
}

type Run = readonly [row: number, digests: string]

function columnOf(runs: readonly Run[]): ReadonlyMap<number, string> {
  const cells = new Map<number, string>()
  for (const [row, digests] of runs) {
    for (let place = 0; place * digestLength < digests.length; place += 1) keepAt(cells, row + place, digests.slice(place * digestLength, (place + 1) * digestLength))
  }
  return cells
}

/** The digests that such a file holds; a column is spread out when it is asked for, so that of a long sheet never all lie there at once. @throws Error when it is none */
export function readCells(file: string): KeptCells {
  const columns = new Map<string, Run[]>()
  for (const [name, kept] of Object.entries(keptSchema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'))))) {
    if (typeof kept !== 'string') {
      columns.set(name, kept)
      continue
    }
    const { column, row } = placeOf(name)
    const runs = columns.get(column) ?? []
    columns.set(column, runs)
    runs.push([row, kept])
  }
  return { keys: () => columns.keys(), get: (name) => columnOf(columns.get(name) ?? []) }
}
