import { and, asc, eq } from 'drizzle-orm'
import { account, assignment, moduleOffice, moduleTable, staff, village } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { coversDay } from '../../app/standing.ts'
import { diceOf } from './dice.ts'
import type { DemoPlace, GovernanceScene } from './governance-scene.ts'
import { writeGrids } from './grids.ts'
import { writeGroupWork } from './group-work.ts'
import { writeIssues } from './issues.ts'
import { readDemoTables, readGovernanceTable, type VillagesTable } from './tables.ts'
import { stockDay } from './task-course.ts'

const seed = 2026

/** 民情, 网格, 专班例会 and 抽调 of the demo, as they stand on the stock day; each subject has dice of its own. */
export function writeGovernance(tx: Write, newId: () => string): void {
  const tables = readDemoTables()
  const scene = { tx, newId, table: readGovernanceTable(), names: tables.names, villages: placesOf(tx, tables.villages), ...peopleOf(tx) }
  writeIssues({ ...scene, dice: diceOf(seed, 'public-issues') }, diceOf(seed, 'earlier-issues'))
  writeGrids({ ...scene, dice: diceOf(seed, 'grids') })
  writeGroupWork({ ...scene, dice: diceOf(seed, 'group-work') })
}

function placesOf(tx: Write, { villages }: VillagesTable): readonly DemoPlace[] {
  const surnames = new Map(villages.map((row) => [row.name, row.surnames]))
  return tx.select({ id: village.id, name: village.name }).from(village).orderBy(asc(village.seq)).all().map((row) => ({ ...row, surnames: surnames.get(row.name) ?? [] }))
}

function peopleOf(tx: Write): Pick<GovernanceScene, 'workers' | 'withAccount' | 'modules' | 'heads'> {
  const held = tx.select({ staffId: assignment.staffId, code: moduleTable.code }).from(assignment).innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId)).where(coversDay(assignment.from, assignment.to, stockDay)).all()
  const workers = tx
    .select({ id: staff.id, name: staff.name, track: staff.track })
    .from(staff)
    .orderBy(asc(staff.seq))
    .all()
    .map((row) => ({ ...row, modules: held.filter(({ staffId }) => staffId === row.id).map(({ code }) => code) }))
    .filter(({ modules }) => modules.length > 0)
  const heads = tx.select({ staffId: moduleOffice.staffId, code: moduleTable.code }).from(moduleOffice).innerJoin(moduleTable, eq(moduleTable.id, moduleOffice.moduleId)).where(and(eq(moduleOffice.office, 'head'), coversDay(moduleOffice.from, moduleOffice.to, stockDay))).all()
  return {
    workers,
    withAccount: new Set(tx.select({ name: account.name }).from(account).all().map(({ name }) => name)),
    modules: new Map(tx.select({ id: moduleTable.id, code: moduleTable.code }).from(moduleTable).all().map(({ id, code }) => [code, id])),
    heads: new Map(heads.flatMap(({ staffId, code }) => workers.filter(({ id }) => id === staffId).map((worker) => [code, worker] as const))),
  }
}
