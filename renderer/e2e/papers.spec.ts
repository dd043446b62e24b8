import { expect } from 'playwright/test'
import { BookPreview } from './pages/book-preview.ts'
import { Evaluation } from './pages/evaluation.ts'
import { accessFaults, layoutFaults } from './pages/faults.ts'
import { browserOnly, password, test } from './town.ts'

/** The characters of a text, in order: a PDF tells them cell by cell in an order of its own. */
const sorted = (texts: readonly string[]) => texts.map((text) => Array.from(text).toSorted().join(''))

test(`告知单 and 公示表 are looked at and printed from the results, one notice a page ${browserOnly}`, async ({ page, town }) => {
  await BookPreview.withoutDialog(page)
  await (await town.door(page)).enter('叶小龙', password)
  const evaluation = new Evaluation(page)
  await evaluation.open('结果')
  await evaluation.choosePeriod('2026年第一季度')
  const notices = await new BookPreview(page, '告知单').openBy('打印告知单', '大治理')
  expect([await layoutFaults(page), await accessFaults(page)]).toEqual([[], []])
  const printed = await notices.print()
  expect([printed.pdf.length > 1, sorted(printed.pdf), new Set(printed.sizes)]).toEqual([true, sorted(printed.drawn), new Set(['595×842'])])
  expect(printed.drawn.every((text) => text.includes('考评结果告知单') && text.includes('被告知人(签字)'))).toBe(true)
  await notices.close()
  const publicity = await new BookPreview(page, '四维考评工作簿').openBy('打印公示表')
  expect((await publicity.print()).drawn[0]).toContain('结果公示表')
  await publicity.close()
  await page.evaluate(() => {
    location.hash = '#/reports/export'
  })
  await expect(page.getByRole('row').filter({ hasText: '考评结果告知单' }).filter({ hasText: '_打印' })).toHaveCount(1)
})

test.describe('a scorer', () => {
  test.use({ preset: 'scoring' })

  test(`prints the 评分表 to fill it in by hand ${browserOnly}`, async ({ page, town }) => {
    await BookPreview.withoutDialog(page)
    await (await town.door(page)).enter('叶建飞', password)
    await page.evaluate(() => {
      location.hash = '#/evaluation/sheets'
    })
    await page.getByRole('button', { name: '开始评分', exact: true }).first().click()
    const sheet = await new BookPreview(page, '大治理模块长评价').openBy('打印评分表', '空表')
    expect([await layoutFaults(page), await accessFaults(page)]).toEqual([[], []])
    const { pdf, drawn } = await sheet.print()
    expect([pdf.length, sorted(pdf)]).toEqual([1, sorted(drawn)])
    expect([drawn[0]?.includes('大治理模块长评价表'), drawn[0]?.includes('评分人(签字)'), drawn[0]?.includes('“√”')]).toEqual([true, true, true])
    expect(drawn[0]?.replaceAll('“√”', '')).not.toContain('√')
  })
})
