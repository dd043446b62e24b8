import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { dayFault, Form, long, noDay } from './pages/form.ts'
import { Sheet } from './pages/sheet.ts'
import { password, test } from './town.ts'

hearComplaints()

test('民情 and 专项: every form says what is wrong with which field, and nothing is changed', async ({ page, town }) => {
  const window = await (await town.door(page)).enter('应素芬', password)
  await window.open('大治理')

  await test.step('a new 民情', async () => {
    await page.getByRole('link', { name: '民情事项', exact: true }).click()
    await page.getByRole('button', { name: '登记民情' }).click()
    const form = Form.titled(page, '登记民情')
    await form.refuses('保存', { 事项: '请填写“事项”。', 村社: '请选择“村社”。' })
    await form.fill({ 事项: long(101), 联系电话: '电话', 反映日期: '2099-01-01' })
    await form.pick('村社', '上溪村')
    await form.refuses('保存', { 事项: '“事项”不能超过 100 字，现有 101 字，请缩短。', 联系电话: '“联系电话”须为 5 到 20 位的电话号码，请改正。', 反映日期: '“反映日期”不能晚于今天，请改正。' })
    await form.leave()
  })

  await test.step('a new group: dates backwards, a name that is there', async () => {
    await page.getByRole('link', { name: '专项', exact: true }).click()
    await page.getByRole('button', { name: '提请组建' }).click()
    const form = Form.titled(page, '提请组建专项工作组')
    await form.fill({ 名称: '信访积案化解专班', 开始日期: '2026-05-01', 结束日期: '2026-04-01' })
    await form.refuses('保存', { 结束日期: '“结束日期”早于“开始日期”，请改正。' })
    await form.fill({ 结束日期: noDay })
    await form.refuses('保存', { 结束日期: dayFault('结束日期') })
    await form.fill({ 结束日期: '' })
    await form.refuses('保存', { 名称: '专项工作组名称“信访积案化解专班”已经存在，请换一个或直接使用已有的。' })
    await form.fill({ 名称: '试点专班' })
    await form.press('保存')
    await expect(form.root).toBeHidden()
  })

  await test.step('批准文号 of another group', async () => {
    const sheet = new Sheet(page)
    await sheet.filter('试点专班')
    await expect(sheet.cell(0, 'name')).toHaveText('试点专班')
    await sheet.cell(0, 'name').click()
    await page.keyboard.press('Alt+Enter')
    await page.getByRole('button', { name: '批准组建' }).click()
    const form = Form.titled(page, '批准：试点专班')
    await form.refuses('保存', { 批准文号: '请填写“批准文号”。' })
    await form.fill({ 批准文号: '清委〔2026〕3号' })
    await form.refuses('保存', { 批准文号: '批准文号“清委〔2026〕3号”已经存在，请换一个或直接使用已有的。' })
    await form.fill({ 批准文号: '清委〔2026〕88号' })
    await form.press('保存')
    await expect(form.root).toBeHidden()
  })

  await test.step('a meeting: before the group, on a Tuesday without a reason and who allowed it', async () => {
    await page.getByRole('button', { name: '记录会议' }).click()
    const form = Form.titled(page, '记录会议')
    await form.fill({ 会议日期: '2026-05-05', 参加人员: '', 会议记录: '' })
    await form.refuses('保存', { 例外理由: '“例外理由”不能为空：周二无会日开会须写明理由，或改到其他日子。', 批准的党政正职: '请选择“批准的党政正职”，或改到其他日子。', 参加人员: '请填写“参加人员”。', 会议记录: '请填写“会议记录”。' })
    await form.fill({ 会议日期: '2026-04-29', 参加人员: '全体', 会议记录: '研究任务' })
    await form.refuses('保存', { 会议日期: '“会议日期”填写有误：不能早于组建日期 2026-05-01。' })
    await form.leave()
  })
})
