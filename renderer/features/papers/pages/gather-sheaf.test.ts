import { expect, test } from 'vitest'
import type { PageForm } from '../../../../shared/domain/papers/pages.ts'
import { gatherSheaf, type Stretch } from './gather-sheaf.ts'

const form: PageForm = { name: '表', orientation: 'portrait', paper: { width: 210, height: 297 }, margins: { left: 1, right: 1, top: 1, bottom: 1, foot: 1 }, scale: 100, columns: [], styles: [], pages: 60 }

/** A host that has let go of the preview before the answers of these numbers, and makes another. */
function host(lost: readonly number[]) {
  const asked: string[] = []
  let made = 0
  let current = 'p0'
  const ask = ({ from, count, preview }: Stretch) => {
    if (preview !== current || lost.includes(asked.length)) current = `p${String((made += 1))}`
    asked.push(`${preview} ${String(from)}+${String(count)}`)
    const answer = current
    return Promise.resolve({ preview: answer, form: { ...form, name: answer }, pages: Array.from({ length: count }, (_, at) => ({ number: from + at, rows: [], chart: null })) })
  }
  return { ask, asked }
}

const ranges = [{ sheet: '表', from: 1, to: 60 }]

test('pages are fetched stretch by stretch', async () => {
  const { ask, asked } = host([])
  const done: number[] = []
  const sheaf = await gatherSheaf(ask, 'p0', ranges, (count) => done.push(count))
  expect([asked, done, sheaf?.map(({ page }) => page.number)]).toEqual([['p0 1+25', 'p0 26+25', 'p0 51+10'], [25, 50, 60], Array.from({ length: 60 }, (_, at) => at + 1)])
})

test('a preview that is gone half-way lets them begin again, so that no sheaf is of two moments', async () => {
  const { ask, asked } = host([1])
  const sheaf = await gatherSheaf(ask, 'p0', ranges, () => undefined)
  expect([asked, new Set(sheaf?.map((each) => each.form.name)), sheaf?.length]).toEqual([['p0 1+25', 'p0 26+25', 'p1 1+25', 'p1 26+25', 'p1 51+10'], new Set(['p1']), 60])
})

test('where it is gone again and again nothing is printed', async () => {
  const { ask } = host([1, 3, 5])
  expect(await gatherSheaf(ask, 'p0', ranges, () => undefined)).toBeNull()
})
