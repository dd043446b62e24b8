import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ExplanationNode } from '../../../shared/contract/evaluation/explanation.ts'
import { parseCase } from '../../../shared/domain/evaluation/reading/parse-case.ts'
import { leave, secondment } from '../../db/schema/index.ts'
import type { Write } from '../../db/types.ts'
import { caseBundle } from '../desk/bundle/case-bundle.ts'
import { testTownship, type TestTownship } from '../testing/township.testing.ts'

const file = new URL('../../../shared/domain/evaluation/cases/worked-example.case.json', import.meta.url)

async function workedExample(prepare: (tx: Write, town: TestTownship) => void) {
  const parsed = parseCase(JSON.parse(readFileSync(file, 'utf8')))
  if (parsed.kind !== 'quarter') throw new Error('no quarter')
  const town = await testTownship(caseBundle(parsed.input))
  town.app.mutate({ actor: 'test', action: 'test.change', areas: [], write: (tx) => prepare(tx, town), audit: () => ({ subject: null, detail: {} }) })
  await town.asConsole().periods.compute({ code: '2026Q1' })
  const principal = town.as(null, 'principal')
  return { town, principal, rows: (await principal.results.list({ code: '2026Q1' })).rows }
}

function away(tx: Write, town: TestTownship, code: string, from: string, to: string | null): void {
  tx.insert(secondment).values({ id: town.app.environment.newId(), seq: 1, staffId: town.staffId(code), direction: 'out', unit: '市征迁指挥部', from, to }).run()
}

function everyNode(node: ExplanationNode): readonly ExplanationNode[] {
  return [node, ...node.children.flatMap(everyNode)]
}

describe('who moves within a quarter', () => {
  test('stands with both modules and the days in each, in the list and in the explanation', async () => {
    const { town, principal, rows } = await workedExample(() => undefined)
    try {
      const li = rows.find(({ staffName }) => staffName === '李四')
      expect(li?.moduleDays).toEqual([{ moduleName: '大经济', days: 45 }, { moduleName: '大服务', days: 45 }])
      const { tree } = await principal.results.explain({ code: '2026Q1', staffId: li?.staffId ?? '' })
      const told = everyNode(tree).filter(({ key }) => key === 'segment' || key === 'rating').map(({ key, label, source }) => [key, label, source?.facts.find((fact) => fact.label === '天数')?.text])
      expect(told).toEqual([
        ['segment', expect.stringContaining('大服务'), '45 天'],
        ['segment', expect.stringContaining('大经济'), '45 天'],
        ['rating', expect.stringContaining('大服务'), '45 天'],
        ['rating', expect.stringContaining('大经济'), '45 天'],
      ])
    } finally {
      town.dispose()
    }
  })
})

describe('who is 抽调 out', () => {
  test.each([
    ['on more than half of the days, by a plan that says 单列', 'special', '2026-02-15', 'special'],
    ['on half of the days', 'special', '2026-02-14', 'institution'],
    ['by a plan that leaves him among his own', 'home', '2026-03-31', 'institution'],
  ])('%s', async (_, mode, to, pool) => {
    const { town, rows } = await workedExample((tx, made) => {
      tx.run(`UPDATE plan SET document = json_set(document, '$.secondment', '${mode}')`)
      away(tx, made, 'B', '2026-01-01', to)
    })
    try {
      expect(rows.find(({ staffName }) => staffName === '李四')?.pool).toBe(pool)
      expect(rows.find(({ staffName }) => staffName === '张三')?.pool).toBe('civil')
    } finally {
      town.dispose()
    }
  })
})

test('probation and long leave of a quarter come from the roster and the leaves', async () => {
  const { town, rows } = await workedExample((tx, made) => {
    tx.run("UPDATE staff SET status = 'probation' WHERE code = 'A'")
    tx.insert(leave).values({ id: made.app.environment.newId(), seq: 99, staffId: made.staffId('B'), kind: 'sick', from: '2026-01-01', to: '2026-02-20' }).run()
  })
  try {
    expect(rows.slice(0, 2).map(({ grade, validPeriod }) => [grade, validPeriod])).toEqual([['comment_only', true], ['no_grade', false]])
  } finally {
    town.dispose()
  }
})
