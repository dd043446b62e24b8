import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { Evaluation } from './pages/evaluation.ts'
import { long, script } from './pages/form.ts'
import { amendValue, Rulings } from './pages/rulings.ts'
import { Sheet } from './pages/sheet.ts'
import { Witness } from './pages/witness.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

test.use({ preset: 'demo' })

test(`rulings, amendments and appeals: each field that is missing or wrong is named, nothing is proposed ${browserOnly}`, async ({ page, town, browser }) => {
  test.setTimeout(120_000)
  await (await town.door(page)).enter('叶小龙', password)
  const clerk = await (await browser.newContext()).newPage()
  await (await town.door(clerk)).enter('祝立群', password)
  const witness = await Witness.begin(browser, town, password)
  const rulings = new Rulings(page)

  await test.step('a proposal without its paper', async () => {
    await rulings.open('裁定')
    const exemption = await rulings.propose('尽责豁免')
    await exemption.refuses('提请裁定', { 扣分: '“扣分”不能为空，请填写。', 裁定主体: '“裁定主体”不能为空，请填写。', 理由: '“理由”不能为空，请填写。' })
    await exemption.fill({ 裁定主体: long(51), 文号: long(61), 理由: script })
    await exemption.refuses('提请裁定', { 扣分: '“扣分”不能为空，请填写。', 裁定主体: '“裁定主体”不能超过 50 字，现有 51 字，请缩短。', 文号: '“文号”不能超过 60 字，现有 61 字，请缩短。' })
    await exemption.leave()
    const special = await rulings.propose('特殊情形')
    await special.fill({ 依据条款: '第二十一条', 裁定主体: '镇党委会议', 理由: '表彰' })
    await special.refuses('提请裁定', { 人员: '“人员”不能为空，请填写。', 等次: '“等次”不能为空，请填写。' })
    await special.pick('人员', '余江波')
    await special.pick('等次', '好')
    await special.refusesAll('提请裁定', '2026年第二季度还没有冻结和计算，请先计算结果。')
    await special.leave()
  })

  await test.step('an amendment of the published quarter', async () => {
    await new Evaluation(page).choosePeriod('2026年第一季度')
    const form = await rulings.propose('结果更正', '提请结果更正')
    await form.fill({ 裁定主体: '镇党委会议', 理由: '核对' })
    await form.refusesAll('提请', '还没有更正内容，请先选一项数据并填写更正后的值。')
    await form.pick('更正谁的数据', '余仙华')
    await amendValue(form, /^更正余仙华·.*模块长评价$/, '11')
    await expect(form.root.getByText('请输入 A、B、C 之一，或 0 到 10、最多两位小数的分数')).toBeVisible()
    await form.leave()
  })

  await test.step('an appeal outside 公示', async () => {
    await new Evaluation(clerk).choosePeriod('2026年第一季度')
    await new Rulings(clerk).openOwn()
    await expect(clerk.getByText('2026年第一季度当前为“归档”，申诉只在公示期内提出，请向考评办公室反映。')).toBeVisible()
    await expect(clerk.getByRole('button', { name: '申诉', exact: true })).toHaveCount(0)
  })
  await witness.sawNothing()
})

test(`the meeting: no grade without its meeting, none of another word, no reason without a grade ${browserOnly}`, async ({ page, town, browser }) => {
  test.setTimeout(120_000)
  await town.setClock(page, '2026-07-15T01:00:00Z')
  await (await town.door(page)).enter('叶小龙', password)
  const cycle = new Evaluation(page)
  await cycle.closeBallots()
  await cycle.open('周期')
  await cycle.step('冻结并计算', '已计算，形成第 1 版结果')
  await cycle.step('开始复核', '已进入“复核”')
  await cycle.step('发布公示', '已发布公示')
  await town.setClock(page, '2026-07-22T01:00:00Z')
  await (await town.door(page)).enter('叶小龙', password)
  await cycle.open('周期')
  await cycle.step('进入申诉', '已进入“申诉”')
  const principal = await (await browser.newContext()).newPage()
  await (await town.door(principal)).enter('应素芬', password)
  await new Rulings(principal).openMeeting()
  const witness = await Witness.begin(browser, town, password)
  const sheet = new Sheet(principal)
  await principal.getByLabel('会议名称').fill('')
  await sheet.refusesBelow(0, 'decided', '好', '请先在上方填写“会议名称”，再审定等次。')
  await sheet.refuses(0, 'decided', '优', '“审定等次”里没有“优”这一项，请从列表中选择。')
  await principal.getByLabel('会议名称').fill('镇党委会议')
  await sheet.refusesBelow(0, 'reason', '研究', '还没有审定等次，请先审定等次再填写理由。')
  await witness.sawNothing()
})
