import { dayNumber, dayText } from '../../../lib/calendar-day.ts'

/** A 节点 as it is planned: what stands by when. */
export interface PlannedMilestone {
  readonly name: string
  readonly due: string
}

/** The usual parts of a task, each by the share of its time that has passed when it is done. */
export interface MilestoneShare {
  readonly name: string
  readonly percent: number
}

/**
 * 计划倒排: milestones planned back from the deadline, each at its share of the time; those that would fall on one day are left
 * out but the last, so that a short task has few. `begin` is the day of issue, or today.
 */
export function proposeMilestones(begin: string, due: string, shares: readonly MilestoneShare[]): readonly PlannedMilestone[] {
  const [first, last] = [dayNumber(begin), dayNumber(due)]
  if (last < first) return []
  const planned = shares.map(({ name, percent }) => ({ name, due: dayText(last - Math.floor(((last - first) * (100 - percent)) / 100)) }))
  return planned.filter(({ due: day }, place) => planned[place + 1]?.due !== day)
}

export type MilestoneFault =
  | { readonly kind: 'nameless'; readonly place: number }
  | { readonly kind: 'backwards'; readonly place: number }
  | { readonly kind: 'beforeIssue'; readonly place: number; readonly issuedOn: string }
  | { readonly kind: 'afterDue'; readonly place: number; readonly due: string }

/** What is wrong with the milestones of a task: each has a name, they follow one another, none before the issue or after the deadline. */
export function milestoneFaults(milestones: readonly PlannedMilestone[], { issuedOn, due }: { readonly issuedOn: string | null; readonly due: string }): readonly MilestoneFault[] {
  return milestones.flatMap((milestone, place): readonly MilestoneFault[] => {
    const before = milestones[place - 1]
    return [
      ...(milestone.name.trim() === '' ? [{ kind: 'nameless' as const, place }] : []),
      ...(issuedOn !== null && milestone.due < issuedOn ? [{ kind: 'beforeIssue' as const, place, issuedOn }] : []),
      ...(milestone.due > due ? [{ kind: 'afterDue' as const, place, due }] : []),
      ...(before !== undefined && milestone.due < before.due ? [{ kind: 'backwards' as const, place }] : []),
    ]
  })
}
