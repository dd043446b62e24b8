import { readFileSync } from 'node:fs'
import JSZip from 'jszip'
import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { writeCountyTemplate } from './pages/county-template.ts'
import { deskOf } from './pages/desk.ts'
import { accessFaults, layoutFaults } from './pages/faults.ts'
import { password, test } from './town.ts'

hearComplaints()

async function partsOf(file: string): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(readFileSync(file))
  return new Map(await Promise.all(Object.values(zip.files).map(async (part) => [part.name, await part.async('string')] as const)))
}

test('a county’s form: added, two cells and a repeated column mapped, tried, filled, and everything else in it untouched', async ({ page, town }, testInfo) => {
  const source = testInfo.outputPath('县干部考核上报表.xlsx')
  await writeCountyTemplate(source)
  const window = await (await town.door(page)).enter('叶小龙', password)
  await window.open('报表')
  await page.getByRole('link', { name: '上级模板' }).click()
  await page.getByRole('button', { name: '新增模板' }).click()
  const dialog = page.getByRole('dialog')
  await deskOf(page).openFile(source, () => dialog.getByRole('button', { name: '选择文件' }).click())
  await dialog.getByRole('button', { name: '新增模板' }).click()

  const grid = page.getByRole('grid', { name: '模板工作表“上报表”' })
  const cell = (address: string) => grid.locator(`[data-cell="${address}"]`)
  const panel = page.getByRole('complementary', { name: '选中的单元格' })
  async function fillWith(address: string, typed: string, option: string): Promise<void> {
    await cell(address).click()
    await page.keyboard.press('Enter')
    await page.keyboard.type(typed)
    await page.locator('.ant-select-item-option').filter({ hasText: new RegExp(`^${option}$`) }).first().click()
  }

  await expect(panel).toContainText('1 个不认识的占位符')
  await fillWith('F6', 'qzpm', '全镇排名')
  await expect(cell('F6')).toHaveText('结果汇总.全镇排名')
  await expect(panel).not.toContainText('不认识的占位符')
  await fillWith('F2', '填报日期', '填报日期')
  await fillWith('B6', 'jghzxm', '姓名')
  await fillWith('E6', '总分', '总分')
  await cell('B6').click()
  await panel.getByRole('checkbox', { name: '先用下面已有的 10 行空行' }).check()
  expect([...(await layoutFaults(page)), ...(await accessFaults(page))]).toEqual([])

  await page.getByRole('button', { name: '试填预览' }).click()
  await expect(page.getByRole('status').filter({ hasText: '只是预览' })).toBeVisible()
  await expect(cell('A2')).toContainText('清溪镇')
  await expect(cell('B6')).not.toHaveText('结果汇总.姓名')
  await page.getByRole('button', { name: '结束预览' }).click()

  const filled = await deskOf(page).saveFile(testInfo.outputPath(), () => page.getByRole('button', { name: '填报并导出' }).click())
  expect(filled).toMatch(/清溪镇_县干部考核上报表_2026Q\d_\d{8}\.xlsx$/)
  const [before, after] = [await partsOf(source), await partsOf(filled)]
  const changed = [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name)
  expect([[...after.keys()], changed.sort()]).toEqual([[...before.keys()], ['xl/workbook.xml', 'xl/worksheets/sheet1.xml']])
  const xml = after.get('xl/worksheets/sheet1.xml') ?? ''
  expect(xml).toMatch(/AVERAGE\(E6:E\d{2,3}\)/)
  expect(xml).not.toContain('{{')
  expect(xml).toMatch(/<c r="B7"[^>]* t="inlineStr"><is><t xml:space="preserve">.+?<\/t>/)
})
