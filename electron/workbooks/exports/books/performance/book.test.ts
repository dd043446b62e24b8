import { describe, expect, it } from 'vitest'
import { evaluateYear } from '../../../../../shared/domain/evaluation/computing/year.ts'
import { evaluationYearWorkbook } from '../evaluation/year-book.ts'
import { readLayout } from '../../layout/read-layout.ts'
import type { Cell, WorkbookModel } from '../../model/model.ts'
import { performanceData, yearBookData, yearCase } from '../../testing/year-data.ts'
import { performanceWorkbook } from './book.ts'

function shown(cell: Cell | null): string | number {
  if (cell === null || cell.kind === 'empty') return ''
  return cell.kind === 'text' ? cell.text : cell.kind === 'date' ? cell.day : cell.value
}

/** Body rows of a sheet as records by heading; of a grouped heading the lower one. */
function records(model: WorkbookModel, name: string): readonly ReadonlyMap<string, string | number>[] {
  const sheet = model.sheets.find((candidate) => candidate.name === name)
  const rows = Array.from(sheet?.rows ?? [], (row) => row.cells.map(shown))
  const first = rows.findIndex((row) => row[0] === 1)
  const headings = (rows[first - 2]?.[1] === '姓名' ? rows[first - 2] : rows[first - 1]) ?? []
  return rows.slice(first).filter((row) => typeof row[0] === 'number').map((row) => new Map(headings.map((heading, index) => [String(heading), row[index] ?? ''])))
}

function column(model: WorkbookModel, name: string, heading: string): readonly (string | number)[] {
  return records(model, name).map((record) => record.get(heading) ?? '')
}

const years = ['year-01', 'year-03', 'year-05', 'year-06'] as const

describe('绩效考核上报工作簿', () => {
  it('has the ten sheets and 元数据', async () => {
    const model = performanceWorkbook(performanceData(yearCase('year-06'), [1, 2, 3, 4], true), await readLayout('performance'))
    expect(model.sheets.map((sheet) => sheet.name)).toEqual([
      '年度绩效汇总', '公务员年度考核备案', '事业人员备案', '优秀名单及实绩', '不定等次及特殊情形', '派驻人员考评反馈', '绩效奖金建议', '编外人员', '模块绩效', '说明', '奖金总额', '元数据',
    ])
  })

  it.each(years)('%s: annual scores and bonus are those of the engine, and the bonus adds up to the pools', async (name) => {
    const input = yearCase(name)
    const outcome = evaluateYear(input)
    const model = performanceWorkbook(performanceData(input, [1, 2, 3, 4], true), await readLayout('performance'))
    const annual = outcome.people.map((person) => (person.annual === null ? '' : person.annual / 100))
    expect([...column(model, '年度绩效汇总', '年度得分')].sort()).toEqual([...annual].sort())
    const fen = outcome.people.flatMap((person) => (person.bonus ? [person.bonus.fen] : []))
    const paid = column(model, '绩效奖金建议', '奖金(元)').slice(0, fen.length).map((amount) => Math.round(Number(amount) * 100))
    expect([...paid].sort((a, b) => a - b)).toEqual([...fen].sort((a, b) => a - b))
    const spent = outcome.bonusPools.reduce((total, pool) => total + pool.spent, 0)
    expect(paid.reduce((total, amount) => total + amount, 0)).toBe(spent)
  })

  it('prints “—” for quarters that are not published and a year that is not computed', async () => {
    const model = performanceWorkbook(performanceData(yearCase('year-06'), [1, 2], false), await readLayout('performance'))
    const [first] = records(model, '年度绩效汇总')
    expect(first?.get('年度得分')).toBe('—')
    expect(first?.get('建议等次')).toBe('—')
    expect(records(model, '绩效奖金建议')).toEqual([])
  })

  it('counts 应参加 and 优秀名额 at the head of the filings', async () => {
    const model = performanceWorkbook(performanceData(yearCase('year-06'), [1, 2, 3, 4], true), await readLayout('performance'))
    const sheet = model.sheets.find((candidate) => candidate.name === '公务员年度考核备案')
    const [, , caption] = [...(sheet?.rows ?? [])]
    expect(shown(caption?.cells[0] ?? null)).toBe('应参加23人，优秀名额4人')
  })
})

describe('四维综合考评工作簿 of a year', () => {
  it.each(years)('%s: annual scores, grades and quotas are those of the engine', async (name) => {
    const outcome = evaluateYear(yearCase(name))
    const model = evaluationYearWorkbook(yearBookData(yearCase(name)), await readLayout('evaluation-year'))
    const annual = outcome.people.map((person) => (person.annual === null ? '' : person.annual / 100))
    expect([...column(model, '结果汇总', '年度得分')].sort()).toEqual([...annual].sort())
    const quotas = Array.from(model.sheets[1]?.rows ?? [], (row) => row.cells.map(shown)).filter((row) => typeof row[0] === 'number').map((row) => row[6])
    expect(quotas).toEqual(outcome.pools.map((pool) => pool.quota))
  })
})
