import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { taskStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { isOverdue, lightOf, lights } from '../../../../shared/domain/tasks/tasks/light.ts'
import { dayText } from '../../../../shared/lib/calendar-day.ts'
import { moduleTable, staff, task, taskParty } from '../../../db/schema/index.ts'
import { emptyDemo } from '../../desk/demo/demo.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { hasLight, isOverdueOn, lightRank } from './light-sql.ts'

const day = fc.integer({ min: 20_500, max: 20_560 }).map(dayText)
const facts = fc.record({
  state: fc.constantFrom(...taskStates, 'issued' as const, 'active' as const, 'active' as const, 'submitted' as const),
  issuedOn: fc.option(day, { freq: 8 }),
  due: day,
  progress: fc.integer({ min: 0, max: 100 }),
  handedInOn: fc.option(day),
})
const tasks = fc.sample(facts, { numRuns: 600, seed: 28 }).map((row, place) => ({ ...row, id: `task-${place}` }))

let town: TestTownship
beforeAll(async () => {
  town = await testTownship(emptyDemo())
  const moduleId = town.app.read().select({ id: moduleTable.id }).from(moduleTable).get()?.id ?? ''
  town.app.mutate({
    actor: 'test',
    action: 'test.tasks',
    areas: [],
    write(tx) {
      tx.insert(staff).values({ id: 'doer', code: 'S1', seq: 1, name: '张三', identity: 'civil', track: 'staff' }).run()
      tasks.forEach(({ handedInOn, ...row }, place) => {
        tx.insert(task).values({ ...row, code: row.id, seq: place, form: 'memo', title: row.id, weight: 1, moduleId }).run()
        tx.insert(taskParty).values({ id: row.id, seq: place, taskId: row.id, staffId: 'doer', role: 'host', submittedOn: handedInOn }).run()
      })
    },
    audit: () => ({ subject: null, detail: {} }),
  })
})
afterAll(() => town.dispose())

test('SQL and the pure rule show the same light on every day, and all of them occur', () => {
  const seen = new Set<string>()
  for (let number = 20_495; number <= 20_565; number += 1) {
    const today = dayText(number)
    const ranks = new Map(town.app.read().select({ id: task.id, rank: lightRank(today) }).from(task).all().map(({ id, rank }) => [id, rank]))
    const expected = tasks.map((row) => [row.id, lightOf(row, today)])
    expected.forEach(([, light]) => seen.add(light ?? ''))
    expect([today, tasks.map(({ id }) => [id, lights[ranks.get(id) ?? -1]])]).toEqual([today, expected])
    for (const light of lights) {
      const found = town.app.read().select({ id: task.id }).from(task).where(hasLight(light, today)).all().map(({ id }) => id).sort()
      expect([today, light, found]).toEqual([today, light, expected.filter(([, shown]) => shown === light).map(([id]) => id).sort()])
    }
  }
  expect([...seen].sort()).toEqual([...lights].sort())
})

test('SQL and the pure rule call the same tasks overdue on every day', () => {
  for (let number = 20_495; number <= 20_565; number += 1) {
    const today = dayText(number)
    const found = town.app.read().select({ id: task.id }).from(task).innerJoin(taskParty, eq(taskParty.taskId, task.id)).where(isOverdueOn(today)).all().map(({ id }) => id).sort()
    expect([today, found]).toEqual([today, tasks.filter((row) => isOverdue(row, today)).map(({ id }) => id).sort()])
  }
})
