import type { Role } from '../../township/access/roles.ts'
import type { TaskState } from './codes.ts'
import type { TaskAction } from './flow.ts'

/** The steps that somebody other than a busy doer is waited for, in the order of the flow. */
export const waitedSteps = ['issue', 'accept', 'review', 'verify', 'closeOut'] as const satisfies readonly TaskAction[]
export type WaitedStep = (typeof waitedSteps)[number]

/** Whose turn it is: `party` who does the work · `headed`, `led` of the modules headed or led · `all` anywhere. */
export type Turn = 'party' | 'headed' | 'led' | 'all'

export interface WaitedFor {
  readonly state: TaskState
  readonly turns: Readonly<Partial<Record<Role, Turn>>>
}

/**
 * 等我办理: whose turn a task is in a state. Narrower than who may take the step, so that a list of what waits stays a list of
 * one's own: 核验 and 销号 are 督考's and the 牵头领导's, though any 班子成员 may; a doer is never waited for but to accept.
 */
export const waitedFor = {
  issue: { state: 'pending', turns: { head: 'headed', leader: 'led', principal: 'all', inspector: 'all' } },
  accept: { state: 'issued', turns: { clerk: 'party', head: 'party', leader: 'party', principal: 'party', inspector: 'party' } },
  review: { state: 'submitted', turns: { head: 'headed', leader: 'led' } },
  verify: { state: 'reviewed', turns: { leader: 'led', inspector: 'all' } },
  closeOut: { state: 'completed', turns: { leader: 'led', inspector: 'all' } },
} as const satisfies Record<WaitedStep, WaitedFor>

/** The turns that the roles of one person give for a step. */
export function turnsOf(step: WaitedStep, roles: readonly Role[]): readonly Turn[] {
  const { turns }: WaitedFor = waitedFor[step]
  return [...new Set(roles.flatMap((role) => turns[role] ?? []))]
}
