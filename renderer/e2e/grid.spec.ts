import { expect, type Page } from 'playwright/test'
import { Sheet } from './pages/sheet.ts'
import { browserOnly, password, test, type Town } from './town.ts'

test.use({ preset: 'crowd', permissions: ['clipboard-read', 'clipboard-write'] })

const rows = 200
const digits = '一二三四五六七八九十'
const nameOf = (number: number) => `试${'甲乙丙丁戊己庚辛壬癸'[Math.floor(number / 100)] ?? ''}${digits[Math.floor(number / 10) % 10] ?? ''}${digits[number % 10] ?? ''}`

/** The roster of the first module, narrowed to the people made for this. */
async function openRoster(page: Page, town: Town): Promise<Sheet> {
  const window = await (await town.door(page)).enter('叶小龙', password)
  await window.open('大党建')
  await page.getByRole('link', { name: '人员', exact: true }).click()
  const sheet = new Sheet(page)
  await sheet.filter('试')
  await expect(sheet.status).toContainText('240 行')
  await expect(sheet.cell(0, 'name')).toHaveText(nameOf(1))
  return sheet
}

/** A clip of 200 × 12 cells: 姓名 to 派出单位, with the two columns nobody types into as they are. */
async function clipOf(sheet: Sheet, sex: (row: number) => string): Promise<readonly (readonly string[])[]> {
  const post = await sheet.cell(0, 'post').innerText()
  return Array.from({ length: rows }, (_, row) => [nameOf(row + 1), sex(row), '1981-02', '中共党员', '公务员', post, '四级主任科员', `138${String(row).padStart(8, '0')}`, '中层', '在岗', '在册', '县民政局'])
}

test('200 × 12 cells land at a stroke and are there for the next one who looks', async ({ page, town }) => {
  const sheet = await openRoster(page, town)
  await sheet.paste(0, 'name', await clipOf(sheet, () => '女'))
  await expect(sheet.cell(0, 'sex')).toHaveText('女')
  await expect(sheet.cell(3, 'phone')).toHaveText('13800000003')
  await expect(sheet.status).toContainText('已保存', { timeout: 30_000 })

  const again = await openRoster(page, town)
  await expect(again.cell(0, 'sendingUnit')).toHaveText('县民政局')
  await again.filter(nameOf(rows))
  await expect(again.cell(0, 'phone')).toHaveText(`138${String(rows - 1).padStart(8, '0')}`)
})

test('one undo restores all of them', async ({ page, town }) => {
  const sheet = await openRoster(page, town)
  await sheet.paste(0, 'name', await clipOf(sheet, () => '女'))
  await expect(sheet.status).toContainText('已保存', { timeout: 30_000 })
  await page.keyboard.press('Control+z')
  await expect(sheet.cell(0, 'sex')).toHaveText('男')
  await expect(sheet.cell(0, 'phone')).toHaveText('13900000000')
  await sheet.filter(nameOf(rows))
  await expect(sheet.cell(0, 'phone')).toHaveText('13900000000')
})

test('one bad cell keeps all of it out, says which and why; the good ones can be taken', async ({ page, town }) => {
  const sheet = await openRoster(page, town)
  await sheet.paste(0, 'name', await clipOf(sheet, (row) => (row === 4 ? '甲' : '女')))
  const refusals = page.getByRole('region', { name: /1 格未通过检查/ })
  await expect(refusals).toContainText('全部没有贴上')
  await expect(refusals.getByRole('row').nth(1)).toContainText('甲')
  await refusals.getByRole('button', { name: '放弃' }).click()
  await expect(sheet.cell(0, 'sex')).toHaveText('男')

  await sheet.paste(0, 'name', await clipOf(sheet, (row) => (row === 4 ? '甲' : '女')))
  await refusals.getByRole('button', { name: /只贴合格的/ }).click()
  await expect(sheet.cell(0, 'sex')).toHaveText('女')
  await expect(sheet.cell(4, 'sex')).toHaveText('男')
  await expect(sheet.cell(4, 'phone')).toHaveText('13800000004')
})

test(`a cell is typed over, Enter goes down; what somebody else has changed meanwhile is not lost ${browserOnly}`, async ({ page, town, browser }) => {
  const sheet = await openRoster(page, town)
  await sheet.cell(0, 'rankTitle').click()
  await page.keyboard.type('主任')
  await page.keyboard.press('Enter')
  await page.keyboard.type('副主任')
  await page.keyboard.press('Enter')
  await expect(sheet.cell(0, 'rankTitle')).toHaveText('主任')
  await expect(sheet.cell(1, 'rankTitle')).toHaveText('副主任')
  await expect(sheet.status).toContainText('已保存')

  const other = await (await browser.newContext()).newPage()
  const theirs = await openRoster(other, town)
  await expect(theirs.cell(0, 'rankTitle')).toHaveText('主任')
  await theirs.cell(0, 'rankTitle').click()
  await other.keyboard.type('书记')
  await other.keyboard.press('Enter')
  await expect(sheet.cell(0, 'rankTitle')).toHaveText('书记')
  await other.context().close()
})

test(`what somebody else writes while a cell is open or before an undo stands; the selection goes with its row ${browserOnly}`, async ({ page, town, browser }) => {
  const sheet = await openRoster(page, town)
  const other = await (await browser.newContext()).newPage()
  const theirs = await openRoster(other, town)
  const theyType = async (row: number, text: string) => {
    await theirs.cell(row, 'rankTitle').click()
    await other.keyboard.type(text)
    await other.keyboard.press('Enter')
    await expect(sheet.cell(row, 'rankTitle')).toHaveText(text)
  }
  const refusals = page.getByRole('region', { name: /1 格未通过检查/ })

  await sheet.cell(2, 'rankTitle').dblclick()
  await theyType(2, '书记')
  await page.keyboard.type('主任')
  await page.keyboard.press('Enter')
  await expect(refusals.getByRole('row').nth(1)).toContainText('现在是“书记”')
  await refusals.getByRole('button', { name: '放弃' }).click()
  await expect(sheet.cell(2, 'rankTitle')).toHaveText('书记')

  await sheet.cell(3, 'rankTitle').click()
  await page.keyboard.type('科长')
  await page.keyboard.press('Enter')
  await expect(theirs.cell(3, 'rankTitle')).toHaveText('科长')
  await theyType(3, '副书记')
  await page.keyboard.press('Control+z')
  await expect(refusals.getByRole('row').nth(1)).toContainText('现在是“副书记”')
  await refusals.getByRole('button', { name: '放弃' }).click()
  await expect(sheet.cell(3, 'rankTitle')).toHaveText('副书记')

  // Two have a rank now and stand first; a third one pushes the row below them down.
  await page.locator('.ag-header-cell[col-id="rankTitle"] .sheet-head-title').click()
  await expect(sheet.cell(0, 'rankTitle')).toHaveText(/书记/)
  const name = await sheet.cell(2, 'name').innerText()
  await sheet.cell(2, 'sendingUnit').click()
  await theirs.filter(nameOf(151))
  await expect(theirs.cell(0, 'name')).toHaveText(nameOf(151))
  await theirs.cell(0, 'rankTitle').click()
  await other.keyboard.type('书记')
  await other.keyboard.press('Enter')
  await expect(sheet.cell(2, 'rankTitle')).toHaveText(/书记/)
  await page.keyboard.type('县财政局')
  await page.keyboard.press('Enter')
  await expect(sheet.cell(3, 'name')).toHaveText(name)
  await expect(sheet.cell(3, 'sendingUnit')).toHaveText('县财政局')
  await expect(sheet.cell(2, 'sendingUnit')).not.toHaveText('县财政局')
  await other.context().close()
})

test.describe('without any permission', () => {
  test.use({ permissions: ['clipboard-read'] })

  test('rows that were never on the screen are copied too, whole', async ({ page, town }) => {
    const window = await (await town.door(page)).enter('叶小龙', password)
    await window.open('大党建')
    await page.getByRole('link', { name: '人员', exact: true }).click()
    const sheet = new Sheet(page)
    const count = await sheet.count()
    expect(count).toBeGreaterThan(240)
    const table = await sheet.copyAll()
    expect([table.length, new Set(table.map((row) => row.length)).size]).toEqual([count, 1])
  })
})
