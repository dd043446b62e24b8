import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { readCells } from './cells-file.ts'
import { digestToFiles } from './digest-file.ts'
import { compareDigests, type DigestComparison } from './compare.ts'
import type { SheetDigest } from './digest.ts'
import { formContent } from './form-digest.ts'
import type { CompareRequest, DigestRequest, SheetCells, VerifyRequest } from './requests.ts'

type Send = (message: object) => Promise<void>

/** The reading process answers what a check of a workbook asks: what it says, or how that differs from what the log keeps. @throws as `readSheets` does, and what writing throws */
export function answerVerify(request: VerifyRequest, send: Send): Promise<void> {
  return request.kind === 'digest' ? digest(request, send) : compare(request, send)
}

/** As a workbook of ours; one that names no export also as a filled template. */
async function digest({ path, out, limits }: DigestRequest, send: Send): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  const book = await digestToFiles(path, `${out}-book`, (content) => content, limits)
  const form = book.exportId === null ? (await digestToFiles(path, `${out}-form`, formContent, limits)).sheets : null
  await send({ kind: 'digested', fileDigest: hash.digest('hex'), exportId: book.exportId, book: book.sheets, form })
}

function loaded(sheets: readonly SheetCells[]): readonly SheetDigest[] {
  return sheets.map(({ name, digest: of, cellsFile }) => ({ name, digest: of, cells: readCells(cellsFile) }))
}

async function compare({ found, candidates, mostChanged }: CompareRequest, send: Send): Promise<void> {
  const file = { sheets: loaded(found) }
  let best: { readonly place: number; readonly comparison: DigestComparison } | null = null
  for (const [place, candidate] of candidates.entries()) {
    const logged = { sheets: loaded(candidate) }
    const comparison = compareDigests(logged, file)
    const isOne = mostChanged === null || isNear(comparison.count, cellsOf(logged.sheets), mostChanged)
    if (isOne && (best === null || comparison.count < best.comparison.count)) best = { place, comparison }
  }
  const { cells, count, unlocated } = best?.comparison ?? { cells: [], count: 0, unlocated: [] }
  await send({ kind: 'compared', place: best?.place ?? null, cells, count, unlocated })
}

function isNear(changed: number, said: number, mostChanged: number): boolean {
  return said > 0 && changed <= said * mostChanged
}

function cellsOf(sheets: readonly SheetDigest[]): number {
  let count = 0
  for (const { cells } of sheets) for (const column of cells.keys()) count += cells.get(column)?.size ?? 0
  return count
}
