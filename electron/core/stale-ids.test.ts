import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallTown } from './evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from './testing/township.testing.ts'

/** Of a row that somebody else has taken out meanwhile. */
const gone = '00000000-0000-7000-8000-000000000000'

interface Ids {
  readonly staff: string
  readonly module: string
  readonly post: string
  readonly village: string
  readonly period: string
}

type Client = ReturnType<TestTownship['asConsole']>

const stale: readonly (readonly [string, string, (client: Client, ids: Ids) => Promise<unknown>])[] = [
  ['people.assign', '人员', (client, { module, post }) => client.people.assign({ staffId: gone, moduleId: module, postId: post, from: '2026-03-01', endOthers: false })],
  ['people.assign', '模块', (client, { staff, post }) => client.people.assign({ staffId: staff, moduleId: gone, postId: post, from: '2026-03-01', endOthers: false })],
  ['people.assign', '岗位', (client, { staff, module }) => client.people.assign({ staffId: staff, moduleId: module, postId: gone, from: '2026-03-01', endOthers: false })],
  ['people.addLeave', '人员', (client) => client.people.addLeave({ staffId: gone, kind: 'sick', from: '2026-03-01', to: '2026-03-02' })],
  ['groups.grade', '专项工作组', (client, { period }) => client.groups.grade({ groupId: gone, periodId: period, grade: 'A' })],
  ['organisation.setEstablishment', '模块', (client) => client.organisation.setEstablishment({ moduleId: gone, identity: 'civil', approved: 3 })],
  ['villages.addMember', '村社', (client, { staff }) => client.villages.addMember({ villageId: gone, staffId: staff, from: '2026-03-01', to: null })],
  ['villages.addMember', '人员', (client, { village }) => client.villages.addMember({ villageId: village, staffId: gone, from: '2026-03-01', to: null })],
]

let town: TestTownship
beforeAll(async () => {
  town = await testTownship({ ...smallTown(), township: { ...smallTown().township, origin: 'demo' } })
})
afterAll(() => town.dispose())

test.each(stale)('%s with the id of no %s says so', async (_, noun, call) => {
  const client = town.asConsole()
  const first = <Row extends { readonly id: string }>(rows: readonly Row[]) => rows[0]?.id ?? ''
  const ids: Ids = {
    staff: town.staffId('A1'),
    module: town.moduleId('party'),
    post: first(await client.organisation.posts()),
    village: first(await client.villages.list({ on: '2026-03-01' })),
    period: first((await client.periods.list()).filter(({ kind }) => kind === 'quarter')),
  }
  const refused = call(client, ids)
  await expect(refused).rejects.toMatchObject({ message: expect.stringContaining(noun) })
  expect(await codeOf(refused)).toBe('not_found')
})
