import fc from 'fast-check'
import { expect, test } from 'vitest'
import { issueStates, type IssueState } from './codes.ts'
import { issueActions, issueSteps, mayStep, openStates } from './flow.ts'
import { nextStepOf, stepsFor, type IssueStanding } from './who.ts'

interface Person {
  readonly id: string
  readonly isDesk: boolean
  readonly heads: string | null
}

interface Issue {
  readonly state: IssueState
  readonly moduleId: string | null
  readonly handlerId: string | null
  readonly enteredBy: string
  readonly resolvers: readonly string[]
  readonly satisfiedBy: string | null
  readonly reworks: number
  readonly log: readonly IssueState[]
}

const people: readonly Person[] = [
  { id: 'desk', isDesk: true, heads: 'govern' },
  { id: 'head', isDesk: false, heads: 'enforce' },
  { id: 'leader', isDesk: true, heads: null },
  { id: 'anna', isDesk: false, heads: null },
  { id: 'bert', isDesk: false, heads: null },
]

function standing({ id, isDesk, heads }: Person, issue: Issue): IssueStanding {
  return { isDesk, isRecorder: issue.enteredBy === id, isHandler: issue.handlerId === id, hasResolved: issue.resolvers.includes(id), headsModule: heads !== null && heads === issue.moduleId }
}

const act = fc.record({ who: fc.constantFrom(...people), action: fc.constantFrom(...issueActions), module: fc.constantFrom('govern', 'enforce'), handler: fc.option(fc.constantFrom('anna', 'bert', 'desk')) })

test('whatever anybody tries: no state outside the graph, the doer never judges, every step is logged, nothing waits for nobody', () => {
  fc.assert(
    fc.property(fc.constantFrom('anna', 'desk', 'head'), fc.array(act, { maxLength: 40 }), (enteredBy, acts) => {
      let issue: Issue = { state: 'recorded', moduleId: null, handlerId: null, enteredBy, resolvers: [], satisfiedBy: null, reworks: 0, log: ['recorded'] }
      let steps = 0
      for (const { who, action, module, handler } of acts) {
        const before = issue
        if (!stepsFor(issue.state, standing(who, issue)).includes(action)) continue
        steps += 1
        const state = issueSteps[action].to
        issue = {
          ...issue,
          state,
          ...(action === 'dispatch' ? { moduleId: module, handlerId: handler } : {}),
          ...(action === 'sendBack' ? { moduleId: null, handlerId: null } : {}),
          ...(action === 'accept' || action === 'resolve' || action === 'settle' ? { handlerId: issue.handlerId ?? who.id } : {}),
          ...(action === 'resolve' || action === 'settle' ? { resolvers: [...issue.resolvers, who.id] } : {}),
          ...(action === 'close' ? { satisfiedBy: who.id } : {}),
          ...(action === 'rework' ? { reworks: issue.reworks + 1 } : {}),
          log: [...issue.log, state],
        }
        expect(mayStep(action, before.state)).toBe(true)
        if (action === 'close' || action === 'rework') expect([before.handlerId, ...before.resolvers]).not.toContain(who.id)
      }
      expect(issueStates).toContain(issue.state)
      expect(issue.log).toHaveLength(steps + 1)
      expect(issue.log.filter((state, place) => state === 'handling' && issue.log[place - 1] === 'resolved')).toHaveLength(issue.reworks)
      expect(nextStepOf(issue) !== null).toBe(openStates.some((open) => open === issue.state))
      // Somebody can always go on.
      const next = nextStepOf(issue)
      if (next !== null) expect(people.some((person) => stepsFor(issue.state, standing(person, issue)).length > 0)).toBe(true)
    }),
  )
})

test('every state is reached, and none but the last two is an end', () => {
  const reached = new Set<IssueState>(['recorded', ...issueActions.map((action) => issueSteps[action].to)])
  expect([...reached].sort()).toEqual([...issueStates].sort())
  expect(issueStates.filter((state) => issueActions.every((action) => !mayStep(action, state)))).toEqual(['closed'])
})
