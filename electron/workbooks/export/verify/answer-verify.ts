import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { readCells } from './cells-file.ts'
import { digestToFiles } from './digest-file.ts'
import { compareDigests, type ChangedCell, type SheetDigest } from './digest.ts'
import { formContent } from './form-digest.ts'
import type { CompareRequest, DigestRequest, SheetCells, VerifyRequest } from './requests.ts'

type Send = (message: object) => Promise<void>

const cellsPerMessage = 2_000

/** The reading process answers what a check of a workbook asks: what it says, or how that differs from what the log keeps. @throws as `readSheets` does, and what writing throws */
export function answerVerify(request: VerifyRequest, send: Send): Promise<void> {
  return request.kind === 'digest' ? digest(request, send) : compare(request, send)
}

/** As a workbook of ours; one that names no export also as a filled template. */
async function digest({ path, out }: DigestRequest, send: Send): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  const book = await digestToFiles(path, `${out}-book`, (content) => content)
  const form = book.exportId === null ? (await digestToFiles(path, `${out}-form`, formContent)).sheets : null
  await send({ kind: 'digested', fileDigest: hash.digest('hex'), exportId: book.exportId, book: book.sheets, form })
}

function loaded(sheets: readonly SheetCells[]): readonly SheetDigest[] {
  return sheets.map(({ name, digest: of, cellsFile }) => ({ name, digest: of, cells: readCells(cellsFile) }))
}

async function compare({ found, candidates, mostChanged }: CompareRequest, send: Send): Promise<void> {
  const file = { exportId: null, sheets: loaded(found) }
  let best: { readonly place: number; readonly cells: readonly ChangedCell[] } | null = null
  for (const [place, candidate] of candidates.entries()) {
    const logged = { exportId: null, sheets: loaded(candidate) }
    const { cells } = compareDigests(logged, file)
    const count = logged.sheets.reduce((sum, sheet) => sum + Object.keys(sheet.cells).length, 0)
    const isOne = mostChanged === null || (count > 0 && cells.length <= count * mostChanged)
    if (isOne && (best === null || cells.length < best.cells.length)) best = { place, cells }
  }
  const cells = best?.cells ?? []
  for (let from = 0; from < cells.length; from += cellsPerMessage) await send({ kind: 'changed', cells: cells.slice(from, from + cellsPerMessage) })
  await send({ kind: 'compared', place: best?.place ?? null })
}
