import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { Evaluation } from './pages/evaluation.ts'
import { Sheet } from './pages/sheet.ts'
import { password, test } from './town.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

hearComplaints()

test('a year on top of a published quarter: inputs entered and confirmed, computed, bonus to the fen, history opened', async ({ page, town }) => {
  const inspector = await (await town.door(page)).enter('叶小龙', password)
  const tab = new Evaluation(page)
  let warned = ''

  await test.step('督考 enters who was warned and the bonus; what no year has is refused in its cell', async () => {
    await tab.choosePeriod('2026年度')
    await tab.open('数据录入')
    const sheet = new Sheet(page)
    await sheet.refuses(0, 'months', '13', '“任职月数（另定）”须在 0 到 12 之间，请改正。')
    await sheet.paste(0, 'months', [['6']])
    warned = await sheet.cell(1, 'name').innerText()
    await sheet.paste(1, 'warned', [['是']])
    await page.getByRole('button', { name: '奖金总额' }).click()
    await sheet.refuses(0, 'amount', '-1', '“奖金总额（元）”须在 0 到 9999999999 之间，请改正。')
    await sheet.paste(0, 'amount', [['100000.01']])
    await expect(page.getByText('3 项待党政正职确认')).toBeVisible()
    await tab.open('周期')
    await expect(page.getByText('3 项年度数据已录入，还没有由党政正职确认')).toBeVisible()
    await inspector.lock()
  })

  await test.step('党政正职 confirms', async () => {
    const principal = await (await town.door(page)).enter('应素芬', password)
    await tab.choosePeriod('2026年度')
    await tab.open('数据录入')
    await page.getByRole('button', { name: '确认年度数据' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认年度数据' }).click()
    await expect(page.getByText('已确认 3 项年度数据')).toBeVisible()
    await principal.lock()
  })

  await test.step('the year is computed; each pool is distributed to the fen; a history opens', async () => {
    await (await town.door(page)).enter('叶小龙', password)
    await tab.choosePeriod('2026年度')
    await tab.open('周期')
    await expect(page.getByText(/还没有归档；现在可以先算/)).toBeVisible()
    await tab.step('开始采集', '已进入“采集”')
    await tab.step('开始个人小结', '已进入“个人小结”')
    await tab.step('冻结并计算', '已计算，形成第 1 版结果')
    await tab.open('结果')
    const bonus = page.getByRole('group', { name: '奖金建议（元），供会议研究' })
    await expect(bonus).toContainText('总额 100,000.01，已分配 100,000.01，余 0.00')
    const sheet = new Sheet(page)
    await sheet.search(warned)
    await expect(sheet.status).toContainText('筛选出 1 行')
    expect((await sheet.copyAll()).flat().join(' ')).toMatch(/不得评优：.*本年受过警示/)
    await page.locator('.ag-row[row-index="0"] [col-id="name"]').click({ button: 'right' })
    await page.getByRole('menuitem', { name: '历年考评' }).click()
    const history = page.getByRole('dialog')
    await expect(history.getByRole('rowheader')).toHaveText(['2026年度', '2026年第一季度'])
  })
})
