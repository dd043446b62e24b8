import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { Evaluation } from './pages/evaluation.ts'
import { Form } from './pages/form.ts'
import { layoutFaults } from './pages/faults.ts'
import { Plans } from './pages/plans.ts'
import { Sheet } from './pages/sheet.ts'
import { browserOnly, password, test } from './town.ts'

hearComplaints()

const present = '清溪镇2026年度四维考评方案'
const next = '下半年方案'

test(`a plan: copied, changed with its maxima in sight, compared, and approved for good ${browserOnly}`, async ({ page, town, browser }) => {
  await (await town.door(page)).enter('叶小龙', password)
  const plans = new Plans(page)
  await plans.copy(present, next)

  await test.step('what is changed adds up, or says by how much it does not', async () => {
    await plans.constants.fill({ 任务推进满分: '25' })
    await expect(plans.maxima).toContainText('模块评分 10+25+5+5=45 ✘ 多 5')
    await expect(page.getByText('1 处填写有误')).toBeVisible()
    await plans.constants.fill({ 模块评分满分: '45', '“专项加分”称作': '专项实绩' })
    await expect(plans.maxima).toContainText('模块评分 10+25+5+5=45 ✔')
    await plans.add('添加等次', '等次名称', 'D')
    await plans.constants.fill({ '等次 D 的分值': '4' })
    await plans.add('添加服务种类', '服务种类名称', '帮扶')
    await plans.constants.fill({ 帮扶每次: '0.5', 帮扶封顶: '2' })
    await page.getByRole('button', { name: '去掉 网格指导' }).click()
    await page.getByText('已去掉“网格指导”').getByRole('button', { name: '撤销' }).click()
    await expect(plans.constants.field('网格指导每次')).toHaveValue('0.5')
    await page.setViewportSize({ width: 1366, height: 768 })
    expect(await layoutFaults(page)).toEqual([])
  })

  await test.step('whatever leads away from it asks first, and keeps what was changed', async () => {
    const question = page.getByRole('dialog', { name: '放弃填写的内容？' })
    for (const lead of [() => page.goBack(), () => page.getByRole('link', { name: '试算' }).click(), () => page.getByRole('button', { name: '工作台' }).click()]) {
      await lead()
      await question.getByRole('button', { name: '继续填写' }).click()
      await expect(question).toBeHidden()
    }
    await plans.save()
  })

  await test.step('the two versions side by side', async () => {
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '比较' }).click()
    await expect(page.getByText('6 处不同')).toBeVisible()
    for (const [label, ...values] of [['任务推进满分', '25', '20'], ['“专项加分”称作', '专项实绩', '专项加分'], ['等次 D 的分值', '4', '没有']]) await expect(page.getByRole('row').filter({ hasText: label ?? '' })).toContainText(values.join(''))
    await page.getByText('全部参数').click()
    await expect(page.getByRole('row').filter({ hasText: '完成质量“优”' })).toBeVisible()
  })

  await test.step('the principal approves it: who and when stand with it, and nothing is changed any more', async () => {
    const principal = await (await browser.newContext()).newPage()
    await (await town.door(principal)).enter('应素芬', password)
    const own = new Plans(principal)
    await own.open(next)
    await own.approve()
    await expect(principal.getByText(/应素芬于 .* 批准/)).toBeVisible()
    await plans.open(next)
    await expect(page.getByText('方案已批准，只能查看；需要调整时复制为新版本。')).toBeVisible()
    await expect(plans.constants.field('任务推进满分')).toHaveText('25')
    await expect(page.getByRole('button', { name: '保存', exact: true })).toHaveCount(0)
  })
})

test(`试算: what other constants would give, kept as a draft that is removed and taken back ${browserOnly}`, async ({ page, town }) => {
  await (await town.door(page)).enter('叶小龙', password)
  const plans = new Plans(page)
  await plans.try('第一季度')
  const sheet = new Sheet(page)
  const people = await sheet.count()

  await test.step('fewer places, and a weight that takes its dimension along', async () => {
    await plans.constants.fill({ '“好”的名额比例': '0.2' })
    await expect(plans.moves).toContainText(/等次变动 \d+ 人，好→较好 \d+ 人/)
    await plans.constants.fill({ 领导评分满分: '10' })
    await expect(plans.maxima).toContainText('模块评分 10+20+5+10=45 ✔')
    await expect(plans.moves).toContainText(/名次变动 [1-9]\d* 人/)
    await expect(sheet.cell(0, 'why')).toContainText('领导评分 +')
    await page.getByLabel('只看变动').check()
    await expect.poll(() => sheet.count()).toBeLessThanOrEqual(people)
    await page.locator('.ag-row').first().dblclick()
    await expect(page.getByRole('dialog').getByRole('row').filter({ hasText: '领导评分' })).toContainText('+')
    await page.keyboard.press('Escape')
  })

  await test.step('the draft', async () => {
    await page.getByRole('button', { name: '存为方案草稿' }).click()
    const form = Form.titled(page, '存为方案草稿')
    await form.fill({ 方案名称: '名额二成' })
    await form.press('保存')
    await new Evaluation(page).open('方案')
    await plans.row('名额二成').getByRole('button', { name: '删除' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click()
    await page.getByText('已删除草稿“名额二成”').getByRole('button', { name: '撤销' }).click()
    await expect(plans.row('名额二成')).toBeVisible()
    await plans.open('名额二成')
    await expect(plans.constants.field('领导评分满分')).toHaveValue('10')
  })
})

test(`公平性 and 试算 are for who sees the whole township ${browserOnly}`, async ({ page, town, browser }) => {
  await (await town.door(page)).enter('应素芬', password)
  await new Plans(page).try('第一季度')
  await expect(page.getByRole('button', { name: '存为方案草稿' })).toHaveCount(0)
  await new Evaluation(page).open('公平性')
  await expect(page.getByRole('row').filter({ hasText: '叶建飞' })).toContainText('大党建')
  await page.locator('.ui-chart').filter({ hasText: '总分按年龄段分布' }).getByRole('button', { name: '看数据' }).click()
  await expect(page.getByRole('row').filter({ hasText: '36–45 岁' })).toBeVisible()

  const head = await (await browser.newContext()).newPage()
  await (await town.door(head)).enter('叶建飞', password)
  await new Evaluation(head).open('方案')
  await expect(head.getByRole('link', { name: '试算' })).toHaveCount(0)
})
