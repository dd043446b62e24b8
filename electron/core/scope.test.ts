import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEntry } from '../db/schema/index.ts'
import { demo2026 } from './testing/demo-bundle.testing.ts'
import { codeOf, testTownship, type TestTownship } from './testing/township.testing.ts'

const bundle = demo2026

function required<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('the demo has changed')
  return value
}

/** A head, a person of the head's own module alone and one of another module alone, all there since last year. */
function cast() {
  const office = required(bundle.offices.find((row) => row.office === 'head' && row.to === null))
  const modulesOf = (code: string) => [...new Set(bundle.assignments.filter(({ staff, to }) => staff === code && to === null).map(({ module }) => module))]
  const ordinary = bundle.staff.filter(({ code, track }) => track === 'staff' && modulesOf(code).length === 1 && bundle.assignments.filter(({ staff }) => staff === code).length === 1)
  return {
    module: office.module,
    head: office.staff,
    own: required(ordinary.find(({ code }) => modulesOf(code)[0] === office.module)),
    foreign: required(ordinary.find(({ code }) => modulesOf(code)[0] !== office.module)),
    unattached: required(bundle.staff.find(({ track }) => track === 'excluded')),
  }
}

describe('a head keeps to the own module, whatever day is named', () => {
  const { module, head, own, foreign, unattached } = cast()
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = '2026-07-08T02:00:00.000Z'
  })
  afterAll(() => town.dispose())

  const postId = async () => required((await town.asConsole().organisation.posts())[0]).id
  const assign = async (staffCode: string, from: string) => codeOf(town.as(head, 'head').people.assign({ staffId: town.staffId(staffCode), moduleId: town.moduleId(module), postId: await postId(), from, endOthers: false }))

  test('assigning', async () => {
    expect({
      own: await assign(own.code, '2026-07-01'),
      foreign: await assign(foreign.code, '2026-07-01'),
      foreignLongAgo: await assign(foreign.code, '1990-01-01'),
      foreignInFuture: await assign(foreign.code, '2099-01-01'),
      unattached: await assign(unattached.code, '1990-01-01'),
      oneself: await assign(head, '2026-07-01'),
    }).toEqual({ own: 'done', foreign: 'out_of_scope', foreignLongAgo: 'out_of_scope', foreignInFuture: 'out_of_scope', unattached: 'out_of_scope', oneself: 'about_self' })
  })

  test('reading one person', async () => {
    const get = (code: string, on: string) => codeOf(town.as(head, 'head').people.get({ id: town.staffId(code), on }))
    expect([await get(own.code, '1990-01-01'), await get(foreign.code, '1990-01-01'), await get(foreign.code, '2026-07-01')]).toEqual(['done', 'out_of_scope', 'out_of_scope'])
  })

  test('importing', async () => {
    const moduleName = required(bundle.modules.find(({ code }) => code === module)).name
    const file = () => new File([`\uFEFF姓名,身份证号,人员身份,所在模块\n${foreign.name},${foreign.idNo},编外,${moduleName}\n${unattached.name},${unattached.idNo},编外,${moduleName}\n`], 'roster.csv')
    for (const asOf of ['1990-01-01', '2026-07-01']) {
      const { rows } = await town.as(head, 'head').imports.apply({ file: file(), kind: 'staff', asOf })
      expect(rows.map(({ state, errors }) => [state, errors.map(({ code }) => code)])).toEqual([['error', ['out_of_scope']], ['error', ['out_of_scope']]])
    }
  })
})

describe('nobody improves the own score', () => {
  const { module, own } = cast()
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = '2026-07-08T02:00:00.000Z'
  })
  afterAll(() => town.dispose())

  const other = required(bundle.staff.find(({ code, track }) => track === 'staff' && code !== own.code && bundle.assignments.some(({ staff, module: inModule, to }) => staff === code && inModule === module && to === null)))
  const boss = required(bundle.staff.find(({ track }) => track === 'leader')).code

  /** A task of two people, issued by a 党政正职. */
  async function issued() {
    town.clock.now = '2026-07-08T02:00:00.000Z'
    const console = town.asConsole()
    const draft = { docNo: null, form: 'assignment_order', source: null, title: '核对台账', content: null, weight: 1, moduleId: town.moduleId(module), leadStaffId: null, due: '2026-07-20' } as const
    const { id } = await console.tasks.draft({ ...draft, parties: [{ staffId: town.staffId(own.code), role: 'host' }, { staffId: town.staffId(other.code), role: 'cohost' }] })
    await console.tasks.propose({ id, version: 1 })
    return { id, console }
  }

  test('a doer does not issue, suspend or revoke the own task; the days are those on which it is done', async () => {
    const { id, console } = await issued()
    const doer = town.as(own.code, 'clerk')
    expect(await codeOf(doer.tasks.issue({ id, version: 2 }))).toBe('doer_verifies')
    expect(await codeOf(town.as(own.code, 'leader').tasks.revoke({ id, version: 2, reason: '不办了' }))).toBe('doer_verifies')
    await console.tasks.issue({ id, version: 2 })
    await doer.tasks.accept({ id, version: 3 })
    town.clock.now = '2026-07-22T20:00:00.000Z'
    expect(await doer.tasks.submit({ id, version: 4 })).toEqual({ state: 'active', version: 5 })
    town.clock.now = '2026-07-25T02:00:00.000Z'
    const second = town.as(other.code, 'clerk')
    expect(await codeOf(second.tasks.submit({ id, version: 5 }))).toBe('not_in_state')
    await second.tasks.accept({ id, version: 5 })
    expect(await second.tasks.submit({ id, version: 6 })).toEqual({ state: 'submitted', version: 7 })
    await console.tasks.review({ id, version: 7, quality: 'good' })
    expect(await codeOf(town.as(other.code, 'leader').tasks.verify({ id, version: 8 }))).toBe('doer_verifies')
    await town.as(boss, 'leader').tasks.verify({ id, version: 8 })
    const { issuedOn, completedOn, parties, state } = await console.tasks.get({ id, on: '2026-07-25' })
    expect({ issuedOn, completedOn, state, parties: parties.map((party) => party.completedOn) }).toEqual({ issuedOn: '2026-07-08', completedOn: '2026-07-25', state: 'completed', parties: ['2026-07-23', '2026-07-25'] })
  })

  test('a return opens the parts it is of again and counts once', async () => {
    const { id, console } = await issued()
    await console.tasks.issue({ id, version: 2 })
    await console.tasks.accept({ id, version: 3 })
    await console.tasks.submit({ id, version: 4 })
    await console.tasks.rejectAtReview({ id, version: 5, reason: '材料不全' })
    const { reworks, state, parties } = await console.tasks.get({ id, on: '2026-07-08' })
    expect({ reworks, state, submitted: parties.map(({ submittedOn }) => submittedOn) }).toEqual({ reworks: 1, state: 'active', submitted: [null, null] })
  })

  test('a group takes no member who adds himself, and only words the plan knows', async () => {
    const client = town.as(own.code, 'head')
    const { id: groupId } = await client.groups.propose({ name: '临时专班', goal: null, from: '2026-07-01', to: null })
    const add = (staffCode: string, role: string) => codeOf(client.groups.addMember({ groupId, staffId: town.staffId(staffCode), role, from: '2026-07-01', to: null }))
    const third = required((await town.asConsole().periods.list()).find(({ code }) => code === '2026Q3'))
    expect([await add(own.code, 'leader'), await add(other.code, '国王'), await add(other.code, 'member')]).toEqual(['about_self', 'invalid_input', 'done'])
    expect(await codeOf(town.asConsole().groups.grade({ groupId, periodId: third.id, grade: 'Z' }))).toBe('invalid_input')
    expect(await codeOf(town.asConsole().points.declareHonour({ staffId: town.staffId(other.code), periodId: third.id, matter: '先进', level: 'galaxy' }))).toBe('invalid_input')
  })

  test('an approver sees what is to be approved', async () => {
    const first = required((await town.asConsole().periods.list()).find(({ code }) => code === '2026Q1'))
    expect((await town.as(null, 'inspector').points.list({ periodId: first.id })).length).toBeGreaterThan(0)
  })

  test('an ID number in any spelling stays out of the audit log', async () => {
    const text = '见 330825 19900214 7670、３３０８２５１９９００２１４７６７０ 与 330825900214767'
    await town.asConsole().groups.propose({ name: '核对', goal: text, from: '2026-07-01', to: null })
    const kept = town.app.read().select().from(auditEntry).all().at(-1)?.detail ?? ''
    expect(kept).toContain('核对')
    expect(kept.replaceAll(/[^0-9０-９]/g, '')).not.toMatch(/19900214|１９９００２１４|900214/)
  })

  test('a one-time password of a real township does nothing but change itself', async () => {
    town.app.mutate({ actor: 'test', action: 'test.origin', areas: [], write: (tx) => tx.run("UPDATE township SET origin = 'real'"), audit: () => ({ subject: null, detail: {} }) })
    const client = town.as(own.code, 'inspector')
    expect([await codeOf(client.people.list({ on: '2026-07-08' })), (await client.session.me()).mustChangePassword]).toEqual(['password_change_required', true])
  })
})
