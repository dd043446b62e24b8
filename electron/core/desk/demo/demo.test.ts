import { describe, expect, it } from 'vitest'
import { bandFaults } from '../../../../shared/domain/plans/scorer-rules.ts'
import { birthMonthOf, isIdNumber, sexOf } from '../../../../shared/domain/people/id-number.ts'
import { deductionRules } from '../../../../shared/domain/plans/points/codes.ts'
import { taskForms, taskStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import { emptyDemo, generateDemo } from './demo.ts'
import { readDemoTables } from './tables.ts'
import { isHoliday, isWorkday, weekdayOf } from './workdays.ts'

const demo = generateDemo(2026)
const tables = readDemoTables()
const { holidays } = tables.township
const names = new Map(demo.staff.map(({ code, name }) => [code, name]))
const tracks = new Map(demo.staff.map(({ code, track }) => [code, track]))

function repeated(values: readonly (string | null)[]): readonly string[] {
  return [...groupBy(values.filter((value) => value !== null), (value) => value).values()].filter((list) => list.length > 1).map(([value]) => value ?? '')
}

function countOf(values: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(Array.from(groupBy(values, (value) => value), ([value, list]) => [value, list.length]))
}

/** Every code used under a name, that is no code of `known`. */
function unknown(known: readonly { readonly code: string }[], used: readonly (string | null)[]): readonly (string | null)[] {
  const codes = new Set(known.map(({ code }) => code))
  return used.filter((code) => code !== null && !codes.has(code))
}

describe('generateDemo', () => {
  it('makes the same township for the same seed and another for another', () => {
    expect(generateDemo(2026)).toEqual(demo)
    expect(generateDemo(7).staff.map(({ name }) => name)).not.toEqual(demo.staff.map(({ name }) => name))
  })

  it('has the size of a real township', () => {
    const { modules, posts, staff, villages, serviceEvents, tasks, groups, accounts } = demo
    expect({ modules: modules.length, posts: posts.length, staff: staff.length, villages: villages.length, groups: groups.length, accounts: accounts.length }).toEqual({
      modules: 6, posts: 13, staff: 121, villages: 12, groups: 8, accounts: 19,
    })
    expect(serviceEvents.length).toBeGreaterThan(5500)
    expect(serviceEvents.length).toBeLessThan(7000)
    expect(tasks.length).toBeGreaterThan(1450)
  })

  it('names only what exists', () => {
    const { staff, modules, posts, villages, groups, periods } = demo
    const people = [
      ...demo.assignments, ...demo.leaves, ...demo.offices, ...demo.teamMembers, ...demo.serviceEvents, ...demo.deductions, ...demo.accounts,
      ...demo.tasks.flatMap(({ parties }) => parties), ...groups.flatMap(({ members }) => members),
      ...periods.flatMap((period) => [...period.honours, ...period.circulars, ...period.vetoes, ...period.headRatings, ...period.leaderScores, ...period.peerCounts]),
    ].map((row) => row.staff)
    const others = [
      ...demo.serviceEvents.map(({ verifiedBy }) => verifiedBy), ...villages.map(({ teamLeader }) => teamLeader), ...demo.tasks.map(({ lead }) => lead),
      ...periods.flatMap((period) => [...period.headRatings, ...period.leaderScores].map(({ scorer }) => scorer)), ...periods.flatMap(({ peerRoll }) => peerRoll),
    ]
    const inModules = [...demo.assignments, ...demo.offices, ...demo.establishment, ...demo.tasks, ...periods.flatMap(({ pkFactors, headRatings }) => [...pkFactors, ...headRatings])]
    const inVillages = [...demo.teamMembers, ...demo.serviceEvents, ...periods.flatMap(({ villageRanks }) => villageRanks)]
    expect(unknown(staff, [...people, ...others])).toEqual([])
    expect(unknown(modules, inModules.map(({ module }) => module))).toEqual([])
    expect(unknown(posts, demo.assignments.map(({ post }) => post))).toEqual([])
    expect(unknown(villages, inVillages.map(({ village }) => village))).toEqual([])
    expect(unknown(groups, periods.flatMap(({ groupGrades }) => groupGrades.map(({ group }) => group)))).toEqual([])
    expect(unknown(demo.plans, periods.map(({ plan }) => plan))).toEqual([])
  })

  it('gives no code, document number, ID number or account name twice', () => {
    for (const rows of [demo.modules, demo.posts, demo.staff, demo.villages, demo.tasks, demo.groups, demo.deductions, demo.periods]) expect(repeated(rows.map(({ code }) => code))).toEqual([])
    expect(repeated(demo.tasks.map(({ docNo }) => docNo))).toEqual([])
    expect(repeated(demo.staff.map(({ idNo }) => idNo))).toEqual([])
    expect(repeated(demo.accounts.map(({ name }) => name))).toEqual([])
    expect(repeated(demo.periods.flatMap(({ code, headRatings }) => headRatings.map(({ staff, module }) => `${code} ${staff} ${module}`)))).toEqual([])
    expect(repeated(demo.tasks.flatMap(({ code, parties }) => parties.map(({ staff }) => `${code} ${staff}`)))).toEqual([])
    expect(repeated(demo.groups.flatMap(({ code, members }) => members.map(({ staff }) => `${code} ${staff}`)))).toEqual([])
  })

  it('keeps every range in order, and the day of joining before the first assignment', () => {
    const ranges = [...demo.assignments, ...demo.leaves, ...demo.offices, ...demo.teamMembers, ...demo.groups, ...demo.groups.flatMap(({ members }) => members)]
    expect(ranges.filter(({ from, to }) => from !== null && to !== null && to < from)).toEqual([])
    const joined = new Map(demo.staff.map(({ code, joinedOn }) => [code, joinedOn ?? '']))
    expect([...demo.assignments, ...demo.teamMembers].filter(({ staff, from }) => from < (joined.get(staff) ?? ''))).toEqual([])
    expect(demo.staff.filter(({ workStart, joinedOn }) => workStart !== null && joinedOn !== null && joinedOn < workStart)).toEqual([])
  })
})

describe('people of the demo', () => {
  it('bear valid ID numbers that agree with birth month and sex, and mobile numbers', () => {
    expect(demo.staff.filter(({ idNo, birthMonth, sex }) => idNo === null || !isIdNumber(idNo) || !idNo.startsWith('330825') || birthMonthOf(idNo) !== birthMonth || sexOf(idNo) !== sex)).toEqual([])
    expect(demo.staff.filter(({ phone }) => phone === null || !/^1[3-9]\d{9}$/.test(phone))).toEqual([])
  })

  it('include two pairs of namesakes without an account, a special pool, open cases and people on probation', () => {
    const shared = repeated([...names.values()])
    expect(shared).toHaveLength(2)
    expect(demo.accounts.filter(({ name }) => shared.includes(name))).toEqual([])
    expect(demo.accounts.filter(({ name, staff }) => staff === null || names.get(staff) !== name)).toEqual([])
    expect(demo.staff.filter(({ pool }) => pool === 'special')).toHaveLength(4)
    expect(countOf(demo.staff.map(({ status }) => status))).toEqual({ active: 117, pending_case: 2, probation: 2 })
    expect(countOf([...tracks.values()])).toMatchObject({ excluded: 2, leader: 9, mid: 12, dispatched_head: 6 })
    expect(countOf(demo.accounts.flatMap(({ roles }) => roles))).toEqual({ principal: 2, leader: 3, head: 6, inspector: 1, clerk: 4, sysadmin: 1, secadmin: 1, auditor: 1 })
  })

  it('move between modules in both quarters, and some stand in two at once', () => {
    const moves = demo.assignments.filter(({ to }) => to !== null).flatMap((left) => demo.assignments.filter(({ staff, module, from }) => staff === left.staff && module !== left.module && from > (left.to ?? '')))
    expect(moves.filter(({ from }) => from < '2026-04-01').length).toBeGreaterThanOrEqual(3)
    expect(moves.filter(({ from }) => from >= '2026-04-01').length).toBeGreaterThanOrEqual(3)
    const open = demo.assignments.filter(({ to }) => to === null).map(({ staff }) => staff)
    expect(repeated(open).length).toBeGreaterThanOrEqual(4)
    for (const { code } of demo.modules) expect(demo.offices.filter(({ module }) => module === code).map(({ office }) => office).sort()).toEqual(['deputy', 'head', 'lead_a', 'lead_b'])
  })
})

describe('work of the demo', () => {
  it('goes to the villages on Tuesdays that are no holidays, and nobody verifies himself', () => {
    const tuesdays = demo.serviceEvents.filter(({ kind }) => kind === 'tuesday')
    expect(tuesdays.filter(({ date }) => weekdayOf(date) !== 2)).toEqual([])
    expect(demo.serviceEvents.filter(({ date }) => isHoliday(date, holidays) || !isWorkday(date, holidays))).toEqual([])
    expect(demo.serviceEvents.filter(({ staff, verifiedBy }) => staff === verifiedBy)).toEqual([])
    expect(demo.serviceEvents.filter(({ state, verifiedBy }) => (state === 'entered') !== (verifiedBy === null))).toEqual([])
    const { verified = 0, ...rest } = countOf(demo.serviceEvents.map(({ state }) => state))
    expect(verified / demo.serviceEvents.length).toBeGreaterThan(0.9)
    expect(Object.keys(rest).sort()).toEqual(['entered', 'rejected'])
    const twice = repeated(demo.serviceEvents.map(({ staff, village, date, kind, household }) => `${staff} ${village} ${date} ${kind} ${household ?? ''}`))
    expect(twice.length).toBeGreaterThan(20)
    expect(twice.length).toBeLessThan(150)
  })

  it('reads like a real ledger: every form and state, a host each, hardly a title twice', () => {
    expect(Object.keys(countOf(demo.tasks.map(({ state }) => state))).sort()).toEqual([...taskStates].sort())
    expect(Object.keys(countOf(demo.tasks.map(({ form }) => form))).sort()).toEqual([...taskForms].sort())
    expect(demo.tasks.filter(({ parties }) => parties.filter(({ role }) => role === 'host').length !== 1)).toEqual([])
    expect(repeated(demo.tasks.map(({ title, due }) => `${title} ${due}`)).length).toBeLessThan(5)
    expect(new Set(demo.tasks.map(({ title }) => title)).size).toBeGreaterThan(demo.tasks.length * 0.9)
    expect(demo.tasks.filter(({ title, content }) => /[{}]/.test(title + (content ?? '')))).toEqual([])
    for (const [module, { titles, seasonal }] of tables.tasks) expect([module, titles.length + seasonal.flatMap((season) => season.titles).length >= 40]).toEqual([module, true])
  })

  it('shares the tasks out', () => {
    const parts = Object.values(countOf(demo.tasks.flatMap(({ parties }) => parties.map(({ staff }) => staff))))
    expect(parts.length).toBeGreaterThanOrEqual(115)
    expect(Math.max(...parts)).toBeLessThan(60)
  })

  it('keeps the days and the state of a task in agreement', () => {
    const { tasks } = demo
    expect(tasks.filter(({ state, issuedOn, docNo }) => (state === 'draft' || state === 'pending') !== (issuedOn === null) || (issuedOn === null) !== (docNo === null))).toEqual([])
    expect(tasks.filter(({ state, completedOn }) => (state === 'completed' || state === 'closed') !== (completedOn !== null))).toEqual([])
    expect(tasks.filter(({ issuedOn, due, completedOn }) => issuedOn !== null && (due < issuedOn || (completedOn !== null && completedOn < issuedOn)))).toEqual([])
    expect(tasks.filter(({ parties, completedOn, issuedOn }) => parties.some((party) => party.completedOn !== null && (party.completedOn > (completedOn ?? '') || party.completedOn < (issuedOn ?? ''))))).toEqual([])
    expect(tasks.filter(({ due }) => !isWorkday(due, holidays))).toEqual([])
    const past = tasks.filter(({ due }) => due <= '2026-06-30')
    expect(past.filter(({ state }) => state === 'submitted' || state === 'reviewed')).toEqual([])
    const onTime = past.filter(({ due, completedOn }) => completedOn !== null && completedOn <= due).length
    expect(onTime / past.length).toBeGreaterThan(0.8)
    expect(past.some(({ completedOn, due }) => due <= '2026-03-31' && completedOn !== null && completedOn > '2026-04-05')).toBe(true)
  })

  it('deducts by every rule, exempts some with a reason, and rejects one person often', () => {
    expect(Object.keys(countOf(demo.deductions.map(({ rule }) => rule))).sort()).toEqual([...deductionRules].sort())
    expect(demo.deductions.filter(({ exempt, exemptReason }) => exempt !== (exemptReason !== null))).toEqual([])
    expect(demo.deductions.some(({ exempt }) => exempt)).toBe(true)
    const rejections = countOf(demo.deductions.filter(({ rule }) => rule === 'rejected_feedback').map(({ staff }) => staff))
    expect(Math.max(...Object.values(rejections))).toBeGreaterThanOrEqual(3)
  })
})

describe.each(demo.periods.filter(({ stage }) => stage === 'scoring'))('scores of $code', (period) => {
  it('come from others, by the scorer rules', () => {
    expect([...period.headRatings, ...period.leaderScores].filter(({ scorer, staff }) => scorer === staff)).toEqual([])
    expect(period.headRatings.filter(({ band, score }) => (band === null) === (score === null))).toEqual([])
    for (const sheet of groupBy(period.headRatings, ({ scorer }) => scorer).values()) expect(bandFaults(sheet.map(({ band }) => band), 'A', 'C')).toEqual([])
    for (const sheet of groupBy(period.headRatings, ({ scorer, module }) => `${scorer} ${module}`).values()) {
      expect(bandFaults(sheet.map(({ band }) => band), 'A', 'C')).toEqual([])
      expect(sheet.filter(({ band }) => band === 'A').length).toBeLessThanOrEqual(sheet.length * 0.3)
    }
    expect([...period.headRatings, ...period.leaderScores, ...period.peerCounts].filter(({ staff }) => tracks.get(staff) === 'excluded')).toEqual([])
  })

  it('rank every village but one at most, and keep PK factors near 1', () => {
    const ranks = period.villageRanks.map(({ rank }) => rank).filter((rank) => rank !== null)
    expect([...ranks].sort((a, b) => a - b)).toEqual(Array.from({ length: ranks.length }, (_, index) => index + 1))
    expect(ranks).toHaveLength(period.code === '2026Q2' ? 11 : 12)
    expect(period.pkFactors.filter(({ factor }) => Number(factor) < 0.95 || Number(factor) > 1.05)).toEqual([])
  })

  it('count no more ballots than there are peers', () => {
    const leaders = [...tracks.values()].filter((track) => track === 'leader').length
    const voters = period.peerRoll.length
    expect(new Set(period.peerRoll).size).toBe(voters)
    for (const { staff, votes, abstained } of period.peerCounts) {
      const given = Object.values(votes).reduce((sum, count) => sum + count, 0)
      expect(given).toBeLessThanOrEqual(voters)
      if (tracks.get(staff) === 'leader') expect(given + abstained).toBe(leaders - 1)
    }
    const few = period.peerCounts.filter(({ votes }) => Object.values(votes).reduce((sum, count) => sum + count, 0) < 3)
    expect(few.length).toBeGreaterThanOrEqual(1)
  })
})

describe('emptyDemo', () => {
  it('is the township with its modules, plan and periods, and nobody', () => {
    const empty = emptyDemo()
    expect(empty.modules).toEqual(demo.modules)
    expect(empty.plans).toEqual(demo.plans)
    expect(empty.periods.map(({ code, stage }) => [code, stage])).toEqual(['2026Q1', '2026Q2', '2026Q3', '2026Q4', '2026'].map((code) => [code, 'configuring']))
    expect([empty.staff, empty.accounts, empty.tasks, empty.villages].map((rows) => rows.length)).toEqual([0, 0, 0, 0])
  })
})
