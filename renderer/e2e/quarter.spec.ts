import { expect, type Page } from 'playwright/test'
import { plainPdf } from '../../shared/lib/plain-pdf.ts'
import { Attachments } from './pages/attachments.ts'
import { Evaluation } from './pages/evaluation.ts'
import { Form } from './pages/form.ts'
import { amendValue, Rulings } from './pages/rulings.ts'
import { Sheet } from './pages/sheet.ts'
import { browserOnly, password, test, type Town } from './town.ts'

test.use({ preset: 'small', permissions: ['clipboard-read', 'clipboard-write'] })

/** Who does what in the township of thirteen. */
const cast = { inspector: '金娜', principal: '许刚', heads: ['孔海', '单国'], leads: ['程远', '柳青'], appellant: '解明' } as const
const voters = ['金娜', '孔海', '方圆', '鲁宁', '单国', '解明', '区敏', '查理', '曾玉']
const scan = { name: '领导评分表.pdf', mimeType: 'application/pdf', buffer: Buffer.from(plainPdf(['领导评分表（签字）'])) }

test(`a whole quarter, from the plan’s approval through paper, ballots, appeal and meeting, and the year on top ${browserOnly}`, async ({ page, town }) => {
  test.setTimeout(480_000)
  await town.setClock(page, '2026-07-01T01:00:00Z')
  const enter = seats(page, town)
  const tab = new Evaluation(page)

  await test.step('党政正职 approves the plan; 督考 brings the quarter to 评分', async () => {
    await enter(cast.principal)
    await tab.approvePlan()
    await enter(cast.inspector)
    await tab.open('周期')
    await tab.step('开始个人小结', '已进入“个人小结”')
    await tab.step('开始评分', '已进入“评分”')
    await tab.step('生成评分表', '本期共有')
  })

  await test.step('heads, a leader and 党政正职 score; the sheet of the other leader comes on paper', async () => {
    for (const scorer of [...cast.heads, cast.leads[0], cast.principal]) {
      await enter(scorer)
      await tab.scoreAll()
    }
    await enter(cast.inspector)
    await enterPaper(page, cast.leads[1])
  })

  await test.step('nine vote, and the voting is closed', async () => {
    for (const voter of voters) {
      await enter(voter)
      await tab.vote()
    }
    await enter(cast.inspector)
    await tab.closeBallots()
  })

  await test.step('frozen, computed, reviewed and published', async () => {
    await tab.open('周期')
    await tab.step('冻结并计算', '已计算，形成第 1 版结果')
    await tab.step('开始复核', '已进入“复核”')
    await tab.step('发布公示', '已发布公示')
  })

  const before = await tab.totals()
  await test.step('an appeal is granted with an amendment, which makes a second version', async () => {
    await enter(cast.appellant)
    await new Rulings(page).openOwn()
    await page.getByRole('button', { name: '申诉', exact: true }).click()
    const appeal = Form.titled(page, '对本人结果提出申诉')
    await appeal.pick('申诉事项', '领导评分')
    await appeal.fill({ 申诉内容: '纸质评分表上是 5 分' })
    await appeal.press('提出申诉')
    await expect(page.getByText(/^申诉 SS\d+ 已提出/)).toBeVisible()
    await enter(cast.inspector)
    const rulings = new Rulings(page)
    await rulings.open('申诉')
    await (await rulings.openRow(cast.appellant)).press('提请更正')
    const amendment = new Form(page.getByRole('dialog', { name: /^按申诉 SS\d+ 提请更正$/ }))
    await amendValue(amendment, /的领导评分$/, '5')
    await amendment.fill({ 裁定主体: '镇党委会议', 理由: '与评分表原件核对，系代录有误' })
    await amendment.press('提请')
    await expect(page.getByText(/已提请裁定 CD\d+/)).toBeVisible()
    await enter(cast.principal)
    await rulings.open('裁定')
    await (await rulings.openRow(cast.appellant)).press('同意')
    await page.getByRole('dialog', { name: /^同意 CD/ }).getByRole('button', { name: '同意', exact: true }).click()
    await expect(page.getByText(/已裁定，形成第 2 版结果/)).toBeVisible()
    const changed = (await tab.totals()).filter((row) => !before.includes(row))
    expect(changed.some((row) => row.startsWith(cast.appellant))).toBe(true)
  })

  await test.step('after the 公示 the meeting decides everybody, and one otherwise than suggested', async () => {
    await town.setClock(page, '2026-07-09T01:00:00Z')
    await enter(cast.inspector)
    await tab.open('周期')
    await tab.step('进入申诉', '已进入“申诉”')
    await tab.step('提交会议审定', '已进入“会议审定”')
    await enter(cast.principal)
    await new Rulings(page).openMeeting()
    await new Rulings(page).decideAll('镇党委会议（2026年第14次）')
    const sheet = new Sheet(page)
    await sheet.type(0, 'decided', '一般')
    const reason = new Form(page.getByRole('dialog', { name: /^审定等次与建议不一致/ }))
    await reason.fill({ 理由: '会议研究' })
    await reason.press('审定')
    await expect(sheet.cell(0, 'decided')).toHaveText('一般')
    await enter(cast.inspector)
    await tab.open('周期')
    await tab.step('归档', '已进入“归档”')
  })

  await test.step('the year averages what was decided', async () => {
    await tab.choosePeriod('2026年度')
    await tab.open('周期')
    await tab.step('开始个人小结', '已进入“个人小结”')
    await tab.step('冻结并计算', '已计算，形成第 1 版结果')
    await tab.open('结果')
    const sheet = new Sheet(page)
    await expect(sheet.status).toContainText('共 12 行')
  })
})

const ownPassword = 'qingxi-2026-own'

/** Lets one after the other sit down at the one window: the first time with the one-time password, then with the own one. */
function seats(page: Page, town: Town): (person: string) => Promise<unknown> {
  const known = new Set<string>()
  return async (person) => {
    const door = await town.door(page)
    const isKnown = known.has(person)
    known.add(person)
    return isKnown ? door.enter(person, ownPassword) : door.enterFirst(person, password, ownPassword)
  }
}

/** 督考 types in the sheet a leader has filled in by hand, and attaches its scan. */
async function enterPaper(page: Page, leader: string): Promise<void> {
  await new Evaluation(page).open('评分')
  await page.getByRole('row').filter({ hasText: leader }).getByRole('button', { name: '代录' }).click()
  const sheet = new Sheet(page)
  await expect(sheet.cell(0, 'given')).toBeVisible()
  await sheet.paste(0, 'given', Array.from({ length: await sheet.count() }, (_, place) => [(4.5 - place / 4).toFixed(2)]))
  await page.getByRole('button', { name: '扫描件' }).click()
  const scans = new Attachments(page)
  await scans.add(scan)
  await expect(scans.names).toHaveText([scan.name])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByText('评分表已提交')).toBeVisible()
}
