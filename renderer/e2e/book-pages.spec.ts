import { expect } from 'playwright/test'
import { BookPreview } from './pages/book-preview.ts'
import { accessFaults, layoutFaults } from './pages/faults.ts'
import { browserOnly, password, test } from './town.ts'

/** The characters of a text, in order: a PDF tells them cell by cell in an order of its own. */
const sorted = (texts: readonly string[]) => texts.map((text) => Array.from(text).toSorted().join(''))

test(`a workbook is looked at page by page, and printed as it was shown ${browserOnly}`, async ({ page, town }) => {
  await BookPreview.withoutDialog(page)
  const window = await (await town.door(page)).enter('应素芬', password)
  await window.open('报表')
  await page.getByRole('radio', { name: '四维考评工作簿' }).check()
  const evaluation = await new BookPreview(page, '四维考评工作簿').open()
  expect([await layoutFaults(page), await accessFaults(page)]).toEqual([[], []])
  await evaluation.choose('公示表')
  const published = await evaluation.print()
  expect([published.pdf.length > 1, sorted(published.pdf)]).toEqual([true, sorted(published.drawn)])
  expect(published.pdf[0]).toContain('公示')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row').filter({ hasText: '_公示表_打印' })).toHaveCount(1)

  await page.getByRole('radio', { name: '任务台账' }).check()
  const ledger = await new BookPreview(page, '任务台账').open()
  await ledger.choose('交办单')
  const orders = await ledger.print()
  expect([new Set(orders.sizes), sorted(orders.pdf)]).toEqual([new Set(['595×842']), sorted(orders.drawn)])
  expect(orders.pdf.every((text) => text.includes('交办单') && text.includes('办理时限'))).toBe(true)
})
