import type { Identity, Track } from '../people/codes.ts'
import type { PoolRule } from './plan.ts'

/** The person's own pool, else the first rule that holds the track or the identity, else null (序列). */
export function poolOf(person: { readonly pool: string | null; readonly track: Track; readonly identity: Identity }, pools: readonly PoolRule[]): string | null {
  if (person.pool !== null) return person.pool
  return pools.find((pool) => pool.tracks.includes(person.track) || pool.identities.includes(person.identity))?.id ?? null
}

/** Groups people by pool: pools in the order of the rules, those of nobody left out, people without a pool (null) last. */
export function byPool<Person>(
  people: readonly Person[],
  poolOfPerson: (person: Person) => string | null,
  pools: readonly PoolRule[],
): ReadonlyMap<string | null, readonly Person[]> {
  const groups = new Map<string | null, Person[]>(pools.map((pool) => [pool.id, []]))
  groups.set(null, [])
  for (const person of people) groups.get(poolOfPerson(person))?.push(person)
  return new Map([...groups].filter(([, group]) => group.length > 0))
}
