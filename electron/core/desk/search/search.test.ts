import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nameKeyOf, searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { staff, task, village } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { codeOf, clientOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)

describe('search', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = '2026-03-10T02:00:00.000Z'
  })
  afterAll(() => town.dispose())

  const initials = (key: string) => [...(key.split(',')[0] ?? '').matchAll(/ (.)/g)].map(([, letter]) => letter).join('')

  test('a person by Chinese, pinyin and initials, with module and post', async () => {
    const key = nameKeyOf(cast.own.name)
    for (const text of [cast.own.name, initials(key), (key.split(',')[0] ?? '').replaceAll(' ', '')]) {
      const hits = await town.asConsole().search.find({ text })
      expect([text, hits.filter(({ kind }) => kind === 'person')]).toEqual([text, expect.arrayContaining([expect.objectContaining({ title: cast.own.name, moduleId: town.moduleId(cast.module), detail: expect.stringContaining(cast.moduleName) })])])
    }
  })

  test('a village and a task', async () => {
    const [first] = bundle.villages
    const hits = await town.asConsole().search.find({ text: initials(searchKeyOf(first?.name ?? '')) })
    expect(hits).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'village', title: first?.name, moduleId: null, detail: `团长 ${bundle.staff.find(({ code }) => code === first?.teamLeader)?.name}` })]))
    const tasks = await town.asConsole().search.find({ text: '矛盾纠纷' })
    expect(tasks.length).toBeGreaterThan(0)
    expect(tasks.every(({ kind, title }) => kind === 'task' && title.includes('矛盾纠纷'))).toBe(true)
  })

  test('a 民情事项 and a 专项组, by initials, for whoever may see them', async () => {
    const villageId = town.app.read().select().from(village).all()[0]?.id ?? ''
    const clerk = town.as(cast.own.code, 'clerk')
    const { id } = await clerk.issues.record({ villageId, source: 'visit', title: '祠堂屋顶漏雨', content: null, reporter: '金有根', phone: '13800001111', reportedOn: '2026-03-09' })
    expect(await clerk.search.find({ text: 'ctwdly' })).toContainEqual(expect.objectContaining({ kind: 'issue', id, title: '祠堂屋顶漏雨' }))
    expect((await town.as(cast.foreign.code, 'clerk').search.find({ text: 'ctwdly' })).map(({ kind }) => kind)).toEqual([])
    expect(JSON.stringify(await town.as(null, 'inspector').search.find({ text: 'ctwdly' }))).not.toContain('13800001111')
    const [group] = bundle.groups
    expect((await town.as(null, 'inspector').search.find({ text: initials(searchKeyOf(group?.name ?? '')) })).map(({ kind, title }) => [kind, title])).toContainEqual(['group', group?.name])
  })

  test('no more than asked for, and a common surname leaves room for the others', async () => {
    const hits = await town.asConsole().search.find({ text: 'z', limit: 10 })
    expect([hits.length, hits.filter(({ kind }) => kind === 'person').length <= 4, hits.some(({ kind }) => kind === 'task')]).toEqual([10, true, true])
  })

  test('within the caller’s view', async () => {
    const kinds = async (client: ReturnType<TestTownship['as']>, text: string) => (await client.search.find({ text, limit: 100 })).map(({ kind, title }) => [kind, title])
    expect(await kinds(town.as(cast.head, 'head'), cast.foreign.name)).not.toContainEqual(['person', cast.foreign.name])
    expect(await kinds(town.as(null, 'inspector'), cast.foreign.name)).toContainEqual(['person', cast.foreign.name])
    const mine = new Set((await town.as(cast.own.code, 'clerk').tasks.list({ on: '2026-03-10', limit: 1000 })).rows.map(({ title }) => title))
    const found = (await kinds(town.as(cast.own.code, 'clerk'), 'd')).filter(([kind]) => kind === 'task')
    expect([found.length > 0, found.every(([, title]) => mine.has(title ?? ''))]).toEqual([true, true])
    expect(await kinds(town.as(null, 'sysadmin'), 'z')).toEqual([])
    expect(await codeOf(clientOf(town.app, null).search.find({ text: 'z' }))).toBe('session_required')
  })

  test('every person, task and village has its key, however it came in', async () => {
    const keys = () => ({
      staff: town.app.read().select().from(staff).all().filter(({ name, searchKey }) => searchKey !== nameKeyOf(name)),
      task: town.app.read().select().from(task).all().filter(({ title, searchKey }) => searchKey !== searchKeyOf(title)),
      village: town.app.read().select().from(village).all().filter(({ name, searchKey }) => searchKey !== searchKeyOf(name)),
    })
    const client = town.asConsole()
    const [post] = await client.organisation.posts()
    const person = { sex: null, birthMonth: null, political: null, identity: 'civil', sendingUnit: null, rankTitle: null, phone: null, track: 'staff', status: 'active', pool: null, workStart: null, remark: null } as const
    const { id } = await client.people.add({ ...person, name: '欧阳锋', idNo: null, moduleId: town.moduleId(cast.module), postId: post?.id ?? '', from: '2026-03-01' })
    await client.people.edit({ ...person, id, name: '欧阳克', version: 1 })
    const { id: villageId } = await client.villages.add({ name: '白驼山村', teamLeaderId: null })
    await client.villages.edit({ id: villageId, name: '桃花岛村', teamLeaderId: null, version: 1 })
    const file = (text: string) => new File([`\uFEFF${text}`], 'list.csv')
    const moduleName = cast.moduleName
    await client.imports.apply({ file: file(`姓名,人员身份,所在模块\n曾国华,编外,${moduleName}\n`), kind: 'staff', asOf: '2026-03-10' })
    await client.imports.apply({ file: file(`事项,责任模块,主办,办理时限\n区域环境整治,${moduleName},欧阳克,2026-05-01\n`), kind: 'tasks', asOf: '2026-03-10' })
    expect((await client.search.find({ text: 'zgh' })).map(({ title }) => title)).toContain('曾国华')
    expect((await client.search.find({ text: 'qyhjzz' })).map(({ title }) => title)).toContain('区域环境整治')
    expect(keys()).toEqual({ staff: [], task: [], village: [] })
  })
})
