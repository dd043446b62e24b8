import { expect, type Page } from 'playwright/test'
import { Evaluation } from './pages/evaluation.ts'
import { OneTask } from './pages/one-task.ts'
import { TaskLedger } from './pages/task-ledger.ts'
import type { Window } from './pages/window.ts'
import { browserOnly, password, test, type Town } from './town.ts'

/** Who takes part; the host works in 大党建, the co-host in 大治理. */
const cast = { head: '叶建飞', host: '祝立群', cohost: '欧阳俊', inspector: '叶小龙', principal: '应素芬' } as const
const title = '红色物业联盟试点推进'

test(`one 交办单 through two modules, late, returned and supervised, to 销号 and into the evaluation ${browserOnly}`, async ({ page, town }) => {
  test.setTimeout(240_000)
  await town.setClock(page, '2026-06-15T01:00:00Z')
  const enter = seatsOf(page, town)
  const task = new OneTask(page, title)
  const evaluation = new Evaluation(page)

  await test.step('the head drafts and issues it to his own clerk and one of another module', async () => {
    const ledger = await TaskLedger.of(await enter(cast.head), '大党建')
    await ledger.issueTo({ title, host: cast.host, cohost: cast.cohost, due: '2026-06-18' })
    await ledger.open(title)
    await expect(task.next).toContainText(`${cast.host} 签收`)
    await expect(task.next).toContainText(`${cast.cohost} 签收`)
    await task.planMilestones(3)
  })

  await test.step('both accept; the co-host hands in by himself, in time, and his part goes on alone', async () => {
    await enter(cast.host)
    await task.open()
    await task.take('签收', '办理中')
    await task.report('40', '已摸清底数')
    await town.setClock(page, '2026-06-17T01:00:00Z')
    await enter(cast.cohost)
    await task.open()
    await task.takePart('签收')
    await task.submit('网格队伍已对接')
    await expect(task.partOf(cast.cohost)).toContainText('待模块审')
    await expect(task.partOf(cast.host)).toContainText('办理中')
    await enter(cast.head)
    await task.open()
    await expect(task.next).toContainText(new RegExp(`${cast.head}(、\\S+)? 模块审核（${cast.cohost}的部分）`))
    await task.review('优')
    await expect(task.partOf(cast.cohost)).toContainText('待核验')
  })

  await test.step('the head asks for an extension, 督考 grants it and verifies the co-host’s part', async () => {
    await task.askExtension('2026-06-20', '等待县级部门批复')
    await enter(cast.inspector)
    await expect(page.getByRole('group', { name: '延期待审批' })).toContainText(title)
    await task.open()
    await task.decideExtension('同意')
    await expect(task.facts).toContainText('2026-06-20')
    await task.takePart('核验通过')
    await expect(task.partOf(cast.cohost)).toContainText('已办结')
  })

  await test.step('four days late it shows red, is proposed for and gets a yellow 督办单', async () => {
    await town.setClock(page, '2026-06-24T01:00:00Z')
    await enter(cast.inspector)
    await page.getByRole('button', { name: '去督办' }).click()
    const proposal = page.locator('.ag-row').filter({ hasText: title })
    await expect(proposal).toContainText('黄牌督办')
    await expect(proposal).toContainText('4 天')
    await proposal.locator('.ag-cell').nth(2).click()
    await page.getByRole('button', { name: '签发督办单' }).click()
    await page.getByRole('dialog', { name: `签发督办单：${title}` }).getByRole('button', { name: '签发督办单' }).click()
    await expect(page.getByText('登记扣分 1 笔')).toBeVisible()
    await expect(proposal).toHaveCount(0)
  })

  await test.step('the host replies and hands in; it comes back with a reason, once, and is handed in again', async () => {
    await town.setClock(page, '2026-06-25T01:00:00Z')
    await enter(cast.host)
    await expect(page.getByRole('group', { name: '督办单待回复' })).toContainText(title)
    await task.open()
    await task.reply('已落实专人，两日内办结')
    await task.submit('已完成')
    await enter(cast.head)
    await task.open()
    await task.sendBack('缺少签到表')
    await expect(task.partOf(cast.cohost)).toContainText('已办结')
    await town.setClock(page, '2026-06-26T01:00:00Z')
    await enter(cast.host)
    await task.open()
    await expect(task.history).toContainText('缺少签到表')
    await expect(task.button('核验通过')).toHaveCount(0)
    await task.submit('补齐签到表')
    await enter(cast.head)
    await task.open()
    await task.review('良')
  })

  await test.step('督考 settles the 督办单, verifies and closes it out; the doer never could', async () => {
    await town.setClock(page, '2026-06-27T01:00:00Z')
    await enter(cast.host)
    await task.open()
    await expect(page.getByText('目前没有您可以办理的步骤。')).toBeVisible()
    await enter(cast.inspector)
    await task.open()
    await task.settle()
    await task.take('核验通过', '已办结')
    await task.take('销号', '已销号')
    await expect(task.history).toContainText('销号')
  })

  await test.step('the evaluation counts it: the host six days late after the last submission, the co-host in time, the 督办单 as approved', async () => {
    await town.setClock(page, '2026-07-06T01:00:00Z')
    await enter(cast.principal)
    await evaluation.approvePoint(title)
    await enter(cast.inspector)
    await evaluation.closeBallots()
    await evaluation.open('周期')
    await evaluation.step('冻结并计算', '已计算，形成第 1 版结果')
    const [host, cohost] = [await evaluation.why(cast.host), await evaluation.why(cast.cohost)]
    expect(host).toMatch(new RegExp(`${title}\\n1 × 1 × 0\\.6 × 0\\.9 = 0\\.54\\n.*承办 主办.*应办结 2026-06-20 · 实办结 2026-06-26 · 逾期天数 6 · 被驳回 1 · 完成质量 良 · 办结时效 逾期办结`))
    expect(host).toMatch(/黄色督办\n扣分项 黄色督办 · 日期 2026-06-\d\d · 事由 督办单 DB\d{4} 红色物业联盟试点推进 · 审定 应素芬 2026-07-06\n0\.5$/)
    expect(cohost).toMatch(new RegExp(`${title}\\n1 × 0\\.5 × 1 × 1 = 0\\.5\\n.*承办 协办.*应办结 2026-06-20 · 实办结 2026-06-17 · 逾期天数 0 · 被驳回 0 · 完成质量 优 · 办结时效 按期办结`))
  })
})

/** Lets one after the other sit down at the one window, anew; the clock may have moved since. */
function seatsOf(page: Page, town: Town): (person: string) => Promise<Window> {
  return async (person) => (await town.door(page)).enter(person, password)
}
