import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDecimal } from '../../../../lib/decimal.ts'
import { add, compare, subtract, zero } from '../../../../lib/rational.ts'
import { parseCase } from '../../reading/parse-case.ts'
import { evaluateQuarter } from '../../computing/quarter.ts'
import { quarterResult, yearResult } from '../result-document.ts'
import type { QuarterInput } from '../../../plans/case.ts'
import type { QuarterOutcome } from '../../computing/outcome.ts'
import { randomQuarterCase } from '../../random-case.testing.ts'
import { evaluateYear } from '../../computing/year.ts'
import type { ExplainNode } from './node.ts'
import { explainQuarter, explainQuarterGrade } from './quarter.ts'
import { explainYear, explainYearGrade } from './year.ts'

const folder = new URL('../../cases/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.case.json'))

function parsed(name: string) {
  return parseCase(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
}

function everyNode(node: ExplainNode): readonly ExplainNode[] {
  return [node, ...node.children.flatMap(everyNode)]
}

/** What the children of a sum add up to. */
function sumOfChildren({ children }: ExplainNode) {
  return children.reduce((sum, { enters, value }) => {
    if (enters === 'asStated' || value === null) return sum
    return enters === 'plus' ? add(sum, parseDecimal(value)) : subtract(sum, parseDecimal(value))
  }, zero)
}

const leafKeys = ['M1', 'M2', 'M3', 'M4', 'T1', 'T2'] as const

function agreement(input: QuarterInput, outcome: QuarterOutcome) {
  const { results } = quarterResult(outcome)
  let sums = 0
  const faults: string[] = []
  const differ = (what: string, found: string | null | undefined, expected: string | undefined) => {
    if ((found ?? undefined) !== expected) faults.push(`${what}: ${found ?? '-'} instead of ${expected ?? '-'}`)
  }
  outcome.people.forEach((person, index) => {
    const row = results[index]
    if (row === undefined) throw new Error('no row')
    const tree = explainQuarter(person, outcome, input)
    const all = everyNode(tree)
    differ(`${row.staff} total`, tree.value, row.total)
    for (const dimension of ['post', 'module', 'team', 'special', 'deduct'] as const) differ(`${row.staff} ${dimension}`, all.find(({ key }) => key === dimension)?.value, row.dimensions[dimension])
    for (const leaf of leafKeys) differ(`${row.staff} ${leaf}`, all.find(({ key }) => key === leaf)?.value, row.leaves[leaf])
    differ(`${row.staff} k`, all.find(({ key }) => key === 'coefficient')?.value, row.coefficient ?? undefined)
    sums += all.filter(({ isSum }) => isSum).length
    for (const node of all) if (node.isSum && compare(sumOfChildren(node), parseDecimal(node.value ?? '')) !== 0) faults.push(`${row.staff} ${node.key} is no sum of its children: ${node.formula ?? ''}`)
    if (explainQuarterGrade(person, outcome, input).length === 0) faults.push(`${row.staff} grade unexplained`)
  })
  return { sums, faults }
}

describe('an explanation', () => {
  test.each(names)('%s: its numbers are those of the result, and what is a sum adds up', (name) => {
    const found = parsed(name)
    if (found.kind === 'refused') throw new Error(name)
    if (found.kind === 'quarter') {
      const { sums, faults } = agreement(found.input, evaluateQuarter(found.input))
      expect(faults).toEqual([])
      expect(sums).toBeGreaterThan(found.input.staff.length)
    } else {
      const outcome = evaluateYear(found.input)
      const documents = yearResult(outcome).results
      expect(outcome.people.map((person) => explainYear(person).value)).toEqual(documents.map(({ annual }) => annual))
      expect(outcome.people.map((person) => explainYearGrade(person, outcome, found.input.yearGrades.competent).length).filter((length) => length === 0)).toEqual([])
    }
  })

  test('of random cases agrees as well', () => {
    for (let seed = 1; seed <= 80; seed += 1) {
      const found = parseCase(randomQuarterCase(seed))
      if (found.kind !== 'quarter') throw new Error(`case ${seed} is refused`)
      expect([seed, ...agreement(found.input, evaluateQuarter(found.input)).faults]).toEqual([seed])
    }
  })

  test('of the worked example, as printed on the page', () => {
    const found = parsed('worked-example.case.json')
    if (found.kind !== 'quarter') throw new Error('no quarter')
    const outcome = evaluateQuarter(found.input)
    const trees = outcome.people.map((person) => explainQuarter(person, outcome, found.input))
    const formula = (tree: ExplainNode | undefined, key: string) => everyNode(tree ?? trees[0] ?? fail()).find((node) => node.key === key)?.formula
    expect(trees.slice(0, 3).map(({ formula: of }) => of)).toEqual([
      '18.00 + 37.39 + 35.00 + 7.00 − 0.00 = 97.39',
      '17.00 + 33.15 + 32.00 + 0.00 − 0.50 = 81.65',
      '16.00 + 24.69 + 25.85 + 1.20 − 1.50 = 66.24',
    ])
    expect(formula(trees[0], 'rating')).toBe('10 × 0.9 × 1.05 = 9.45')
    expect(formula(trees[0], 'M2')).toBe('20 × 4.3 ÷ 4.5 = ≈19.1111')
    expect(formula(trees[1], 'post')).toBe('(16×45 + 18×45) ÷ 90 = 17')
    expect(formula(trees[1], 'M1')).toBe('(8.1×45 + 8.208×45) ÷ 90 = 8.154')
    expect(formula(trees[2], 'module')).toBe('(6.60 + 12.00 + 3.00) × 40 ÷ 35 = ≈24.6857')
    expect(formula(trees[2], 'T2')).toContain('÷ ≈17.3333)')
  })

  test('of the worked example: every number of the table in the plan of scoring can be read in the tree', () => {
    const found = parsed('worked-example.case.json')
    if (found.kind !== 'quarter') throw new Error('no quarter')
    const outcome = evaluateQuarter(found.input)
    const unread = workedTable.flatMap(({ staff, key, cell }) => {
      const person = outcome.people.find((one) => one.staff === staff) ?? fail()
      const part = everyNode(explainQuarter(person, outcome, found.input)).find((node) => node.key === key) ?? fail()
      const text = everyNode(part).flatMap(({ label, formula, value, notes, source }) => [label, formula ?? '', value ?? '', ...notes, ...(source?.facts ?? []).map((fact) => fact.text)]).join(' ')
      const readable = new Set(numbersOf(text))
      return numbersOf(cell).filter((number) => !readable.has(number)).map((number) => `${staff} ${key} ${number}`)
    })
    expect(unread).toEqual([])
  })

  test('names every bar of the best grade with its values', () => {
    const found = parsed('worked-example.case.json')
    if (found.kind !== 'quarter') throw new Error('no quarter')
    const { input } = found
    const reasonsOf = (staff: string, changed: Partial<QuarterInput> = {}) => {
      const parsedInput = { ...input, ...changed }
      const outcome = evaluateQuarter(parsedInput)
      return explainQuarterGrade(outcome.people.find((one) => one.staff === staff) ?? fail(), outcome, parsedInput)
    }
    expect(reasonsOf('B')).toEqual(['序列“事业人员”参加评定 1 人，名额 0 人', '总分 81.65 分，不到 85 分，不参加“好”的评定', '总分 81.65 对应“较好”'])
    expect(reasonsOf('A', { vetoes: [{ staff: 'A', effect: 'cap_basic' }] }).slice(1)).toEqual(['受一票否决（最高评为一般（基本称职）），不参加“好”的评定', '总分 97.39 对应“较好”', '按一票否决降为“一般”'])
  })

  test('never shows fewer than three votes', () => {
    for (const name of names) {
      const found = parsed(name)
      if (found.kind !== 'quarter') continue
      const outcome = evaluateQuarter(found.input)
      for (const person of outcome.people) {
        const { peer } = person.module
        if (peer === null || peer.votes === 0 || peer.votes >= 3) continue
        const node = everyNode(explainQuarter(person, outcome, found.input)).find(({ key }) => key === 'M3')
        expect([node?.formula, node?.children, node?.source]).toEqual([null, [], null])
      }
    }
  })
})

function fail(): never {
  throw new Error('nobody is scored')
}

/** The table of the worked example as the page of the rules prints it. */
const workedTable = [
  { staff: 'A', key: 'post', cell: '18.00' },
  { staff: 'B', key: 'post', cell: '(16×45 + 18×45)/90 = 17.00' },
  { staff: 'C', key: 'post', cell: '16.00' },
  { staff: 'A', key: 'M1', cell: 'μ 8.1 / μ(m) 9.0 = 0.90; 10 × 0.90 × 1.05 = 9.45' },
  { staff: 'B', key: 'M1', cell: '8.10 and 8 × 1.08 × 0.95 = 8.208 → 8.154 → 8.15' },
  { staff: 'C', key: 'M1', cell: '8.1/7.2; 1.10; 6 × 1.10 = 6.60' },
  { staff: 'A', key: 'M2', cell: '4.3 / 4.5 × 20 = 19.11' },
  { staff: 'B', key: 'M2', cell: '(17.00×45 + 18.00×45)/90 = 17.50' },
  { staff: 'C', key: 'M2', cell: '1.8 / 3 × 20 = 12.00' },
  { staff: 'A', key: 'M3', cell: '13/3 = 4.33' },
  { staff: 'A', key: 'M4', cell: '4.50' },
  { staff: 'B', key: 'M3', cell: '14/4 = 3.50' },
  { staff: 'B', key: 'M4', cell: '4.00' },
  { staff: 'C', key: 'M3', cell: '3.00' },
  { staff: 'A', key: 'module', cell: '37.39' },
  { staff: 'B', key: 'module', cell: '33.15' },
  { staff: 'C', key: 'module', cell: '35 × 40 = 24.69' },
  { staff: 'A', key: 'team', cell: '16 + 19/20×20 = 35.00' },
  { staff: 'B', key: 'team', cell: '20 + 12.00 = 32.00' },
  { staff: 'C', key: 'team', cell: '12 + 12/17.3333×20 = 25.85' },
  { staff: 'A', key: 'special', cell: '3 + 4 = 7.00' },
  { staff: 'B', key: 'deduct', cell: '0.50' },
  { staff: 'C', key: 'special', cell: '0.53 + 0.67 = 1.20' },
  { staff: 'C', key: 'deduct', cell: '1.50' },
  { staff: 'A', key: 'total', cell: '97.39' },
  { staff: 'B', key: 'total', cell: '81.65' },
  { staff: 'C', key: 'total', cell: '66.24' },
] as const

/** The numbers of a text, however many zeros they end with. */
function numbersOf(text: string): readonly string[] {
  return (text.match(/\d+(\.\d+)?/g) ?? []).map((number) => String(Number(number)))
}
