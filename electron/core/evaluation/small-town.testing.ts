import type { BundleStaff, TownshipBundle } from '../desk/bundle/bundle.ts'
import { emptyDemo } from '../desk/demo/demo.ts'

const start = '2025-01-01'

function person(code: string, name: string, track: BundleStaff['track']): BundleStaff {
  return {
    code, name, track, sex: null, idNo: null, birthMonth: null, political: null, identity: 'civil', sendingUnit: null, rankTitle: null, phone: null,
    status: 'active', pool: null, workStart: null, joinedOn: start, remark: null, priorRejections: 0,
  }
}

const inParty = ['H1', 'A1', 'A2', 'A3', 'A4', 'L1']
const inService = ['H2', 'B1', 'B2']

/**
 * A township small enough to follow by hand: 大党建 with its head 钱一, its A岗 周正 (班子) and four people, 大服务 with its head
 * 孙二 and two; 李记 is 党政正职. Two villages, one special group; the first quarter is to be configured.
 */
export function smallTown(): TownshipBundle {
  const empty = emptyDemo()
  const held = { post: 'P1', from: start, to: null }
  return {
    ...empty,
    modules: empty.modules.filter(({ code }) => code === 'party' || code === 'service'),
    posts: [{ code: 'P1', name: '业务岗', score: '16', coefficient: null, factors: null }],
    staff: [
      person('S0', '李记', 'excluded'),
      person('L1', '周正', 'leader'),
      person('H1', '钱一', 'mid'),
      ...['A1', 'A2', 'A3', 'A4'].map((code) => person(code, `党建${code}`, 'staff')),
      person('H2', '孙二', 'mid'),
      ...['B1', 'B2'].map((code) => person(code, `服务${code}`, 'staff')),
    ],
    assignments: [...inParty.map((staff) => ({ ...held, staff, module: 'party' })), ...inService.map((staff) => ({ ...held, staff, module: 'service' }))],
    offices: [
      { module: 'party', staff: 'H1', office: 'head', from: start, to: null },
      { module: 'service', staff: 'H2', office: 'head', from: start, to: null },
      { module: 'party', staff: 'L1', office: 'lead_a', from: start, to: null },
      { module: 'service', staff: 'L1', office: 'lead_a', from: start, to: null },
    ],
    villages: [{ code: 'V1', name: '上溪村', teamLeader: 'L1' }, { code: 'V2', name: '下溪村', teamLeader: null }],
    groups: [{ code: 'G1', name: '征迁专班', approvalNo: '清委〔2026〕1号', goal: null, from: start, to: null, members: [{ staff: 'A1', role: 'core', from: start, to: null }] }],
    tasks: [
      {
        code: 'T1', docNo: '清委办〔2026〕7号', form: 'assignment_order', source: null, title: '报送党建台账', content: null, weight: 2, module: 'party', lead: null, issuedOn: '2026-01-05', due: '2026-02-10',
        state: 'closed', exempt: false, completedOn: '2026-02-12', reworks: 0, quality: 'good', progress: 100, parties: [{ staff: 'A1', role: 'host', completedOn: null, reworks: null, quality: null }],
      },
    ],
  }
}
