import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { Form } from './pages/form.ts'
import { VillageWork } from './pages/village-work.ts'
import { password, test } from './town.ts'

hearComplaints()

const households = Array.from({ length: 12 }, (_, index) => `新户${String(index + 1)}`)

test('a visit to twelve households is one entry, verified at once, and counts in the quarter', async ({ page, town }) => {
  let before = 0
  await test.step('督考 sees what the quarter has so far', async () => {
    const window = await (await town.door(page)).enter('叶小龙', password)
    before = await (await VillageWork.of(window, '大党建', '组团联村')).countOf('下溪村', 'visit')
    await window.lock()
  })

  await test.step('经办 enters it on the workbench', async () => {
    const window = await (await town.door(page)).enter('祝立群', password)
    await new VillageWork(page).enterVisit({ date: '2026-06-26', village: '下溪村', households, note: '汛前逐户走访' })
    await window.lock()
  })

  await test.step('团长 verifies the whole entry', async () => {
    const window = await (await town.door(page)).enter('劳晨光', password)
    await page.getByRole('button', { name: '去核实' }).click()
    const work = new VillageWork(page)
    await expect(page.getByRole('radio', { name: /待我核实/ })).toBeChecked()
    await work.ofRow('新户3', '核实')
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await expect(page.getByText('已撤回核实 1 条。')).toBeVisible()
    await work.ofRow('新户7', '核实同一次录入的全部')
    await expect(page.getByText('已核实 12 条。')).toBeVisible()
    await expect(work.row('新户7')).toHaveCount(0)
    await work.close()
    await window.lock()
  })

  await test.step('督考 finds them counted', async () => {
    const window = await (await town.door(page)).enter('叶小龙', password)
    expect(await (await VillageWork.of(window, '大党建', '组团联村')).countOf('下溪村', 'visit')).toBe(before + households.length)
  })
})

test('a record sent back is corrected and handed in again; a Tuesday is planned by 组团; a meeting on it needs who allowed it', async ({ page, town }) => {
  await test.step('经办 enters, 团长 sends back', async () => {
    const clerk = await (await town.door(page)).enter('祝立群', password)
    await new VillageWork(page).enterVisit({ date: '2026-06-26', village: '前山村', households: ['退回户'], note: '走访' })
    await clerk.lock()
    const leader = await (await town.door(page)).enter('劳晨光', password)
    await page.getByRole('button', { name: '去核实' }).click()
    const work = new VillageWork(page)
    await work.ofRow('退回户', '退回')
    const reason = Form.titled(page, '退回 1 条服务记录')
    await reason.fill({ 退回理由: '未写走访事由' })
    await reason.press('退回')
    await expect(page.getByText('已退回 1 条。')).toBeVisible()
    await work.close()
    await leader.lock()
  })

  await test.step('经办 finds it on the workbench and hands it in again', async () => {
    const window = await (await town.door(page)).enter('祝立群', password)
    await expect(page.getByText('未写走访事由')).toBeVisible()
    await page.getByRole('button', { name: '去改正' }).click()
    const work = new VillageWork(page)
    await work.ofRow('退回户', '改正后重新提交')
    const form = new Form(page.getByRole('dialog').last())
    await form.fill({ 备注: '走访独居老人，帮助申领高龄津贴' })
    await form.press('改正后重新提交')
    await expect(page.getByText('已重新提交，等待核实。')).toBeVisible()
    await expect(work.row('退回户')).toHaveCount(0)
    await work.close()
    await window.lock()
  })

  await test.step('督考 plans a Tuesday by 组团', async () => {
    const window = await (await town.door(page)).enter('叶小龙', password)
    await VillageWork.of(window, '大党建', '周二无会日')
    await page.evaluate(() => {
      location.hash = '#/module/party/tuesday/2027-03-02'
    })
    await expect(page.getByText('3月2日 还没有安排')).toBeVisible()
    await page.getByRole('button', { name: '按组团生成' }).click()
    const save = page.getByRole('button', { name: /^保存 \d+ 人的安排$/ })
    const people = Number(/\d+/.exec(await save.innerText())?.[0])
    expect(people).toBeGreaterThan(50)
    await save.click()
    await expect(page.getByText(`已安排 ${String(people)} 人。`)).toBeVisible()
    await expect(page.getByRole('button', { name: '3月2日' })).toContainText(`签到 0/${String(people)}`)
  })

  await test.step('a meeting on that Tuesday', async () => {
    await page.evaluate(() => {
      location.hash = '#/module/coordinate/meetings'
    })
    await page.getByRole('button', { name: '安排会议' }).click()
    const form = Form.titled(page, '安排会议')
    await form.fill({ 会议名称: '防汛会商', 日期: '2027-03-02', 时间: '19点半' })
    await form.press('保存')
    await expect(form.sentences).toHaveText(['“例外理由”不能为空：周二无会日开会须写明理由，或改到其他日子。', '请选择“批准的党政正职”，或改到其他日子。'])
    await form.fill({ 例外理由: '启动应急响应' })
    await form.field('批准的党政正职').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '应素芬' }).click()
    await form.press('保存')
    await expect(page.getByText('已安排。')).toBeVisible()
    await expect(new VillageWork(page).row('防汛会商')).toContainText('19:30')
    await expect(new VillageWork(page).row('防汛会商')).toContainText('周二例外')
  })
})
