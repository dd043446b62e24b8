import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { Evaluation } from './pages/evaluation.ts'
import { Form, long } from './pages/form.ts'
import { Plans } from './pages/plans.ts'
import { Witness } from './pages/witness.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

const draft = '2027年度考评方案（讨论稿）'

test(`plans and trials: what cannot be meant is said at its field, and nothing is changed ${browserOnly}`, async ({ page, town, browser }) => {
  await (await town.door(page)).enter('叶小龙', password)
  const plans = new Plans(page)
  const witness = await Witness.begin(browser, town, password)

  await test.step('names', async () => {
    await new Evaluation(page).open('方案')
    await plans.row(draft).getByRole('button', { name: '改名' }).click()
    const form = Form.titled(page, '方案改名')
    await form.fill({ 方案名称: ' ' })
    await form.refuses('改名', { 方案名称: '“方案名称”不能为空，请填写。' })
    await form.leave()
    await plans.open(draft)
    await page.getByRole('button', { name: '添加等次' }).first().click()
    const word = Form.titled(page, '添加等次')
    await word.refuses('添加', { 等次名称: '“等次名称”不能为空，请填写。' })
    await word.fill({ 等次名称: 'A' })
    await word.refuses('添加', { 等次名称: '“等次名称”A 已经有了，请换一个。' })
    await word.fill({ 等次名称: long(11) })
    await word.refuses('添加', { 等次名称: '“等次名称”不能超过 10 字，现有 11 字，请缩短。' })
    await word.leave()
  })

  await test.step('constants', async () => {
    const { constants } = plans
    await constants.fill({ 校正系数下限: '1.2', '逾期第 2 档至多天数': '3', 前三分之一村社: '21' })
    await constants.refuses('保存', {
      校正系数下限: '校正系数下限：下限 1.2 高于上限 1.10，请改正。',
      '逾期第 2 档至多天数': '逾期第 2 档至多天数：天数 3 不多于上一档的 3，须逐档增加，请改正。',
      前三分之一村社: '前三分之一村社：分值 21 超过该项满分 20，请改正。',
    })
    await constants.press('放弃改动')
    await expect(constants.field('校正系数下限')).toHaveValue('0.90')
  })

  await test.step('a trial', async () => {
    await plans.try('第一季度')
    await plans.constants.fill({ '“好”的名额比例': '40' })
    await expect(page.getByText('“好”的名额比例：是比例，须在 0 到 1 之间，请改正。')).toBeVisible()
    await expect(plans.moves).toHaveText('参数有 1 处有误，结果停在上一次')
    await expect(page.getByRole('button', { name: '存为方案草稿' })).toBeDisabled()
    await plans.constants.fill({ '“好”的名额比例': '0.3' })
    await expect(plans.moves).toContainText('等次变动')
    await page.getByRole('button', { name: '全部参数' }).click()
    const all = new Form(page.getByRole('dialog'))
    await all.fill({ 有效票至少: '1' })
    await expect(all.root.getByText('有效票至少：为 1 票，须至少 3 票，否则能从得分看出谁投了什么，请改正。')).toBeVisible()
    await all.fill({ 有效票至少: '3' })
    await page.keyboard.press('Escape')
    await expect(plans.moves).toContainText('等次变动')
    await page.getByRole('button', { name: '存为方案草稿' }).click()
    const form = Form.titled(page, '存为方案草稿')
    await form.fill({ 方案名称: '' })
    await form.refuses('保存', { 方案名称: '“方案名称”不能为空，请填写。' })
    await form.leave()
  })
  await witness.sawNothing()
})
