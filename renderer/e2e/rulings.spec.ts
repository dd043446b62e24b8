import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { Evaluation } from './pages/evaluation.ts'
import { Form } from './pages/form.ts'
import { amendValue, Rulings } from './pages/rulings.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

test.use({ preset: 'demo' })

test(`an appeal leads to an amendment, and a second version of the result ${browserOnly}`, async ({ page, town, browser }) => {
  test.setTimeout(300_000)
  const open = async (account: string) => {
    const own = await (await browser.newContext()).newPage()
    await (await town.door(own)).enter(account, password)
    return own
  }
  await (await town.door(page)).enter('叶小龙', password)
  const cycle = new Evaluation(page)
  await cycle.closeBallots()
  await cycle.open('周期')
  await cycle.step('冻结并计算', '已计算，形成第 1 版结果')
  await cycle.step('开始复核', '已进入“复核”')
  await cycle.step('发布公示', '已发布公示')

  const clerk = await open('祝立群')
  await test.step('the person appeals against his own result', async () => {
    await new Rulings(clerk).openOwn()
    await clerk.getByRole('button', { name: '申诉', exact: true }).click()
    const form = Form.titled(clerk, '对本人结果提出申诉')
    await form.pick('申诉事项', '领导评分')
    await form.fill({ 申诉内容: '牵头领导的评分表上与系统里不一致' })
    await form.press('提出申诉')
    await expect(clerk.getByText(/^申诉 SS\d+ 已提出/)).toBeVisible()
  })

  await test.step('the inspector proposes the amendment for it', async () => {
    const rulings = new Rulings(page)
    await rulings.open('申诉')
    const appeal = await rulings.openRow('祝立群')
    await appeal.press('提请更正')
    const form = new Form(page.getByRole('dialog', { name: /^按申诉 SS\d+ 提请更正$/ }))
    await amendValue(form, /的领导评分$/, '5')
    await expect(form.root.getByText(/的总分或等次变动/)).toBeVisible()
    await form.fill({ 裁定主体: '镇党委会议', 理由: '与评分表原件核对，系代录有误' })
    await form.press('提请')
    await expect(page.getByText(/已提请裁定 CD\d+/)).toBeVisible()
  })

  const principal = await open('应素芬')
  await test.step('the principal approves it; the second version is public at once', async () => {
    const rulings = new Rulings(principal)
    await rulings.open('裁定')
    const ruling = await rulings.openRow('祝立群')
    await ruling.press('同意')
    await principal.getByRole('dialog', { name: /^同意 CD/ }).getByRole('button', { name: '同意', exact: true }).click()
    await expect(principal.getByText(/已裁定，形成第 2 版结果/)).toBeVisible()
    await new Evaluation(principal).open('结果')
    await expect(principal.getByRole('button', { name: '第 2 版 · 已公示' })).toBeVisible()
    await expect(clerk.getByText(/申诉成立，已按裁定 CD\d+ 更正结果/)).toBeVisible()
  })
})
