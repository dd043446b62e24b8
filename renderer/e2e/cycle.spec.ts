import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { Evaluation } from './pages/evaluation.ts'
import { Form } from './pages/form.ts'
import { password, test } from './town.ts'

hearComplaints()

test('the plan of a cycle, the working days it counts in, where its data come from, and the year’s end', async ({ page, town }) => {
  test.setTimeout(120_000)
  await (await town.door(page)).enter('叶小龙', password)
  const tab = new Evaluation(page)

  await test.step('days that run backwards are refused in the plan; by the working days it is planned anew', async () => {
    await tab.open('周期')
    await page.getByRole('button', { name: '修改计划' }).click()
    const plan = Form.titled(page, '2026年第二季度的周期计划')
    await plan.root.getByRole('textbox', { name: '评分开始日期' }).fill('2026-07-20')
    await plan.root.getByRole('textbox', { name: '评分结束日期' }).fill('2026-07-10')
    await plan.press('保存')
    await expect(plan.sentences).toHaveText(['“评分的结束日期”填写有误：早于开始日期 2026-07-20，请改正。'])
    await plan.press('按工作日排定')
    await plan.press('保存')
    await expect(page.getByText('已保存周期计划')).toBeVisible()
  })

  await test.step('every input with who enters and who confirms it, and the way to what is missing', async () => {
    await tab.open('数据录入')
    await page.getByRole('button', { name: '数据来源' }).click()
    const ballots = page.getByRole('row').filter({ hasText: '督考关闭互评' })
    await expect(ballots).toContainText('参加互评的人员')
    await ballots.getByRole('button', { name: '打开' }).or(ballots.getByRole('link', { name: '打开' })).click()
    await expect(page.getByRole('button', { name: '关闭互评' })).toBeVisible()
  })

  await test.step('a file that is no arrangement of holidays changes nothing', async () => {
    await page.getByRole('navigation', { name: '主要栏目' }).getByRole('button', { name: '系统' }).click()
    await page.getByRole('link', { name: '工作日历', exact: true }).click()
    await expect(page.getByText('程序自带')).toBeVisible()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '选择安排文件' }).click()
    await (await chooser).setFiles({ name: '节假日.json', mimeType: 'application/json', buffer: Buffer.from('{"year":2027,"holidays":[{"name":"元旦","from":"2026-01-01","to":"2027-01-01","work":[]}]}') })
    await expect(page.getByRole('alert').first()).toBeVisible()
    await expect(page.getByText('程序自带')).toBeVisible()
  })

  await test.step('a year that is not over is not rolled over, and says what keeps it', async () => {
    await tab.choosePeriod('2026年度')
    await tab.open('周期')
    await page.getByRole('button', { name: '2026 年度结转' }).click()
    const sheet = page.getByRole('dialog', { name: '2026 年度结转到 2027 年' })
    await expect(sheet.getByRole('heading', { name: '还不能结转' })).toBeVisible()
    await expect(sheet.getByRole('button', { name: '结转', exact: true })).toBeDisabled()
  })
})

test('a clerk makes his 个人小结 of what is proposed, hands it in and takes it back', async ({ page, town }) => {
  await (await town.door(page)).enter('祝立群', password)
  await new Evaluation(page).open('个人小结')
  const text = page.getByRole('textbox', { name: '小结内容' })
  await expect(text).toHaveValue(/一、任务办理/)
  await text.fill('短')
  await page.getByRole('button', { name: '提交小结' }).click()
  await expect(page.getByText(/“小结内容”不能少于 \d+ 字，请写完再提交。/)).toBeVisible()
  await text.fill('本季度完成任务七件，按时办结六件；不足是走访偏少，下季度补上每月四次入户走访。')
  await page.getByRole('button', { name: '提交小结' }).click()
  await expect(page.getByText('已提交，评分人打开评分表就能看到')).toBeVisible()
  await page.getByRole('button', { name: '收回修改' }).click()
  await expect(page.getByText('已收回，可以修改后再提交')).toBeVisible()
})
