import { eq } from 'drizzle-orm'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { period, selfSummary } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'
import type { ShownPaper } from './make-paper.ts'

const bundle = demo2026
const cast = castOf(bundle)
const code = '2026Q1'
const approved = new URL('../../../workbooks/exports/approved/papers-2026Q1.json', import.meta.url)

let town: TestTownship
beforeAll(async () => {
  town = await testTownship(bundle)
})
afterAll(() => town.dispose())

/** What the demo township does not have: a 个人小结, a meeting, and a month of the grids. */
async function fillIn(periodId: string): Promise<void> {
  const staffId = town.staffId(cast.own.code)
  const text = '一季度承担的任务按期办结，没有超期。\n周二到村入户，走访群众，收集民情并逐件办理；参加组团联村，协助村里完成环境整治。\n不足之处是政策学习还不够系统，下季度改进。'
  town.app.mutate({ actor: 'test', action: 'test.summary', areas: ['summary'], write: (tx) => tx.insert(selfSummary).values({ id: town.app.environment.newId(), periodId, staffId, text, submittedOn: '2026-04-02' }).run(), audit: () => ({ subject: staffId, detail: {} }) })
  const inspector = town.as(null, 'inspector')
  const fields = { moduleId: town.moduleId(cast.module), convenerId: town.staffId(cast.head), exceptionReason: null, exceptionBy: null, minutes: null }
  await inspector.meetings.add({ ...fields, title: '一季度工作调度会', date: '2026-04-08', time: '09:00', place: '二楼会议室', attendees: '班子成员、各模块长' })
  await inspector.meetings.add({ ...fields, title: '防汛工作部署会', date: '2026-04-10', time: '14:30', place: '三楼会议室', attendees: '各村社书记' })
  const villages = await inspector.villages.list({ on: '2026-04-06' })
  for (const { id: villageId } of villages.slice(0, 3)) {
    const { id } = await inspector.grids.add({ villageId, name: '第一网格', households: 120, remark: null })
    const routine = String(38 - villages.findIndex((one) => one.id === villageId))
    const { refused } = await inspector.grids.editScores({ month: '2026-03', mode: 'all', rows: [{ id, version: 1, changes: { routine, handling: '27', opinion: '18', bonus: '2' } }] })
    if (refused.length > 0) throw new Error(refused[0]?.message)
  }
}

/** Every paper of the demo township, by what it is. */
async function everyPaper(): Promise<ReadonlyMap<string, ShownPaper>> {
  const inspector = town.as(null, 'inspector')
  const { id: periodId = '' } = town.app.read().select().from(period).where(eq(period.code, code)).get() ?? {}
  await fillIn(periodId)
  await town.asConsole().periods.compute({ code })
  const sheet = (await inspector.scores.sheets({ periodId })).find(({ kind, moduleId }) => kind === 'head' && moduleId === town.moduleId(cast.module))
  const { rows: tasks } = await inspector.tasks.list({ on: '2026-04-06', limit: 2 })
  const ofSheet = { periodId, sheetId: sheet?.id ?? '' }
  const week = { from: '2026-04-06', to: '2026-04-12' }
  const { papers } = inspector
  return new Map([
    ['评分表', await papers.scores({ ...ofSheet, isBlank: false })],
    ['评分表空表', await papers.scores({ ...ofSheet, isBlank: true })],
    ['告知单', await papers.notices({ code, staffIds: [town.staffId(cast.own.code), town.staffId(cast.head)] })],
    ['审定表', await papers.decisions({ code, meeting: '2026年4月8日党委会' })],
    ['周期计划', await papers.steps({ periodId })],
    ['个人小结', await papers.summaries({ periodId, staffIds: null })],
    ['周清单', await papers.week(week)],
    ['模块周清单', await papers.week({ ...week, moduleId: town.moduleId(cast.module) })],
    ['一周会议安排', await papers.meetings(week)],
    ['网格月度考核', await papers.grids({ month: '2026-03' })],
    ['交办单', await papers.orders({ ids: tasks.map(({ id }) => id) })],
  ])
}

/** How a paper looks: its name, paper, widths and pages, and the rows of its first page down to the first of its table. */
function lookOf({ fileName, stretches }: ShownPaper) {
  return {
    fileName,
    pages: stretches.map(({ pages }) => pages.length),
    forms: stretches.slice(0, 1).map(({ form, pages }) => ({
      orientation: form.orientation,
      scale: form.scale,
      columns: form.columns.map((width) => Math.round(width * 10) / 10),
      rows: (pages[0]?.rows ?? []).slice(0, 5).map(({ height, cells }) => ({ height, cells: cells.map(({ at, across, text }) => ({ at, across, text })) })),
      foot: (pages.at(-1)?.rows ?? []).slice(-2).map(({ cells }) => cells.map(({ text }) => text)),
    })),
  }
}

/** `TOWNSHIP_APPROVE=1` writes what is found in place of what was approved; look at the difference before it is committed. */
test('what was approved stays: names, titles, headings, widths and pages of every paper', async () => {
  const papers = await everyPaper()
  const found = Object.fromEntries(Array.from(papers, ([name, paper]) => [name, lookOf(paper)]))
  if (process.env['TOWNSHIP_APPROVE']) writeFileSync(approved, `${JSON.stringify(found, null, 1)}\n`)
  expect(found).toEqual(JSON.parse(readFileSync(approved, 'utf8')))
})
