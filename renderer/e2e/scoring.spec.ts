import { expect } from 'playwright/test'
import { hearComplaints } from './pages/complaints.ts'
import { Evaluation } from './pages/evaluation.ts'
import { ScoringDesk } from './pages/scoring-desk.ts'
import { password, test } from './town.ts'

hearComplaints()

const bands = 'AAAAAABBBBBBBBBBBBCC'
const figures = '55544444444443333332'

test.describe('a head with 20 people to score', () => {
  test.use({ preset: 'scoring' })

  test('20 people, three things each: at most 70 keys from the list to 已提交, and no mouse', async ({ page, town }) => {
    await (await town.door(page)).enter('叶建飞', password)
    await page.evaluate(() => {
      location.hash = '#/evaluation/sheets'
    })
    const desk = new ScoringDesk(page)
    await desk.open()
    await desk.give(bands)
    await desk.give(figures)
    await desk.give(bands.toLowerCase())
    await expect(page.getByRole('status', { name: '评分进度' }).first()).toContainText('全部评完')
    await desk.holds('head', bands)
    await desk.holds('leader', figures)
    await desk.holds('ballot', bands)
    await expect(page.getByText('互评 评完')).toBeVisible()
    await expect(desk.sheet.status).toContainText('已保存')
    await desk.press('Control+Enter')
    const question = page.getByRole('dialog', { name: '提交已评完的各项？' })
    await expect(question).toContainText('大治理模块长评价（20 人）')
    await expect(question).toContainText('互评（A 6 人，B 12 人，C 2 人）')
    await desk.press('Enter')
    await expect(page.getByText('您的评分表和互评票都已提交')).toBeVisible()
    expect(desk.presses).toBeLessThanOrEqual(70)
    await expect(page.getByRole('row').filter({ hasText: '大治理' }).getByText('已提交')).toHaveCount(2)
    await new Evaluation(page).open('互评')
    await expect(page.getByText('您已投票')).toBeVisible()
  })

  test('a habit of Enter skips nobody, a point makes a decimal, Tab goes on from the person, and what is over a limit is said at once', async ({ page, town }) => {
    await (await town.door(page)).enter('叶建飞', password)
    await page.evaluate(() => {
      location.hash = '#/evaluation/sheets'
    })
    const desk = new ScoringDesk(page)
    await desk.open()
    // In a box that takes no text no input method begins to compose, and a key is a key.
    await expect(page.locator('.sheet-input')).toHaveAttribute('readonly')
    await desk.press('a')
    await desk.press('Enter')
    await desk.press('b')
    await desk.press('Enter')
    await desk.holds('head', 'AB·')
    await desk.press('c')
    await desk.press('Tab')
    for (const key of ['4', '.', '5', 'Enter', '3']) await desk.press(key)
    await expect(desk.sheet.cell(2, 'leader')).toHaveText(/^4\.50?$/)
    await expect(desk.sheet.cell(3, 'leader')).toHaveText(/^3(\.00)?$/)
    await expect(page.getByText('未评 17 人')).toBeVisible()
    await desk.press('Control+Home')
    await desk.press('Tab')
    await desk.press('Tab')
    await desk.give('AAAAAAA')
    await expect(page.getByText('A 最多 6 人，现为 7 人')).toBeVisible()
    await desk.press('Control+Enter')
    await expect(page.getByRole('dialog')).toContainText('还没有评完的项目，评完后再提交。')
    await expect(page.getByRole('dialog').getByRole('button', { name: '提交' })).toBeDisabled()
  })
})
