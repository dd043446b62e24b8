import type { CellChange } from './paste-plan.ts'

/** One thing the user did: a typed cell, a paste, a fill. */
export type Step = readonly CellChange[]

/** Steps that can be taken back, and steps taken back that can be done again; the last is the next. */
export interface UndoStack {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

export const emptyStack: UndoStack = { done: [], undone: [] }

/** Older steps are forgotten. */
const limit = 100

/** The step that takes it back. */
export function inverse(step: Step): Step {
  return step.map(({ key, field, before, after, beforeText, afterText }) => ({ key, field, before: after, after: before, beforeText: afterText, afterText: beforeText }))
}

/** After a new step; what was undone before cannot be done again. */
export function recorded(stack: UndoStack, step: Step): UndoStack {
  return step.length === 0 ? stack : { done: [...stack.done, step].slice(-limit), undone: [] }
}

/** What undoing would write, or null. */
export function nextUndo(stack: UndoStack): Step | null {
  const step = stack.done.at(-1)
  return step ? inverse(step) : null
}

export function nextRedo(stack: UndoStack): Step | null {
  return stack.undone.at(-1) ?? null
}

/** After an undo of which `written` was taken; the rest of the step is forgotten. */
export function undone(stack: UndoStack, written: Step): UndoStack {
  return { done: stack.done.slice(0, -1), undone: written.length === 0 ? stack.undone : [...stack.undone, inverse(written)] }
}

/** After a part was taken of an undo that had left the stack, refused. */
export function restUndone(stack: UndoStack, written: Step): UndoStack {
  return written.length === 0 ? stack : { ...stack, undone: [...stack.undone, inverse(written)] }
}

export function restRedone(stack: UndoStack, written: Step): UndoStack {
  return written.length === 0 ? stack : { ...stack, done: [...stack.done, written] }
}

/** After a redo of which `written` was taken. */
export function redone(stack: UndoStack, written: Step): UndoStack {
  return { done: written.length === 0 ? stack.done : [...stack.done, written], undone: stack.undone.slice(0, -1) }
}
