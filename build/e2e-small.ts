import { defaultPlan } from '../shared/domain/plans/plan-presets.ts'
import { emptyContent, type BundleStaff, type TownshipBundle } from '../electron/core/desk/bundle/bundle.ts'
import { blankPeriod } from '../electron/core/desk/demo/periods.ts'
import type { Role } from '../shared/domain/township/access/roles.ts'
import type { Identity, Track } from '../shared/domain/people/codes.ts'

interface Person {
  readonly name: string
  readonly identity: Identity
  readonly track: Track
  readonly module: string
  readonly roles: readonly Role[]
}

const person = (name: string, module: string, track: Track, identity: Identity, ...roles: Role[]): Person => ({ name, module, track, identity, roles: roles.length === 0 ? ['clerk'] : roles })

/** 党政正职, 督考, two 班子成员, and two modules of four beside their heads: few enough to be watched through a whole quarter. */
const people: readonly Person[] = [
  person('许刚', 'party', 'excluded', 'civil', 'principal'),
  person('金娜', 'party', 'staff', 'civil', 'inspector', 'clerk'),
  person('程远', 'party', 'leader', 'civil', 'leader'),
  person('柳青', 'service', 'leader', 'civil', 'leader'),
  person('孔海', 'party', 'mid', 'civil', 'head'),
  person('单国', 'service', 'mid', 'civil', 'head'),
  person('方圆', 'party', 'staff', 'civil'),
  person('鲁宁', 'party', 'staff', 'institution'),
  person('仇芳', 'party', 'staff', 'institution'),
  person('解明', 'service', 'staff', 'civil'),
  person('区敏', 'service', 'staff', 'institution'),
  person('查理', 'service', 'staff', 'institution'),
  person('曾玉', 'service', 'staff', 'institution'),
]

const codeOf = (index: number) => `S${String(index + 1).padStart(2, '0')}`
const named = (name: string) => codeOf(people.findIndex((one) => one.name === name))
const since = { from: '2025-01-01', to: null } as const

function staffOf({ name, identity, track }: Person, index: number): BundleStaff {
  return {
    code: codeOf(index), name, sex: null, idNo: null, birthMonth: null, political: null, identity, sendingUnit: null, rankTitle: null, phone: null,
    track, status: 'active', pool: null, workStart: null, joinedOn: null, remark: null, priorRejections: 0,
  }
}

const year = { code: '2026', kind: 'year', start: '2026-01-01', end: '2026-12-31', freeze: '2027-01-15', stage: 'collecting' } as const
const quarter = { code: '2026Q2', kind: 'quarter', start: '2026-04-01', end: '2026-06-30', freeze: '2026-07-10', stage: 'collecting' } as const

/** A township of thirteen that is not a demo: every rule holds, and all inputs of 2026Q2 but plan, sheets and ballots are there. */
export function smallTownship(): TownshipBundle {
  const modules = [{ code: 'party', name: '大党建' }, { code: 'service', name: '大服务' }].map((one) => ({ ...one, alias: null, colour: null, office: null }))
  return {
    ...emptyContent,
    township: { name: '清溪镇', kind: 'town', county: '云山县', reportingUnit: '清溪镇人民政府', origin: 'real' },
    modules,
    posts: [{ code: 'G1', name: '综合岗', score: '18.00', coefficient: null, factors: null }, { code: 'G2', name: '业务岗', score: '16.00', coefficient: null, factors: null }],
    staff: people.map(staffOf),
    assignments: people.map(({ module, track }, index) => ({ staff: codeOf(index), module, post: track === 'staff' ? 'G2' : 'G1', ...since })),
    offices: [
      { module: 'party', staff: named('孔海'), office: 'head', ...since },
      { module: 'service', staff: named('单国'), office: 'head', ...since },
      { module: 'party', staff: named('程远'), office: 'lead_a', ...since },
      { module: 'service', staff: named('柳青'), office: 'lead_a', ...since },
    ],
    plans: [{ code: defaultPlan.id, planVersion: 1, name: '2026 年考评方案', document: defaultPlan }],
    periods: [
      { ...blankPeriod(quarter, defaultPlan.id), pkFactors: modules.map(({ code }) => ({ module: code, factor: '1.00' })) },
      blankPeriod(year, defaultPlan.id),
    ],
    accounts: people.map(({ name, roles }, index) => ({ name, staff: codeOf(index), roles })),
  }
}
