import ExcelJS from 'exceljs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from 'playwright/test'
import { periodTitle } from '../../shared/domain/plans/cycle-vocabulary.ts'
import { Door } from './pages/door.ts'
import { Evaluation } from './pages/evaluation.ts'
import { accessFaults, layoutFaults } from './pages/faults.ts'
import { Sheet } from './pages/sheet.ts'
import { TaskLedger } from './pages/task-ledger.ts'
import { Window } from './pages/window.ts'
import { Wizard } from './pages/wizard.ts'
import { browserOnly, test, type Town } from './town.ts'

test.use({ preset: 'empty', permissions: ['clipboard-read', 'clipboard-write'] })

const roster = path.resolve('electron/workbooks/imports/fixtures/roster-1.xlsx')
const administrator = { account: '管理员', password: 'qingxi-2026-admin' }
const ownPassword = 'qingxi-2026-own'

/** The quarter of today, in China. */
const [year = '', month = ''] = new Date(Date.now() + 8 * 3_600_000).toISOString().split('-')
const place = Math.ceil(Number(month) / 3)
const quarter = { code: `${year}Q${String(place)}`, from: `${year}-${String(place * 3 - 2).padStart(2, '0')}-01`, to: `${year}-${['03-31', '06-30', '09-30', '12-31'][place - 1] ?? ''}` }

/** Who does what; all of them stand in the roster. */
const cast = { inspector: '金娜', principal: '许刚', heads: ['孔海磊', '单国'], clerk: '曹刚丽' } as const

interface Slip {
  readonly account: string
  readonly password: string
}
type Slips = ReadonlyMap<string, Slip>

test(`from an empty folder to the workbook that goes upstream ${browserOnly}`, async ({ page, town }) => {
  test.setTimeout(420_000)
  const scratch = mkdtempSync(path.join(tmpdir(), 'township-job-'))
  const faults: string[] = []
  const look = async (at: string) => faults.push(...[...(await layoutFaults(page)), ...(await accessFaults(page))].map((fault) => `${at}: ${fault}`))

  const slips = await test.step('the wizard makes the township, its people and their accounts', () => firstRun(page, town, scratch, look))
  const enter = seats(page, slips)
  const evaluation = new Evaluation(page)
  const title = '独居老人冬季走访'

  await test.step('the inspector names who is in office and what the posts are worth', async () => setUp(await enter(cast.inspector), look))
  await test.step('the principal approves the plan, the inspector opens the quarter', async () => {
    await enter(cast.principal)
    await evaluation.approvePlan()
    await enter(cast.inspector)
    await evaluation.open('周期')
    await evaluation.step('开始采集', '已进入“采集”')
    await look('cycle')
  })

  await test.step('a task by a clerk is issued by the head, done, reviewed', async () => {
    const written = await TaskLedger.of(await enter(cast.clerk), '大服务')
    await written.propose({ title, host: cast.clerk, due: quarter.to })
    await look('task ledger')
    const issuing = await TaskLedger.of(await enter(cast.heads[1]), '大服务')
    await issuing.open(title)
    await issuing.take('签发', '待签收')
    const doing = await TaskLedger.of(await enter(cast.clerk), '大服务')
    await doing.open(title)
    await doing.take('签收', '办理中')
    await doing.take('提交办结', '待模块审')
    const reviewing = await TaskLedger.of(await enter(cast.heads[1]), '大服务')
    await reviewing.open(title)
    await reviewing.review('优')
  })

  await test.step('the inspector verifies it, closes it out, and opens the scoring', async () => {
    const verifying = await TaskLedger.of(await enter(cast.inspector), '大服务')
    await verifying.open(title)
    await look('task sheet')
    await verifying.take('核验通过', '已办结')
    await verifying.take('销号', '已销号')
    await verifying.close()
    await evaluation.open('周期')
    await evaluation.step('开始个人小结', '已进入“个人小结”')
    await evaluation.step('开始评分', '已进入“评分”')
    await evaluation.step('生成评分表', '本期共有')
    await expect(page.getByRole('button', { name: '冻结并计算' })).toBeDisabled()
  })

  await test.step('two heads and a leader score everybody', async () => {
    for (const head of cast.heads) {
      await enter(head)
      expect(await evaluation.scoreAll()).toBe(3)
    }
    await enter(cast.principal)
    expect(await evaluation.scoreAll()).toBeGreaterThanOrEqual(6)
    await look('scored sheet')
  })

  await test.step('the quarter is over and the last gap filled; frozen and computed', async () => {
    await town.setClock(page, new Date(Date.parse(`${quarter.to}T01:00:00Z`) + 24 * 3_600_000).toISOString())
    await enter(cast.inspector)
    await evaluation.choosePeriod(periodTitle(quarter.code))
    await evaluation.enterFactors('1.00')
    await evaluation.closeBallots()
    await evaluation.open('周期')
    await expect(page.getByText('没有缺项，可以冻结并计算。')).toBeVisible()
    await evaluation.step('冻结并计算', '已计算，形成第 1 版结果')
  })

  await test.step('the workbook holds the totals of the screen', async () => {
    const shown = await evaluation.totals()
    await look('results')
    const file = await new Window(page).exportWorkbook('四维考评工作簿', '上报稿', scratch)
    await look('export')
    expect(shown).toHaveLength(82)
    expect(await totalsOf(file)).toEqual(shown)
  })
  expect(faults).toEqual([])
  rmSync(scratch, { recursive: true })
})

/** From the empty place to accounts for everybody; the two rows with errors are mended in the workbook that came back. */
async function firstRun(page: Page, town: Town, scratch: string, look: (at: string) => Promise<unknown>): Promise<Slips> {
  await town.door(page)
  const wizard = new Wizard(page)
  await wizard.begin()
  await look('first page')
  await wizard.describe({ name: '清溪镇', county: '云山县', ...administrator })
  await look('modules')
  await wizard.create()
  await look('recovery key')
  await wizard.keepKey()
  await wizard.roster.asOf(quarter.from)
  await wizard.roster.choose(roster)
  await look('preview')
  await wizard.roster.apply(81)
  const returned = await wizard.roster.saveErrors(scratch)
  await mend(returned)
  await wizard.roster.again()
  await wizard.roster.choose(returned)
  await wizard.roster.apply(2)
  await wizard.toAccounts()
  await wizard.giveRole(cast.inspector, '督考')
  await wizard.giveRole(cast.principal, '党政正职')
  for (const head of cast.heads) await wizard.giveRole(head, '模块长')
  await look('accounts')
  const slips = await wizard.makeAccounts()
  await look('officers')
  await wizard.finish()
  await expect(page.getByRole('navigation', { name: '主要栏目' }).getByRole('button')).toHaveText(['系统'])
  return slips
}

/** Puts right what is wrong in two rows: a check digit, and the name of a module. */
async function mend(file: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const [sheet] = book.worksheets
  const rowOf = (name: string) => {
    let found: ExcelJS.Row | undefined
    sheet?.eachRow((row) => {
      if ([...Array(row.cellCount).keys()].some((column) => row.getCell(column + 1).text.replace(/\s/g, '') === name)) found = row
    })
    if (found === undefined) throw new Error(`${name} is not in the workbook`)
    return found
  }
  rowOf('解杰飞').getCell(4).value = '330825197501242067'
  rowOf('王芳').getCell(9).value = '大治理'
  await book.xlsx.writeFile(file)
}

/** Lets one after the other sit down at the one window: the first time with the password off the slip, then with the own one. */
function seats(page: Page, slips: Slips): (person: string) => Promise<Window> {
  const known = new Set<string>()
  const door = new Door(page)
  return async (person) => {
    const slip = slips.get(person)
    if (slip === undefined) throw new Error(`no slip for ${person}`)
    await new Window(page).lock()
    const isKnown = known.has(person)
    known.add(person)
    return isKnown ? door.enter(slip.account, ownPassword) : door.enterFirst(slip.account, slip.password, ownPassword)
  }
}

async function setUp(inspector: Window, look: (at: string) => Promise<unknown>): Promise<void> {
  const { page } = inspector
  await inspector.open('系统')
  const modules = ['大党建', '大协调', '大治理', '大经济', '大执法', '大服务']
  for (const [at, module] of modules.entries()) {
    await inspector.appoint(module, '模块长', cast.heads[at < 3 ? 0 : 1], quarter.from)
    await inspector.appoint(module, '牵头领导 A岗', cast.principal, quarter.from)
  }
  await look('offices')
  await page.getByRole('button', { name: '岗位', exact: true }).click()
  const posts = new Sheet(page)
  await expect(posts.cell(0, 'score')).toBeVisible()
  const count = Number(/共 (\d+) 行/.exec(await posts.status.innerText())?.[1])
  await posts.paste(0, 'score', Array.from({ length: count }, (_, place) => [String(20 - place)]))
  await expect(page.getByText('岗位分已齐')).toBeVisible()
  await look('posts')
  await inspector.open('大经济')
  await page.getByRole('link', { name: '人员', exact: true }).click()
  const people = new Sheet(page)
  await people.filter(cast.principal)
  await people.cell(0, 'track').click()
  await page.keyboard.type('党政正职')
  await page.keyboard.press('Enter')
  await expect(people.status).toContainText('已保存')
}

/** Name, module and total of everybody in the summary, in the order of the texts. */
async function totalsOf(file: string): Promise<readonly string[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const rows: (readonly unknown[])[] = []
  book.getWorksheet('结果汇总')?.eachRow(({ values }) => rows.push(Array.isArray(values) ? [...values] : []))
  const head = rows.find((row) => row.includes('姓名') && row.includes('总分'))
  if (head === undefined) throw new Error('the summary has no headings')
  const cell = (row: readonly unknown[], title: string) => row[head.indexOf(title)]
  return rows.filter((row) => typeof cell(row, '序号') === 'number').map((row) => [cell(row, '姓名'), cell(row, '所在模块'), Number(cell(row, '总分')).toFixed(2)].join(' ')).sort()
}
