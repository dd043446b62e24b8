import { writeFileSync } from 'node:fs'
import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { writeCountyTemplate } from './pages/county-template.ts'
import { deskOf } from './pages/desk.ts'
import { Form } from './pages/form.ts'
import { Witness } from './pages/witness.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

test(`templates of the upper level: a wrong file, no name, an unknown field and a column without its name are told, nothing is kept ${browserOnly}`, async ({ page, town, browser }, testInfo) => {
  const source = testInfo.outputPath('县干部考核上报表.xlsx')
  await writeCountyTemplate(source)
  const wrong = testInfo.outputPath('假的.xlsx')
  writeFileSync(wrong, '不是工作簿')
  const window = await (await town.door(page)).enter('叶小龙', password)
  await window.open('报表')
  await page.getByRole('link', { name: '上级模板' }).click()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

  async function addWith(file: string): Promise<Form> {
    await press('新增模板')
    const form = Form.titled(page, '新增上级模板')
    await deskOf(page).openFile(file, () => form.press('选择文件'))
    return form
  }
  await (await addWith(source)).press('新增模板')
  await expect(page.getByRole('grid', { name: '模板工作表“上报表”' })).toBeVisible()
  const witness = await Witness.begin(browser, town, password)

  await test.step('a template without a file, without a name, of a file that is none, of a name there is', async () => {
    await press('返回列表')
    await press('新增模板')
    const empty = Form.titled(page, '新增上级模板')
    await empty.press('新增模板')
    await expect(empty.sentences).toHaveText(['还没有选择模板文件，请先选择上级发来的 .xlsx。'])
    await page.keyboard.press('Escape')
    const form = await addWith(source)
    await form.fill({ 模板名称: ' ' })
    await form.press('新增模板')
    await expect(form.sentences).toHaveText(['还没有填写模板名称，请给模板起一个名字。'])
    await form.fill({ 模板名称: '县干部考核上报表' })
    await form.press('新增模板')
    await expect(form.sentences).toHaveText([/县干部考核上报表|模板名称/])
    await form.leave()
    const refused = await addWith(wrong)
    await refused.press('新增模板')
    await expect(refused.sentences).toHaveText(['这不是 .xlsx 工作簿，请用 WPS 或 Excel 打开后另存为 .xlsx 再用作模板。'])
    await page.keyboard.press('Escape')
    await expect(refused.root).toBeHidden()
  })

  await test.step('a cell: a field that is not there, a column without its name or with one the data do not have', async () => {
    await page.getByRole('link', { name: '县干部考核上报表' }).click()
    const grid = page.getByRole('grid', { name: '模板工作表“上报表”' })
    const panel = page.getByRole('complementary', { name: '选中的单元格' })
    await grid.locator('[data-cell="F6"]').click()
    await page.keyboard.press('Enter')
    await page.keyboard.type('没有这个字段')
    await expect(page.getByText('没有找到这个字段')).toBeVisible()
    await page.keyboard.press('Escape')

    await press('填报并导出')
    await expect(page.getByText(/里有 1 个不认识的占位符（上报表!F6“结果汇总.全镇名次”）/).first()).toBeVisible()

    await grid.locator('[data-cell="H6"]').click()
    await page.keyboard.press('Enter')
    await page.keyboard.type('票')
    await page.locator('.ant-select-item-option').filter({ hasText: '…票' }).first().click()
    const name = panel.getByLabel(/^名称/)
    await name.fill(' ')
    await name.press('Enter')
    await expect(panel.getByRole('alert')).toHaveText('还没有填写名称，请写明是哪一列，或改选别的字段。')
    await expect(grid.locator('[data-cell="H6"]')).not.toContainText('票')
    await name.fill('没有的')
    await name.press('Enter')
    await expect(grid.locator('[data-cell="H6"]')).toContainText('没有的票')
  })
  await witness.sawNothing()
})
