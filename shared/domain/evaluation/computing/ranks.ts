import { groupBy } from '../../../lib/group-by.ts'

/** Competition places (1, 2, 2, 4) of distinct items: the largest value is first, equal values share a place. */
export function competitionPlaces<Item>(items: readonly Item[], valueOf: (item: Item) => number): ReadonlyMap<Item, number> {
  const places = new Map<Item, number>()
  let place = 1
  let previous: number | null = null
  for (const [index, item] of [...items].sort((a, b) => valueOf(b) - valueOf(a)).entries()) {
    const value = valueOf(item)
    if (value !== previous) place = index + 1
    previous = value
    places.set(item, place)
  }
  return places
}

/** The place of each item among those of its group. */
export function placesWithin<Item>(items: readonly Item[], groupOf: (item: Item) => string | null, valueOf: (item: Item) => number): ReadonlyMap<Item, number> {
  const groups = groupBy(items, groupOf)
  return new Map([...groups.values()].flatMap((group) => [...competitionPlaces(group, valueOf)]))
}
