import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { cellDigest, digestLength, sheetDigester, type CellContent } from './cell-digest.ts'

/**
 * The digests of a sheet's cells as they are kept: gzipped JSON, by column the runs of rows one below the other, each with its first row
 * and the digests in one text. Column by column what is said again and again packs to a third of what it takes row by row. A cell
 * without a proper place, and all that was logged before this form, stands by its address.
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
  readonly add: (address: string, content: CellContent) => void
  /** Writes them, and gives the digest of the whole. */
  readonly finish: () => string
  /** Must be called, whatever happened. */
  readonly close: () => void
}

/** How many letters an address begins with. */
function lettersOf(address: string): number {
  let at = 0
  while (address.charCodeAt(at) >= 65 && address.charCodeAt(at) <= 90) at += 1
  return at
}

/** Writes the digests to a new file. @throws what writing throws */
export function cellsWriter(file: string): CellsWriter {
  const handle = openSync(file, 'wx', 0o600)
  const whole = sheetDigester()
  const columns = new Map<string, Column>()
  const others: Record<string, string> = {}

  function write(text: string): void {
    const packed = gzipSync(text)
    for (let at = 0; at < packed.length; ) at += writeSync(handle, packed, at)
  }

  return {
    add(address, content) {
      const digest = cellDigest(content)
      if (digest === null) return
      whole.add(address, digest)
      const letters = lettersOf(address)
      const [name, row] = [address.slice(0, letters), Number(address.slice(letters))]
      if (letters === 0 || !Number.isSafeInteger(row) || `${name}${String(row)}` !== address) {
        others[address] = digest
        return
      }
      const column = columns.get(name) ?? new Column()
      columns.set(name, column)
      column.add(row, digest)
    },
    finish() {
      const opening = JSON.stringify(others).slice(0, -1)
      let separator = opening === '{' ? '' : ','
      write(opening)
      for (const [name, column] of columns) {
        write(`${separator}"${name}":${column.toJson()}`)
        separator = ','
      }
      write('}')
      return whole.finish()
    },
    close: () => closeSync(handle),
  }
}

/** The digests that such a file holds, by address. @throws Error when it is none */
export function readCells(file: string): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {}
  for (const [name, kept] of Object.entries(keptSchema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'))))) {
    if (typeof kept === 'string') {
      cells[name] = kept
      continue
    }
    for (const [row, digests] of kept) {
      for (let place = 0; place * digestLength < digests.length; place += 1) cells[`${name}${String(row + place)}`] = digests.slice(place * digestLength, (place + 1) * digestLength)
    }
  }
  return cells
}
