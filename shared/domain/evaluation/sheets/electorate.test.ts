import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { electorateOf, type PeerMember } from './electorate.ts'
import { defaultPeerRule } from '../../plans/scorer-table.ts'

const of = (module: string, ...people: readonly string[]): readonly PeerMember[] => people.map((staff) => ({ staff, isLeader: staff.startsWith('L'), module }))

const party = of('party', 'L1', 'a', 'b', 'c', 'd')
const service = of('service', 'L2', 'x', 'y')
const law = of('law', 'p')

describe('who votes on whom', () => {
  test.each([
    { name: 'a module on itself, 班子 on each other, whatever their module', members: [...party, ...service], neighbours: {}, ballots: { a: 'b c d', L1: 'L2', x: 'y' }, tooSmall: [['service', 2]] },
    { name: 'a small module together with its neighbour, both ways', members: [...party, ...service], neighbours: { service: 'party' }, ballots: { a: 'b c d x y', x: 'a b c d y', L1: 'L2' }, tooSmall: [] },
    { name: 'two small modules that name each other stay too small', members: [...service, ...law], neighbours: { service: 'law', law: 'service' }, ballots: { x: 'y p', p: 'x y' }, tooSmall: [['service', 3], ['law', 3]] },
    { name: 'a chain of small modules is one', members: [...party, ...service, ...law], neighbours: { law: 'service', service: 'party' }, ballots: { p: 'a b c d x y' }, tooSmall: [] },
    { name: 'a neighbour that is not there helps nobody', members: [...service], neighbours: { service: 'gone' }, ballots: { x: 'y' }, tooSmall: [['service', 2]] },
    { name: 'a large module is joined by none of its own', members: [...party, ...service], neighbours: { party: 'service' }, ballots: { a: 'b c d' }, tooSmall: [['service', 2]] },
    { name: 'who works in two modules votes in both, once on each', members: [...of('party', 'a', 'b', 'c', 'd'), ...of('service', 'a', 'b', 'x', 'y')], neighbours: {}, ballots: { a: 'b c d x y', x: 'a b y' }, tooSmall: [] },
    { name: 'alone there is nobody to vote on', members: law, neighbours: {}, ballots: { p: '', stranger: '' }, tooSmall: [['law', 1]] },
  ])('$name', ({ members, neighbours, ballots, tooSmall }) => {
    const electorate = electorateOf(members, { ...defaultPeerRule, neighbours })
    expect(Object.fromEntries(Object.keys(ballots).map((voter) => [voter, electorate.colleaguesOf(voter).join(' ')]))).toEqual(ballots)
    expect(electorate.tooSmall.map(({ module, people }) => [module, people])).toEqual(tooSmall)
  })

  test('in any township nobody votes on himself, and whoever is voted on by somebody votes on him', () => {
    const code = fc.constantFrom('m1', 'm2', 'm3', 'm4')
    const members = fc.array(fc.record({ staff: fc.constantFrom(...'abcdefghijkl'), module: code }), { maxLength: 30 }).map((rows) => rows.map((row) => ({ ...row, isLeader: row.staff < 'd' })))
    const neighbours = fc.dictionary(code, code, { maxKeys: 4 })
    fc.assert(
      fc.property(members, neighbours, fc.integer({ min: 0, max: 6 }), (rows, named, smallModule) => {
        const { voters, colleaguesOf } = electorateOf(rows, { smallModule, neighbours: named })
        for (const voter of voters) {
          const colleagues = colleaguesOf(voter)
          expect(new Set(colleagues).size).toBe(colleagues.length)
          expect(colleagues).not.toContain(voter)
          for (const other of colleagues) expect(colleaguesOf(other)).toContain(voter)
        }
      }),
      { seed: 2026, numRuns: 300 },
    )
  })
})
