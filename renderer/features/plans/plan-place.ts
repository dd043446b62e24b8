import type { Place } from '../../api/place.ts'

const comparing = 'compare'
const joiner = '~'

/** The place where two plans stand side by side; the right one is to be chosen unless given. */
export function comparePlace(left?: string, right?: string): Place {
  return { tab: 'evaluation', section: 'plans', id: [comparing, ...(left === undefined ? [] : [left]), ...(right === undefined ? [] : [right])].join(joiner) }
}

/** Which plans a place compares; null where it opens one or none. */
export function comparedPlans(id: string | undefined): { readonly left: string | null; readonly right: string | null } | null {
  const [word, left, right] = id?.split(joiner) ?? []
  return word === comparing ? { left: left ?? null, right: right ?? null } : null
}
