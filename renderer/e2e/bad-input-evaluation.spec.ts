import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { Evaluation } from './pages/evaluation.ts'
import { dayFault, Form, long, noDay, script } from './pages/form.ts'
import { Sheet } from './pages/sheet.ts'
import { Witness } from './pages/witness.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

test(`the inspector: years, plans, ranks, factors and scores out of range are refused where they are typed ${browserOnly}`, async ({ page, town, browser }) => {
  await (await town.door(page)).enter('叶小龙', password)
  const tab = new Evaluation(page)

  await test.step('what is typed wrong changes nothing', async () => {
    const witness = await Witness.begin(browser, town, password)
    await tab.open('周期')
    await page.getByRole('button', { name: '开设年度' }).click()
    const year = Form.titled(page, '开设年度')
    for (const text of ['', '1999', '2026.5', '二〇二七']) {
      await year.fill({ 年份: text })
      await year.refuses('开设', { 年份: '“年份”须为 2000 到 2099 的年份，请改正。' })
    }
    await year.fill({ 年份: '2026' })
    await year.refuses('开设', { 年份: '“年份”2026 已经开设过，请换一个。' })
    await year.leave()

    await tab.open('方案')
    await page.getByRole('button', { name: '新建方案' }).click()
    const plan = Form.titled(page, '按模板新建方案')
    await plan.fill({ 方案名称: ' ' })
    await plan.refuses('新建', { 方案名称: '“方案名称”不能为空，请填写。' })
    await plan.fill({ 方案名称: long(51) })
    await plan.refuses('新建', { 方案名称: '“方案名称”不能超过 50 字，现有 51 字，请缩短。' })
    await plan.leave()

    await tab.open('数据录入')
    const sheet = new Sheet(page)
    for (const text of ['第一', '-1', '0', script]) await sheet.refuses(1, 'rank', text, `“${text}”不能作为名次，请输入 1、2、3 这样的整数，或者“不排名”。`)
    await page.getByRole('button', { name: '模块 PK 系数' }).click()
    await sheet.refuses(1, 'factor', '2.01', '“PK 系数”须在 0 到 2 之间，请改正。')
    await sheet.refuses(1, 'factor', '-1', '“PK 系数”须在 0 到 2 之间，请改正。')
    await sheet.refuses(1, 'factor', '1.045', '“PK 系数”最多 2 位小数，请改正。')
    await sheet.refuses(1, 'factor', '高', '“PK 系数”的“高”不是数字，请改正。')

    await tab.open('评分')
    await page.getByRole('button', { name: '查看' }).first().click()
    await page.getByRole('button', { name: '退回' }).click()
    const back = Form.titled(page, '退回应素芬的评分表')
    await back.refuses('退回', { 退回理由: '“退回理由”不能为空，请填写。' })
    await back.fill({ 退回理由: long(201) })
    await back.refuses('退回', { 退回理由: '“退回理由”不能超过 200 字，现有 201 字，请缩短。' })
    await back.leave()
    await witness.sawNothing()
  })

  await test.step('a cell of an open sheet', async () => {
    await page.getByRole('button', { name: '退回' }).click()
    const back = Form.titled(page, '退回应素芬的评分表')
    await back.fill({ 退回理由: script })
    await back.press('退回')
    await expect(page.getByText(`退回：${script}`)).toBeVisible()
    const sheet = new Sheet(page)
    for (const text of ['Z', '-3', '8.125']) await sheet.refuses(0, 'given', text, `“${text}”不能作为评分，请输入 A、B、C 之一，或 0 到 10、最多两位小数的分数。`)
    await sheet.refuses(0, 'given', '12', '评分 12 超过满分 10，请改正。')
    await sheet.refuses(0, 'note', long(2001), '“备注”最多 2000 个字，请缩短。')
    await sheet.cell(0, 'given').click()
    await page.keyboard.press('Delete')
    await expect(page.getByText('未评 1 人')).toBeVisible()
    await page.getByRole('button', { name: '提交', exact: true }).click()
    const question = page.getByRole('dialog', { name: '提交这张评分表？' })
    await expect(question).toContainText('还有 1 人没有评分，评完后才能提交')
    await expect(question.getByRole('button', { name: '提交', exact: true })).toBeDisabled()
    await page.keyboard.press('Escape')
    await expect(page.getByText('评分中')).toBeVisible()
  })

  await test.step('the constants of a draft', async () => {
    await tab.open('方案')
    await page.getByRole('button', { name: '新建方案' }).click()
    await Form.titled(page, '按模板新建方案').fill({ 方案名称: script })
    await Form.titled(page, '按模板新建方案').press('新建')
    await expect(page.getByRole('heading', { level: 2 })).toContainText(script)
    const plan = new Form(page.locator('body'))
    await plan.fill({ 方案名称: long(51) })
    await plan.refuses('保存', { 方案名称: '“方案名称”不能超过 50 字，现有 51 字，请缩短。' })
    await plan.fill({ 方案名称: script, 岗位赋分满分: '-20', '有效票至少': '三', '“好”的名额比例': '' })
    const decimal = (label: string) => `${label}：须为不小于 0 的数，请改正。`
    await plan.refuses('保存', { 岗位赋分满分: decimal('岗位赋分满分'), 有效票至少: '有效票至少：须为不小于 0 的整数，请改正。', '“好”的名额比例': decimal('“好”的名额比例') })
    await plan.fill({ 岗位赋分满分: '20', 有效票至少: '3', '“好”的名额比例': '1.5' })
    await plan.refuses('保存', { '“好”的名额比例': '“好”的名额比例：是比例，须在 0 到 1 之间，请改正。' })
    await plan.fill({ '“好”的名额比例': '0.3', '“较好”至少': '90' })
    await plan.refuses('保存', { '“较好”至少': '“较好”至少：分数线 90 高于上一等次的 85，须由高到低，请改正。' })
    await plan.fill({ '“较好”至少': '70' })
    await plan.fill({ '“好”的名额比例': '0.3', 模块评分满分: '41' })
    await expect(page.getByRole('status').filter({ hasText: '模块评分' })).toContainText('模块评分 10+20+5+5=40 ✘ 少 1')
    await plan.refusesAll('保存', '模块评分四项满分 10+20+5+5 之和是 40，比模块评分满分 41 少 1，请改正。')
    await plan.press('放弃改动')
    await expect(plan.field('模块评分满分')).toHaveValue('40')
    await expect(plan.sentences).toHaveCount(0)
  })
  await expect(page).not.toHaveTitle('1')
})

test(`points, grades and a ballot: each field that is missing or wrong is named, nothing is declared ${browserOnly}`, async ({ page, town, browser }) => {
  const open = async (account: string) => {
    const own = await (await browser.newContext()).newPage()
    await (await town.door(own)).enter(account, password)
    return own
  }
  await (await town.door(page)).enter('叶建飞', password)
  const [principal, clerk] = [await open('应素芬'), await open('欧阳俊')]
  const witness = await Witness.begin(browser, town, password)

  await test.step('a head declares a deduction', async () => {
    await new Evaluation(page).open('数据录入')
    await page.getByRole('button', { name: '加减分' }).click()
    await page.getByRole('button', { name: '申报' }).click()
    const form = Form.titled(page, '申报加减分')
    await form.root.getByText('扣分', { exact: true }).click()
    await form.fill({ 发生日期: noDay })
    await form.refuses('申报', { 人员: '“人员”不能为空，请填写。', 扣分项目: '“扣分项目”不能为空，请填写。', 发生日期: dayFault('发生日期'), 事由: '“事由”不能为空，请填写。' })
    await form.pick('人员', '余江波')
    await form.pick('扣分项目', '黄色督办')
    await form.fill({ 发生日期: '2026-07-01', 事由: long(51) })
    await form.refuses('申报', { 发生日期: '“发生日期”须在本期 2026-04-01 至 2026-06-30 之内，请改正。', 事由: '“事由”不能超过 50 字，现有 51 字，请缩短。' })
    await form.leave()
  })

  await test.step('a clerk declares an honour, and casts half a ballot', async () => {
    await new Evaluation(clerk).open('数据录入')
    await clerk.getByRole('button', { name: '加减分' }).click()
    await clerk.getByRole('button', { name: '申报' }).click()
    const form = Form.titled(clerk, '申报加减分')
    await form.refuses('申报', { 级别: '“级别”不能为空，请填写。', 事由: '“事由”不能为空，请填写。' })
    await form.fill({ 事由: script })
    await form.refuses('申报', { 级别: '“级别”不能为空，请填写。' })
    await form.leave()
    await new Evaluation(clerk).open('互评')
    await clerk.getByRole('radiogroup').first().getByRole('radio').first().check()
    await expect(clerk.getByText(/^还有 \d+ 人没有选择$/)).toBeVisible()
    await expect(clerk.getByRole('button', { name: '投票' })).toBeDisabled()
  })

  await test.step('the principal grades a group', async () => {
    await new Evaluation(principal).open('数据录入')
    await principal.getByRole('button', { name: '专项工作组评级' }).click()
    await new Sheet(principal).refuses(0, 'grade', 'Z', '“评级”里没有“Z”这一项，请从列表中选择。')
  })
  await witness.sawNothing()
})
