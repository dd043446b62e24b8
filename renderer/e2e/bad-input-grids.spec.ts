import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { dayFault, Form, long, noDay } from './pages/form.ts'
import { Sheet } from './pages/sheet.ts'
import { Witness } from './pages/witness.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

test(`grids, their people and their marks: what is typed wrong is named and changes nothing ${browserOnly}`, async ({ page, town, browser }) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  const witness = await Witness.begin(browser, town, password)
  await window.open('大治理')
  await page.getByRole('link', { name: '网格', exact: true }).click()
  const sheet = new Sheet(page)

  await test.step('a grid that there is, without a village, with a number of households that is none', async () => {
    await page.getByRole('button', { name: '新增网格' }).click()
    const form = Form.titled(page, '新增网格')
    await form.fill({ 名称: '第一网格', 户数: '两百' })
    await form.refuses('保存', { 村社: '请选择“村社”。', 户数: '“户数”须为 0 到 99999 的整数，请改正。' })
    await form.pick('村社', '上溪村')
    await form.fill({ 户数: '' })
    await form.refuses('保存', { 名称: '网格名称“上溪村第一网格”已经存在，请换一个或直接使用已有的。' })
    await form.leave()
  })

  await test.step('somebody of a grid: nobody named, no telephone, a day that is none', async () => {
    await sheet.cell(0, 'name').click()
    await page.keyboard.press('Alt+Enter')
    await page.getByRole('button', { name: '登记人员' }).first().click()
    const form = new Form(page.getByRole('dialog', { name: /^登记网格人员/ }))
    await form.fill({ 联系电话: '查号台', 开始日期: noDay })
    await form.refuses('保存', { 姓名: '请从“花名册人员”选择，或填写“姓名”。', 联系电话: '“联系电话”须为 5 到 20 位的电话号码，请改正。', 开始日期: dayFault('开始日期') })
    await form.fill({ 姓名: long(51), 联系电话: '', 开始日期: '2026-06-01' })
    await form.refuses('保存', { 姓名: '“姓名”不能超过 50 字，现有 51 字，请缩短。' })
    await form.leave()
  })

  await test.step('a grid with people is not deleted, and stopped on a day that is one', async () => {
    await page.getByRole('button', { name: '删除网格' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '删除网格' }).click()
    await expect(page.getByText('网格“第一网格”已有网格人员，不能删除，登记有误的请先移出或清空，不再使用的请停用。')).toBeVisible()
    await page.getByRole('button', { name: '停用', exact: true }).click()
    const form = Form.titled(page, '停用网格：上溪村第一网格')
    await form.fill({ 停用日期: noDay })
    await form.refuses('停用', { 停用日期: dayFault('停用日期') })
    await form.fill({ 停用日期: '2026-01-31' })
    await form.refuses('停用', { 停用日期: '“停用日期”填写有误：不能早于 2026-05-01，2026年5月已有考核内容。' })
    await form.leave()
    await page.keyboard.press('Escape')
  })

  await test.step('marks beyond their part', async () => {
    await page.getByRole('button', { name: '月度考核', exact: true }).click()
    await expect(sheet.cell(0, 'routine')).toBeVisible()
    await sheet.refuses(0, 'routine', '51', sentenceOf('日常履职', 50))
    await sheet.refuses(0, 'bonus', '11', sentenceOf('附加', 10))
  })

  await witness.sawNothing()
})

/** What a mark beyond its part is told. */
function sentenceOf(part: string, most: number): string {
  return `“${part}”须在 0 到 ${String(most)} 之间，请改正。`
}
