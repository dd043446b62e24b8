import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { deskOf } from './pages/desk.ts'
import { password, test } from './town.ts'

hearComplaints()

test.use({ preset: 'scoring' })

const headSheet = '大治理模块长评价'

/** A copy of a workbook with some cells filled in, as a scorer sends it back. */
async function filled(file: string, name: string, cells: Readonly<Record<string, string | number>>): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const sheet = workbook.getWorksheet(headSheet)
  if (sheet === undefined) throw new Error('the sheet is missing')
  for (const [cell, value] of Object.entries(cells)) sheet.getCell(cell).value = value
  const copy = path.join(path.dirname(file), name)
  await workbook.xlsx.writeFile(copy)
  return copy
}

test('a head without the application: his sheets go out as a workbook, an altered one is told cell by cell, a good one is taken and taken back', async ({ page, town }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'score-books-'))
  try {
    await (await town.door(page)).enter('叶小龙', password)
    await page.evaluate(() => {
      location.hash = '#/evaluation/sheets'
    })
    await page.getByRole('button', { name: '评分工作簿' }).click()
    await page.getByRole('menuitem', { name: '发出评分工作簿' }).click()
    await page.getByRole('checkbox', { name: '选择叶建飞' }).check()
    const sent = await deskOf(page).saveFile(folder, () => page.getByRole('button', { name: '发出 1 份' }).click())
    expect(path.basename(sent)).toMatch(/_评分表_叶建飞_2026Q2_\d{8}\.xlsx$/)
    await expect(page.getByRole('dialog').getByRole('row').filter({ hasText: '叶建飞' })).toContainText('发出')
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
    await expect(page.getByRole('row').filter({ hasText: headSheet }).first()).toContainText('工作簿已发出')

    const bands = [...'AAAAAABBBBBBBBBBBBCC']
    const given = Object.fromEntries(bands.map((band, place) => [`E${String(place + 4)}`, band]))
    await page.getByRole('button', { name: '评分工作簿' }).click()
    await page.getByRole('menuitem', { name: '收回工作簿' }).click()
    const file = (name: string) => page.getByRole('row').filter({ hasText: name })
    const altered = await filled(sent, '改过.xlsx', { ...given, B5: '另一个人' })
    await deskOf(page).openFile(altered, () => page.getByRole('button', { name: '选择文件' }).click())
    await expect(file('改过.xlsx')).toContainText('有 1 格不该改动的内容被改动')
    await expect(page.getByRole('row').filter({ hasText: '另一个人' }).last()).toContainText('B5')
    await expect(page.getByRole('button', { name: '没有可以收回的评分' })).toBeDisabled()

    const good = await filled(sent, '交回.xlsx', { ...given, I4: '踏实' })
    const twin = await filled(sent, '交回（副本）.xlsx', given)
    await deskOf(page).openFile([good, twin], () => page.getByRole('button', { name: '再选文件' }).click())
    await expect(file('交回.xlsx').first()).toContainText('新评 20 人')
    await expect(file('交回（副本）.xlsx')).toContainText('与“交回.xlsx”是同一份工作簿，这次只收先选的那一份')
    await page.getByRole('button', { name: '收回 1 份（20 人的评分）' }).click()
    await expect(page.getByText('已收回 20 人的评分，记为代录。')).toBeVisible()
    await page.getByRole('button', { name: '撤销本次收回（1 份）' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '撤销本次收回（1 份）' }).click()
    await expect(page.getByText('已撤销，评分恢复到收回之前')).toBeVisible()
    // The copy takes its place.
    await page.getByRole('button', { name: '收回 1 份（20 人的评分）' }).click()
    await expect(file('交回（副本）.xlsx')).toContainText('已收回 20 人的评分，记为代录。')
    await file('交回（副本）.xlsx').getByRole('button', { name: '展开行' }).click()
    await page.getByRole('button', { name: `打开${headSheet}` }).click()
    await expect(page.getByRole('status', { name: '评分进度' })).toContainText('全部评完')
    await expect(page.getByText('叶小龙代录')).toBeVisible()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
