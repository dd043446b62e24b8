import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { dayFault, Form, long, noDay } from './pages/form.ts'
import { OneTask } from './pages/one-task.ts'
import { Witness } from './pages/witness.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

/** A day to reply that may be given today. */
const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)

test(`milestones, extensions, 督办单 and 督查日: what is typed wrong is named and changes nothing ${browserOnly}`, async ({ page, town, browser }) => {
  const window = await (await town.door(page)).enter('叶小龙', password)
  const witness = await Witness.begin(browser, town, password)

  await test.step('an order with a 文号 that there is, a deadline that is none, a host who is nobody', async () => {
    await window.open('大党建')
    await page.getByRole('link', { name: '任务', exact: true }).click()
    await page.getByRole('button', { name: '新建任务' }).click()
    const form = Form.titled(page, '新建任务')
    await form.fill({ 事项: '核对底册', 文号: '清政交〔2026〕144号', 办理时限: noDay })
    await form.field('主办').fill('查无此人')
    await expect(page.getByText('没有找到，请换个字词、拼音或首字母').or(page.getByText(/没有找到/)).first()).toBeVisible()
    await form.refuses('保存并提请签发', { 主办: '请至少选择一名主办人。', 办理时限: dayFault('办理时限') })
    await form.pick('主办', '祝立群')
    await form.fill({ 办理时限: '2026-12-20' })
    await form.refuses('保存草稿', { 文号: '文号“清政交〔2026〕144号”已经存在，请换一个或直接使用已有的。' })
    await form.leave()
  })

  const task = new OneTask(page, '7月基层党建工作例会材料准备')
  await test.step('milestones out of order, nameless, beyond the deadline', async () => {
    await task.open()
    await task.button('安排节点').click()
    const form = Form.titled(page, '安排节点')
    if ((await form.root.getByLabel('第 2 个节点', { exact: true }).count()) === 0) {
      await form.press('增加一个节点')
      await form.press('增加一个节点')
    }
    await form.root.getByLabel('第 1 个节点', { exact: true }).fill('')
    await form.root.getByLabel('第 1 个节点的时限').fill('2026-07-09')
    await form.root.getByLabel('第 2 个节点', { exact: true }).fill('巡查')
    await form.root.getByLabel('第 2 个节点的时限').fill('2027-01-01')
    await form.press('保存节点')
    await expect(form.root.getByText('请填写第 1 个节点的名称，或删去这一行。')).toBeVisible()
    await expect(form.root.getByText(/第 2 个节点晚于办理时限/)).toBeVisible()
    await form.leave()
    await page.keyboard.press('Escape')
  })

  await test.step('a 督办单 without a demand, with a day to reply that is gone', async () => {
    await page.evaluate(() => {
      location.hash = '#/module/coordinate/supervision/papers'
    })
    await page.locator('.ag-row').first().locator('.ag-cell').nth(2).click()
    await page.getByRole('button', { name: '签发督办单' }).click()
    const form = new Form(page.getByRole('dialog'))
    await form.fill({ 督办要求: '', 文号: long(61), 回复时限: noDay })
    await form.refuses('签发督办单', { 文号: '“文号”不能超过 60 字，现有 61 字，请缩短。', 督办要求: '请填写“督办要求”。', 回复时限: dayFault('回复时限') })
    await form.fill({ 督办要求: '限期办结', 文号: '清政督办〔2026〕01号', 回复时限: '2026-07-01' })
    await form.refuses('签发督办单', { 回复时限: '“回复时限”填写有误：不能早于今天。' })
    await form.fill({ 回复时限: '2099-01-01' })
    await form.refuses('签发督办单', { 回复时限: '“回复时限”填写有误：不能晚于 60 天之后。' })
    await form.fill({ 回复时限: soon })
    await form.refuses('签发督办单', { 文号: '文号“清政督办〔2026〕01号”已经存在，请换一个或直接使用已有的。' })
    await form.leave()
  })

  await test.step('a 督查日 in the past; cancelled without a reason; its result without words', async () => {
    await page.getByRole('button', { name: '督查日', exact: true }).click()
    await page.getByRole('button', { name: '安排督查日' }).click()
    const form = Form.titled(page, '安排督查日')
    await form.refuses('安排督查日', { 模块: '请选择“模块”。', 督查日期: '请填写“督查日期”。', 督查人员: '请填写“督查人员”。' })
    await form.pick('模块', '大服务')
    await form.fill({ 督查日期: '2026-01-05', 督查人员: '督考办' })
    await form.refusesAll('安排督查日', '“督查日期”填写有误：不能早于今天。')
    await form.leave()
    await page.getByRole('button', { name: '取消督查日' }).click()
    const reason = new Form(page.getByRole('dialog'))
    await reason.refuses('取消督查日', { 取消理由: '“取消理由”不能为空，请填写。' })
    await page.keyboard.press('Escape')
    await expect(reason.root).toBeHidden()
  })

  await test.step('an extension refused without an answer', async () => {
    await page.getByRole('button', { name: '延期审批', exact: true }).click()
    await page.getByRole('button', { name: '不同意', exact: true }).click()
    const form = Form.titled(page, '不同意延期')
    await form.refuses('不同意', { 审批意见: '请在“审批意见”中写明不同意的理由。' })
    await page.keyboard.press('Escape')
    await expect(form.root).toBeHidden()
  })

  await witness.sawNothing()
})
