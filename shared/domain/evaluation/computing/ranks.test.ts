import { expect, test } from 'vitest'
import { competitionPlaces, placesWithin } from './ranks.ts'

test('equal values share a place and the next ones are skipped', () => {
  const people = [70, 90, 80, 80, 60].map((total) => ({ total }))
  expect([...competitionPlaces(people, (person) => person.total)].map(([person, place]) => [person.total, place])).toEqual([
    [90, 1], [80, 2], [80, 2], [70, 4], [60, 5],
  ])
})

test('places within groups, the group-less among themselves', () => {
  const people = [{ pool: 'a', total: 1 }, { pool: null, total: 5 }, { pool: 'a', total: 3 }, { pool: null, total: 5 }]
  const places = placesWithin(people, (person) => person.pool, (person) => person.total)
  expect(people.map((person) => places.get(person))).toEqual([2, 1, 1, 1])
})
