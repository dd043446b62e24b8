import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identities } from '../../../shared/domain/people/codes.ts'
import { nameKeyOf } from '../../../shared/domain/pinyin/search-key.ts'
import { compareText } from '../../../shared/lib/text-order.ts'
import { demo2026 } from '../testing/demo-bundle.testing.ts'
import { castOf } from '../testing/cast.testing.ts'
import { testTownship, type TestTownship } from '../testing/township.testing.ts'
import type { PersonFilter, PersonSort } from './list.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-03-10'

describe('the list of people', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = `${on}T02:00:00.000Z`
  })
  afterAll(() => town.dispose())

  const list = async (query: { filters?: PersonFilter[]; sort?: PersonSort[]; search?: string; offset?: number; limit?: number } = {}) => (await town.asConsole().people.list({ on, limit: 1000, ...query })).rows
  const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code)
  const where = (...filters: PersonFilter[]) => list({ filters })

  test('a row names modules, primary post and present leave', async () => {
    const leave = bundle.leaves.find(({ from, to }) => from <= on && (to === null || to >= on))
    const row = (await list()).find(({ code }) => code === leave?.staff)
    expect([row?.leaveKind, row?.leaveTo]).toEqual([leave?.kind, leave?.to])
    const held = bundle.assignments.filter(({ staff, from, to }) => staff === cast.own.code && from <= on && (to === null || to >= on))
    const own = (await list()).find(({ code }) => code === cast.own.code)
    expect([own?.modules.map(({ code, name }) => [code, name]), own?.primaryPost]).toEqual([[[cast.module, cast.moduleName]], bundle.posts.find(({ code }) => code === held[0]?.post)?.name])
  })

  test('filters say the same as the rows', async () => {
    const rows = await list()
    for (const identity of identities) expect(codes(await where({ kind: 'choice', field: 'identity', oneOf: [identity] }))).toEqual(codes(rows.filter((row) => row.identity === identity)))
    expect(codes(await where({ kind: 'choice', field: 'sex', oneOf: ['female'] }, { kind: 'months', field: 'birthMonth', from: '1980-01', to: '1989-12' }))).toEqual(
      codes(rows.filter(({ sex, birthMonth }) => sex === 'female' && birthMonth !== null && birthMonth >= '1980-01' && birthMonth <= '1989-12')),
    )
    expect(codes(await where({ kind: 'flag', flag: 'onLeave' }))).toEqual(codes(rows.filter(({ leaveKind }) => leaveKind !== null)))
    expect(codes(await where({ kind: 'flag', flag: 'unassigned' }))).toEqual(codes(rows.filter(({ modules }) => modules.length === 0)))
    expect(codes(await where({ kind: 'choice', field: 'module', oneOf: [town.moduleId(cast.module)] }))).toEqual(codes(rows.filter(({ modules }) => modules.some(({ code }) => code === cast.module))))
    const post = rows.find(({ primaryPost }) => primaryPost !== null)?.primaryPost ?? ''
    expect(codes(await where({ kind: 'text', field: 'post', contains: post }))).toEqual(codes(rows.filter(({ postNames }) => postNames.some((name) => name.includes(post)))))
    expect([(await where({ kind: 'flag', flag: 'present' })).length + (await where({ kind: 'flag', flag: 'left' })).length]).toEqual([rows.length])
  })

  test('search by name, initials, pinyin, code', async () => {
    const key = nameKeyOf(cast.own.name).split(',')[0] ?? ''
    const initials = [...key.matchAll(/ (.)/g)].map(([, letter]) => letter).join('')
    for (const search of [cast.own.name, initials, key.replaceAll(' ', ''), cast.own.code]) expect([search, codes(await list({ search }))]).toEqual([search, expect.arrayContaining([cast.own.code])])
    expect(await list({ search: '没有这个人' })).toEqual([])
  })

  test('official order, 姓氏笔画 and pinyin', async () => {
    const rows = await list()
    expect(codes(rows)).toEqual(bundle.staff.map(({ code }) => code))
    const strokes = new Intl.Collator('zh-u-co-stroke').compare
    const expected = [...rows].sort((a, b) => strokes(a.name, b.name))
    expect(codes(await list({ sort: [{ field: 'stroke', descending: false }] }))).toEqual(codes(expected))
    expect(codes(await list({ sort: [{ field: 'stroke', descending: false }], offset: 5, limit: 10 }))).toEqual(codes(expected).slice(5, 15))
    const byIdentity = [...rows].sort((a, b) => identities.indexOf(a.identity) - identities.indexOf(b.identity) || strokes(b.name, a.name))
    expect(codes(await list({ sort: [{ field: 'identity', descending: false }, { field: 'stroke', descending: true }] }))).toEqual(codes(byIdentity))
    const keys = (await list({ sort: [{ field: 'name', descending: false }] })).map(({ name }) => nameKeyOf(name))
    expect(keys).toEqual([...keys].sort(compareText))
  })

  test('a head sees the own module, and may type over all of it but himself', async () => {
    const { rows, total } = await town.as(cast.head, 'head').people.list({ on, limit: 1000 })
    expect(rows.every(({ code, modules }) => code === cast.head || modules.some((module) => module.code === cast.module))).toBe(true)
    expect(total).toBe(rows.length)
    expect([rows.find(({ code }) => code === cast.head)?.editable, rows.find(({ code }) => code === cast.own.code)?.editable.includes('phone')]).toEqual([[], true])
    expect((await town.as(cast.own.code, 'clerk').people.list({ on, limit: 1000 })).rows.every(({ editable }) => editable.length === 0)).toBe(true)
  })
})
