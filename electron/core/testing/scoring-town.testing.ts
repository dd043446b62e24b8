import { eq } from 'drizzle-orm'
import { parsePlanDocument } from '../plans/stored-plan.ts'
import { openSheets } from '../evaluation/sheets/sheets.ts'
import { requirePeriod } from '../plans/periods.ts'
import { plan } from '../../db/schema/index.ts'
import type { App } from '../app/app.ts'
import type { BundleStaff, TownshipBundle } from '../desk/bundle/bundle.ts'
import { emptyDemo } from '../desk/demo/demo.ts'
import { demo2026 } from './demo-bundle.testing.ts'

const start = '2026-01-01'
const quarter = '2026Q2'

/** A township in which one head has 20 people to score: names of the demo, the second quarter in 评分. */
export function scoringTown(): TownshipBundle {
  const empty = emptyDemo()
  const names = demo2026.staff.filter(({ track }) => track === 'staff').map(({ name }) => name).slice(0, 20)
  const person = (code: string, name: string, track: BundleStaff['track']): BundleStaff => ({
    code, name, track, sex: null, idNo: null, birthMonth: null, political: null, identity: 'civil', sendingUnit: null, rankTitle: null, phone: null,
    status: 'active', pool: null, workStart: null, joinedOn: start, remark: null, priorRejections: 0,
  })
  const people = names.map((name, place) => person(`P${String(place + 1).padStart(2, '0')}`, name, 'staff'))
  return {
    ...empty,
    posts: [{ code: 'G1', name: '业务岗', score: '16', coefficient: null, factors: null }],
    staff: [person('S0', '应素芬', 'excluded'), person('L1', '劳晨光', 'leader'), person('L2', '李伟军', 'leader'), person('H1', '叶建飞', 'mid'), ...people],
    assignments: ['L1', 'L2', 'H1', ...people.map(({ code }) => code)].map((staff) => ({ staff, module: 'govern', post: 'G1', from: start, to: null })),
    offices: [
      { module: 'govern', staff: 'H1', office: 'head', from: start, to: null },
      { module: 'govern', staff: 'L1', office: 'lead_a', from: start, to: null },
      { module: 'govern', staff: 'L2', office: 'lead_b', from: start, to: null },
    ],
    periods: empty.periods.map((row) => (row.code === quarter ? { ...row, stage: 'scoring' as const } : row)),
    accounts: [
      { name: '应素芬', staff: 'S0', roles: ['principal'] },
      { name: '劳晨光', staff: 'L1', roles: ['leader'] },
      { name: '李伟军', staff: 'L2', roles: ['leader'] },
      { name: '叶建飞', staff: 'H1', roles: ['clerk', 'head'] },
      { name: '叶小龙', staff: null, roles: ['inspector'] },
    ],
  }
}

/** Heads give M1 and M4 of their people, A岗 gives M4 of the heads; the sheets are made. */
export function openScoring(app: App): void {
  app.mutate({
    actor: 'console',
    action: 'demo.prepare',
    areas: [],
    audit: () => ({ subject: quarter, detail: {} }),
    write(tx) {
      for (const { id, document } of tx.select().from(plan).all()) {
        const table = { head: { ordinary: 'head', heads: 'principal', leaders: 'principal' }, leader: { ordinary: 'head', heads: 'lead_a', leaders: 'principal' } } as const
        tx.update(plan).set({ document: JSON.stringify({ ...parsePlanDocument(JSON.parse(document)), table }) }).where(eq(plan.id, id)).run()
      }
      openSheets(tx, requirePeriod(tx, quarter), app.environment.newId)
    },
  })
}
