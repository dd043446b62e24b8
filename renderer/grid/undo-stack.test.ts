import { describe, expect, test } from 'vitest'
import { emptyStack, inverse, nextRedo, nextUndo, recorded, redone, undone } from './undo-stack.ts'

const change = (field: string, before: string, after: string) => ({ key: 'k', field, before, after, beforeText: before, afterText: after })
const first = [change('a', '1', '2')]
const second = [change('a', '2', '3'), change('b', '', 'x')]

describe('undo', () => {
  const stack = recorded(recorded(emptyStack, first), second)
  test('takes the last step back as one', () => {
    expect(nextUndo(stack)).toEqual([change('a', '3', '2'), change('b', 'x', '')])
  })
  test('and does it again', () => {
    const back = undone(stack, inverse(second))
    expect(nextUndo(back)).toEqual(inverse(first))
    expect(nextRedo(back)).toEqual(second)
    expect(redone(back, second)).toEqual(stack)
  })
  test('of which only a part was taken leaves that part to be done again', () => {
    const back = undone(stack, [change('b', 'x', '')])
    expect(back).toEqual({ done: [first], undone: [[change('b', '', 'x')]] })
  })
  test('of which nothing was taken forgets the step', () => {
    expect(undone(stack, [])).toEqual({ done: [first], undone: [] })
  })
})

test('a new step ends what could be done again', () => {
  const back = undone(recorded(emptyStack, first), inverse(first))
  expect(recorded(back, second)).toEqual({ done: [second], undone: [] })
})

test('a step that changed nothing is none', () => {
  expect(recorded(emptyStack, [])).toBe(emptyStack)
})

test('a hundred steps are kept', () => {
  const many = Array.from({ length: 130 }, (_, at) => [change('a', String(at), String(at + 1))])
  const stack = many.reduce(recorded, emptyStack)
  expect(stack.done).toHaveLength(100)
  expect(stack.done.at(0)).toEqual(many[30])
})

test('nothing to undo or redo', () => {
  expect(nextUndo(emptyStack)).toBeNull()
  expect(nextRedo(emptyStack)).toBeNull()
})
