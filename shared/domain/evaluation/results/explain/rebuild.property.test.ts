import { describe, expect, test } from 'vitest'
import type { QuarterInput } from '../../../plans/case.ts'
import type { QuarterOutcome } from '../../computing/outcome.ts'
import { evaluateQuarter } from '../../computing/quarter.ts'
import { quarterResult } from '../result-document.ts'
import { randomTownship, townshipSeeds } from '../../random-township.testing.ts'
import { randomYearCase } from '../../random-year.testing.ts'
import { parseCase } from '../../reading/parse-case.ts'
import { evaluateYear } from '../../computing/year.ts'
import type { Reckoning } from './arithmetic.ts'
import type { ExplainNode } from './node.ts'
import { explainQuarter } from './quarter.ts'
import { by, fraction, isLess, plus, rebuilt, type Fraction } from './rebuild.testing.ts'
import { explainYear } from './year.ts'

const seeds = townshipSeeds(300)

interface Explained {
  readonly input: QuarterInput
  readonly outcome: QuarterOutcome
  readonly trees: readonly ExplainNode[]
}

function explained(seed: number): Explained {
  const input = randomTownship(seed)
  const outcome = evaluateQuarter(input)
  return { input, outcome, trees: outcome.people.map((person) => explainQuarter(person, outcome, input)) }
}

function everyNode(node: ExplainNode): readonly ExplainNode[] {
  return [node, ...node.children.flatMap(everyNode)]
}

function nodeOf(tree: ExplainNode, key: string): ExplainNode | undefined {
  return everyNode(tree).find((node) => node.key === key)
}

function isSame(a: Fraction, b: Fraction): boolean {
  return !isLess(a, b) && !isLess(b, a)
}

function meanOf(values: readonly Fraction[]): Fraction {
  return by(values.reduce(plus, fraction('0')), fraction(String(values.length)))
}

/** The fractions a reckoning takes from outside the tree. */
function numbersIn(reckoning: Reckoning): readonly string[] {
  if (reckoning.kind === 'number') return [reckoning.text]
  return reckoning.kind === 'child' ? [] : reckoning.of.flatMap(numbersIn)
}

const leaves = ['M1', 'M2', 'M3', 'M4', 'T1', 'T2'] as const

describe(`an explanation alone, over ${seeds.length} townships from seed ${seeds[0] ?? 0}`, () => {
  test('rebuilds every total, dimension and leaf of the result', () => {
    let people = 0
    for (const seed of seeds) {
      const { outcome, trees } = explained(seed)
      const faults: string[] = []
      quarterResult(outcome).results.forEach((row, index) => {
        const tree = trees[index]
        if (tree === undefined) throw new Error('no tree')
        people += 1
        const { byKey, faults: own } = rebuilt(tree)
        faults.push(...own.map((fault) => `${row.staff}: ${fault}`))
        const comesTo = (key: string, printed: string | null | undefined) => {
          const value = byKey.get(key)
          if (value === undefined ? printed !== undefined && printed !== null : !isSame(value, fraction(printed ?? '-1'))) faults.push(`${row.staff}: ${key} is not ${printed ?? 'missing'}`)
        }
        comesTo('total', row.total)
        for (const dimension of ['post', 'module', 'team', 'special', 'deduct'] as const) comesTo(dimension, row.dimensions[dimension])
        for (const leaf of leaves) comesTo(leaf, row.leaves[leaf])
        comesTo('coefficient', row.coefficient)
      })
      expect([seed, ...faults.slice(0, 3)]).toEqual([seed])
    }
    expect(people).toBeGreaterThan(5_000)
  })

  test('takes the means over other people that the trees of those people come to', () => {
    let corrected = 0
    let filled = 0
    for (const seed of seeds.filter((_, index) => index % 3 === 0)) {
      const { outcome, trees } = explained(seed)
      for (const [track, members] of Map.groupBy(outcome.people.keys(), (index) => outcome.people[index]?.track)) {
        const own = members.flatMap((index) => trees[index] ?? [])
        const ratings = own.flatMap((tree) => everyNode(tree).filter(({ key, arithmetic }) => key === 'rating' && arithmetic !== null))
        const raws = ratings.flatMap(({ arithmetic }) => (arithmetic === null ? [] : [fraction(numbersIn(arithmetic.reckoning)[0] ?? '')]))
        for (const { arithmetic, source } of ratings) {
          const numbers = arithmetic === null ? [] : numbersIn(arithmetic.reckoning)
          if (numbers.length !== 5 || source?.ref.kind !== 'rating' || !source.facts.some(({ label }) => label === '全镇同类均分')) continue
          const { module } = source.ref
          const inModule = ratings.flatMap((rating, at) => (rating.source?.ref.kind === 'rating' && rating.source.ref.module === module ? [raws[at] ?? fraction('0')] : []))
          expect([seed, track, isSame(meanOf(raws), fraction(numbers[1] ?? '')), isSame(meanOf(inModule), fraction(numbers[2] ?? ''))]).toEqual([seed, track, true, true])
          corrected += 1
        }
        const how = (index: number) => outcome.people[index]?.module.how.kind
        const scores = members.filter((index) => how(index) === 'sum' || how(index) === 'rescaled').map((index) => fraction(nodeOf(trees[index] ?? fail(), 'module')?.value ?? ''))
        for (const index of members.filter((member) => how(member) === 'filled')) {
          const { arithmetic } = nodeOf(trees[index] ?? fail(), 'module') ?? fail()
          expect([seed, track, isSame(meanOf(scores), fraction(arithmetic?.reckoning.kind === 'number' ? arithmetic.reckoning.text : '-1'))]).toEqual([seed, track, true])
          filled += 1
        }
      }
    }
    expect([corrected > 100, filled > 100]).toEqual([true, true])
  })

  test('of a year rebuilds the annual score from its quarters', () => {
    for (const seed of seeds) {
      const parsed = parseCase(randomYearCase(seed))
      if (parsed.kind !== 'year') throw new Error(`year ${seed} is refused`)
      expect([seed, ...evaluateYear(parsed.input).people.flatMap((person) => rebuilt(explainYear(person)).faults)]).toEqual([seed])
    }
  })

  test('whose numbers are changed is found out', () => {
    const tree = explained(seeds[0] ?? 0).trees.find((own) => everyNode(own).some(({ key, arithmetic }) => key === 'task' && arithmetic !== null)) ?? fail()
    const doubled = (node: ExplainNode): ExplainNode =>
      node.key === 'task' && node.arithmetic !== null
        ? { ...node, arithmetic: { ...node.arithmetic, reckoning: { kind: 'product', of: [node.arithmetic.reckoning, { kind: 'number', text: '3/2' }] } } }
        : { ...node, children: node.children.map(doubled) }
    expect([rebuilt(tree).faults.length, rebuilt(doubled(tree)).faults.length > 0]).toEqual([0, true])
  })
})

function fail(): never {
  throw new Error('nothing there')
}
