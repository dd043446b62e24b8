import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partyStates, taskStates, type PartyState, type TaskState } from './codes.ts'
import { mayPartStep, mayStep, standingAfter, stateOfParts, taskActions, taskSteps, type TaskAction, type TaskStanding } from './flow.ts'

describe('a task stands where its slowest part does', () => {
  test.each<[readonly PartyState[], TaskState]>([
    [['issued'], 'issued'],
    [['issued', 'issued'], 'issued'],
    [['active', 'issued'], 'active'],
    [['completed', 'issued'], 'active'],
    [['submitted', 'active'], 'active'],
    [['submitted', 'reviewed'], 'submitted'],
    [['reviewed', 'completed'], 'reviewed'],
    [['completed', 'completed'], 'completed'],
  ])('%j: %s', (parts, state) => {
    expect(stateOfParts(parts)).toBe(state)
  })
})

/** The edges of 任务流转 as domain and screens name them; `active → active` and the like are no move. */
const graph: Readonly<Record<TaskState, readonly TaskState[]>> = {
  draft: ['pending', 'revoked'],
  pending: ['draft', 'issued', 'revoked'],
  issued: ['active', 'revoked'],
  active: ['submitted', 'suspended', 'revoked'],
  submitted: ['active', 'reviewed'],
  reviewed: ['active', 'completed'],
  completed: ['closed', 'active'],
  closed: ['active'],
  suspended: ['active', 'revoked'],
  revoked: [],
}

/** Half of the choices fall on what may be done, so that a walk comes far; the rest on anything. */
const walk = fc.record({
  parties: fc.integer({ min: 1, max: 4 }),
  choices: fc.array(fc.record({ isWild: fc.boolean(), action: fc.constantFrom(...taskActions), place: fc.nat(), mask: fc.integer({ min: 1, max: 15 }) }), { minLength: 20, maxLength: 80 }),
})

type Choice = { readonly isWild: boolean; readonly action: TaskAction; readonly place: number; readonly mask: number }

function chosenOf({ isWild, action, place, mask }: Choice, standing: TaskStanding): { readonly action: TaskAction; readonly concerned: readonly number[] } {
  const masked = standing.parts.flatMap((_, index) => ((mask >> index) % 2 === 1 ? [index] : []))
  if (isWild) return { action, concerned: masked }
  const open = taskActions.filter((one) => one !== 'revoke' && mayStep(one, standing))
  const taken = open[place % Math.max(1, open.length)] ?? action
  const eligible = standing.parts.flatMap((part, index) => (mayPartStep(taken, part) ? [index] : []))
  const both = eligible.filter((index) => masked.includes(index))
  return { action: taken, concerned: both.length > 0 ? both : eligible }
}

describe('whatever is done, in whatever order', () => {
  test('a task moves along the edges of the flow alone, and its state is that of its parts', () => {
    let moves = 0
    fc.assert(
      fc.property(walk, ({ parties, choices }) => {
        let standing: TaskStanding = { state: 'draft', parts: Array.from({ length: parties }, () => 'issued' as const) }
        for (const choice of choices) {
          const { action, concerned } = chosenOf(choice, standing)
          const next = standingAfter(action, standing, concerned)
          if (next === null) continue
          if (next.state !== standing.state) {
            expect(graph[standing.state]).toContain(next.state)
            moves += 1
          }
          next.parts.forEach((part, place) => {
            const before = standing.parts[place] ?? 'issued'
            if (part !== before && action !== 'reopen') expect([taskSteps[action].from, taskSteps[action].to]).toEqual([[before], part])
          })
          if (partyStates.some((state) => state === next.state) && action !== 'issue') expect(next.state).toBe(stateOfParts(next.parts))
          standing = next
        }
      }),
      { seed: 20261125, numRuns: 1000 },
    )
    expect(moves).toBeGreaterThan(4000)
  })

  test('销号 comes after 办结 of every part', () => {
    for (const state of taskStates) expect([state, mayStep('closeOut', { state, parts: ['completed'] })]).toEqual([state, state === 'completed'])
    for (const part of partyStates) if (part !== 'completed') expect(stateOfParts(['completed', part])).not.toBe('completed')
  })
})
