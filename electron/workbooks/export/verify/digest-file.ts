import { closeSync, openSync, writeSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { SheetModel } from '../model/model.ts'
import { cellDigest, sheetDigester } from './cell-digest.ts'
import { eachCell } from './digest.ts'

/** Characters gathered before they are packed and written: a sheet of a million cells is never in memory. */
const charactersPerPiece = 128 * 1024

export interface DigestedSheet {
  readonly digest: string
  readonly rows: number
}

/** Writes the digests of a sheet's cells to a new file, as gzipped JSON (address → digest) in several gzip members, and gives the digest of the whole. @throws what writing throws */
export function digestToFile(sheet: SheetModel, file: string): DigestedSheet {
  const handle = openSync(file, 'wx', 0o600)
  const whole = sheetDigester()
  let [piece, rows] = ['{', 0]

  function write(): void {
    const packed = gzipSync(piece)
    for (let at = 0; at < packed.length; ) at += writeSync(handle, packed, at)
    piece = ''
  }

  let separator = ''
  try {
    for (const row of sheet.rows) {
      rows += 1
      eachCell(row, (address, content) => {
        const digest = cellDigest(content)
        if (digest === null) return
        whole.add(address, digest)
        piece += `${separator}"${address}":"${digest}"`
        separator = ','
      })
      if (piece.length >= charactersPerPiece) write()
    }
    piece += '}'
    write()
  } finally {
    closeSync(handle)
  }
  return { digest: whole.finish(), rows }
}
