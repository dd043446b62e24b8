/**
 * `npm run pictures`: the pictures of the manual and of the README, from the window as it is built now, into
 * `resources/help/pictures`. The demo township stands on its own day; keys and passwords that would be drawn by chance are
 * fixed, so that nothing changes from run to run but what has changed on the screen.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { expect as plainExpect } from 'playwright/test'
import { appRoot } from '../electron/app-root.ts'
import { createTownship } from '../electron/core/desk/bundle/create-township.ts'
import { createHouse } from '../electron/core/app/house.ts'
import { generateDemo } from '../electron/core/desk/demo/demo.ts'
import { prepareDemo } from '../electron/core/desk/demo/prepare-demo.ts'
import { stockDay } from '../electron/core/desk/demo/task-course.ts'
import { dataFolder } from '../electron/db/data-folder.ts'
import { findBrowser } from '../electron/host/browser.ts'
import { nodeEnvironment } from '../electron/host/environment.ts'
import { serve } from '../electron/host/serve.ts'
import { Door } from '../renderer/e2e/pages/door.ts'
import { ImportPanel } from '../renderer/e2e/pages/import-panel.ts'
import { Sheet } from '../renderer/e2e/pages/sheet.ts'
import { Form } from '../renderer/e2e/pages/form.ts'
import { TaskLedger } from '../renderer/e2e/pages/task-ledger.ts'
import { Window } from '../renderer/e2e/pages/window.ts'
import { Wizard } from '../renderer/e2e/pages/wizard.ts'
import { buildIfNeeded } from './build-if-needed.ts'
import { pictureWords } from './vocabulary.ts'
import { sealOrLog } from '../electron/core/evaluation/sheets/seal-ballots.ts'

const folder = path.join(appRoot, 'resources', 'help', 'pictures')
const roster = path.join(appRoot, 'electron', 'workbooks', 'imports', 'fixtures', 'roster-2.xlsx')
const moment = `${stockDay}T09:30:00+08:00`
const password = 'township-2026'
const expect = plainExpect.configure({ timeout: 30_000 })
const recoveryKey = '7KXA-M4PE-93TQ-HW2C-YR68-ND5J-F7ZU-B3GV'
const hasMagick = spawnSync('magick', ['-version'], { stdio: 'ignore' }).status === 0
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** A host in this process, on the day of the demo, with a window in front of its door. */
async function openWindow(browser: Browser, root: string, preset: 'empty' | 'demo'): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const { environment: real, release } = nodeEnvironment({ keyCost: { N: 2 ** 4, r: 8, p: 1 } })
  let now = Date.parse(moment)
  // Every moment is a little later than the one before, as in life.
  const environment = { ...real, now: () => new Date((now += 20)).toISOString(), newPassword: () => password, newRecoveryKey: () => recoveryKey }
  const place = dataFolder(root)
  if (preset === 'demo') (await createTownship({ folder: place, environment, consolePassword: password, bundle: generateDemo(2026), prepare: prepareDemo })).app.close()
  const house = createHouse({ settle: sealOrLog, folder: place, environment, onOpen: (app) => host.announce(app) })
  const host = await serve(house)
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1366, height: 768 }, permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.clock.setSystemTime(moment)
  await page.goto(host.newEntrance())
  await page.waitForURL(({ pathname }) => pathname === '/')
  return {
    page,
    async close() {
      await context.close()
      await host.stop()
      house.close()
      release()
    },
  }
}

const whole = { x: 0, y: 0, width: 1366, height: 768 }

/** Takes a picture of the window, or the part of it where something is, when nothing is loading any more; what still moves is brought to its end. */
async function take(page: Page, name: string, part: Partial<typeof whole> = {}): Promise<void> {
  await page.mouse.move(0, 0)
  await expect(page.locator('.ant-skeleton, .ui-loading, .ag-loading')).toHaveCount(0)
  const file = path.join(folder, `${name}.png`)
  // A notice of the step before would cover what is to be seen.
  await page.screenshot({ path: file, clip: { ...whole, ...part }, animations: 'disabled', caret: 'hide', style: '.ant-message { visibility: hidden }' })
  if (hasMagick) spawnSync('magick', [file, '-strip', '+dither', '-colors', '256', '-define', 'png:compression-level=9', `PNG8:${file}`], { stdio: 'inherit' })
  process.stdout.write(`${name}\n`)
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(place)}`)
  await expect(page.getByRole('main').first()).toBeVisible()
}

async function sitDown(page: Page, account: string): Promise<Window> {
  if (await page.getByRole('navigation', { name: '主要栏目' }).isVisible()) await new Window(page).lock()
  return new Door(page).enter(account, password)
}

async function choosePeriod(page: Page, title: string): Promise<void> {
  const period = page.getByRole('combobox', { name: '周期' })
  await period.click()
  await page.locator('.ant-select-item-option').filter({ hasText: title }).click()
  await period.blur()
}

async function closeSheet(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** The first run, as far as its pictures go. */
async function firstRun({ page }: { readonly page: Page }): Promise<void> {
  const wizard = new Wizard(page)
  await expect(page.getByRole('button', { name: '建立本乡镇' })).toBeVisible()
  await take(page, 'first-choice', { height: 500 })
  await wizard.begin()
  await wizard.describe({ name: '清溪镇', county: '云山县', account: '管理员', password: 'qingxi-2026-admin' })
  await take(page, 'wizard-modules', { height: 500 })
  await wizard.create()
  await take(page, 'recovery-key', { height: 420 })
}

/** 督考: most of the window. */
async function asInspector(page: Page): Promise<void> {
  await take(page, 'login', { x: 383, y: 120, width: 600, height: 320 })
  const window = await sitDown(page, '叶小龙')
  await expect((await window.search('ouyj')).first()).toContainText('欧阳俊')
  await take(page, 'palette', { height: 330 })
  await closeSheet(page)

  await goTo(page, '#/module/govern/overview')
  await expect(page.locator('canvas')).toHaveCount(4)
  await take(page, 'overview')

  await goTo(page, '#/module/economy/people')
  const people = new Sheet(page)
  await people.cell(4, 'name').click()
  await take(page, 'people')
  await page.keyboard.press('Alt+Enter')
  await expect(page.getByRole('dialog')).toContainText('任职')
  await take(page, 'person')
  await closeSheet(page)
  await people.paste(4, 'sex', [['女'], ['甲'], ['女']])
  await expect(page.getByRole('region', { name: /1 格未通过检查/ })).toBeVisible()
  await take(page, 'paste-refused')
  await page.getByRole('button', { name: '放弃' }).click()

  const ledger = await TaskLedger.of(window, '大治理')
  await expect(new Sheet(page).cell(0, 'title')).toBeVisible()
  await take(page, 'tasks')
  await page.getByPlaceholder('搜索事项、文号，可用拼音').fill('信访初次件')
  await ledger.open('前山村信访初次件办理与回访')
  await page.getByRole('button', { name: /^预览 交办单/ }).click()
  await expect(page.locator('.pdf-page').first()).toHaveAttribute('data-drawn', 'true')
  await take(page, 'attachments')
  await page.keyboard.press('Escape')
  await expect(page.locator('.preview')).toHaveCount(0)
  await closeSheet(page)
  await page.getByPlaceholder('搜索事项、文号，可用拼音').fill('')

  await goTo(page, '#/module/economy/registers/economy-projects')
  await expect(page.getByText('清溪农产品加工园一期')).toBeVisible()
  await take(page, 'registers')

  await choosePeriod(page, '2026年第一季度')
  await goTo(page, '#/evaluation/results')
  await new Sheet(page).cell(2, 'total').getByText('100.38').click()
  await expect(page.getByRole('dialog')).toContainText('岗位赋分')
  await take(page, 'why')
  await closeSheet(page)
  await take(page, 'results')
  await goTo(page, '#/evaluation/trial')
  await new Form(page.getByRole('main')).fill({ '“好”的名额比例': '0.3', 领导评分满分: '10' })
  await expect(page.getByRole('region', { name: '试算结果' }).getByRole('status').first()).toContainText('名次变动')
  await take(page, 'trial')

  await goTo(page, '#/reports/export')
  await expect(page.getByRole('radio', { name: '四维考评工作簿' })).toBeChecked()
  await take(page, 'export', { height: 440 })
  await goTo(page, '#/reports/import')
  await new ImportPanel(page).choose(roster)
  await expect(page.getByText(/行有误或待确认/)).toBeVisible()
  await take(page, 'import')

  await choosePeriod(page, '2026年第二季度')
  await goTo(page, '#/evaluation/sheets')
  await page.getByRole('row').filter({ hasText: '叶建飞' }).getByRole('button', { name: '查看' }).click()
  await page.getByRole('button', { name: '退回', exact: true }).click()
  await page.getByLabel('退回理由').fill('请对照个人小结，补上两人的评分')
  await page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** 模块长, whose sheet has just been sent back. */
async function asHead(page: Page): Promise<void> {
  await sitDown(page, '叶建飞')
  await choosePeriod(page, '2026年第二季度')
  await goTo(page, '#/evaluation/sheets')
  await page.getByRole('button', { name: '继续评分' }).click()
  const sheet = new Sheet(page)
  for (const row of [11, 12]) {
    await sheet.cell(row, 'given').click()
    await page.keyboard.press('Delete')
  }
  await expect(page.getByText('未评 2 人')).toBeVisible()
  await sheet.cell(11, 'given').click()
  await take(page, 'scoring')
  await goTo(page, '#/evaluation/sheets/desk')
  await expect(new Sheet(page).cell(0, 'head')).toBeVisible()
  await take(page, 'scoring-desk')
  await villageWork(page)
}

/** 周二无会日 of a past week, and a visit to several households before it is saved. */
async function villageWork(page: Page): Promise<void> {
  await goTo(page, '#/module/party/tuesday/2026-06-16')
  await expect(page.getByRole('button', { name: '6月16日' })).toContainText('签到')
  await take(page, 'tuesday')
  await goTo(page, '#/workbench')
  await page.getByRole('button', { name: '记服务', exact: true }).click()
  const form = Form.titled(page, '记服务')
  await form.fill({ 日期: '2026-06-26', 户主: '徐长根、汪有福、余金花\n徐国平\n方土根\n徐国平' })
  await form.pick('村社', '下溪村')
  await expect(form.root.getByText('共 6 条')).toBeVisible()
  await take(page, 'enter-records')
  await form.leave()
}

/** Another 模块长, who tells how a task is getting on and has not voted yet. */
async function asOtherHead(page: Page): Promise<void> {
  const ledger = await TaskLedger.of(await sitDown(page, '童建林'), '大治理')
  await ledger.open('后垄村出租房流动人口信息登记核查')
  await ledger.sheet.getByRole('button', { name: '反馈进展' }).click()
  const dialog = page.getByRole('dialog', { name: '反馈进展' })
  await dialog.getByLabel('进度（%）').fill('60')
  await dialog.getByLabel('进展情况').fill('已核对登记底册 43 户，其余 12 户本周入户核实。')
  await dialog.getByRole('button', { name: '反馈进展' }).click()
  await expect(dialog).toBeHidden()
  await expect(ledger.sheet).toContainText('其余 12 户')
  await take(page, 'task')
  await closeSheet(page)
  await choosePeriod(page, '2026年第二季度')
  await goTo(page, '#/evaluation/ballot')
  await expect(page.getByRole('button', { name: '投票', exact: true })).toBeVisible()
  await take(page, 'ballot')
}

/** 督考 again, while one sheet is still out. */
async function whileScoring(page: Page): Promise<void> {
  await sitDown(page, '叶小龙')
  await choosePeriod(page, '2026年第二季度')
  await goTo(page, '#/evaluation/cycle')
  await expect(page.getByText('评分表 1 张未提交')).toBeVisible()
  await take(page, 'cycle')
  await goTo(page, '#/module/coordinate/supervision/papers')
  await expect(page.getByRole('button', { name: '签发督办单' })).toBeVisible()
  await take(page, 'supervision')
  await goTo(page, '#/module/govern/issues')
  await expect(new Sheet(page).cell(0, 'title')).toBeVisible()
  await take(page, 'issues')
  await goTo(page, '#/workbench')
  await expect(page.getByText('待核验').first()).toBeVisible()
  await take(page, 'workbench')
}

/** 系统管理员 and 审计员. */
async function asOfficers(page: Page): Promise<void> {
  await sitDown(page, '徐露')
  await goTo(page, '#/system/accounts')
  await expect(new Sheet(page).cell(0, 'name')).toBeVisible()
  await take(page, 'accounts', { height: 560 })
  await goTo(page, '#/system/backups')
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByText(/已备份/)).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: '检查数据' }).click()
  await expect(page.getByText(/检查结果/)).toBeVisible({ timeout: 30_000 })
  await take(page, 'backups', { height: 400 })
}

const program = findBrowser()
if (program === null) throw new Error(pictureWords.noBrowser)
buildIfNeeded(() => process.stdout.write(`${pictureWords.building}\n`))
const home = mkdtempSync(path.join(tmpdir(), 'township-pictures-'))
const browser = await chromium.launch({ executablePath: program, args: [...asRoot, '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
try {
  const empty = await openWindow(browser, path.join(home, 'empty'), 'empty')
  await firstRun(empty)
  await empty.close()
  const demo = await openWindow(browser, path.join(home, 'demo'), 'demo')
  for (const walk of [asInspector, asHead, asOtherHead, whileScoring, asOfficers]) await walk(demo.page)
  await demo.close()
} finally {
  await browser.close()
  rmSync(home, { recursive: true, force: true })
}
