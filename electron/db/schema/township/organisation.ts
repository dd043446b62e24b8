import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { identities } from '../../../../shared/domain/people/codes.ts'
import { staff } from '../people/people.ts'
import { id, isDay, isDecimal, isTrue, notBackwards, oneOf, seq, version } from '../columns.ts'

export const townshipOrigins = ['real', 'demo', 'case'] as const
export const moduleOffices = ['head', 'deputy', 'lead_a', 'lead_b'] as const

/** The one township of the file. `origin` marks a demo or a loaded case; the title bar shows it. */
export const township = sqliteTable(
  'township',
  {
    id: id(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    county: text('county').notNull(),
    reportingUnit: text('reporting_unit').notNull(),
    origin: text('origin', { enum: townshipOrigins }).notNull(),
    setUpAt: text('set_up_at').notNull(),
    version: version(),
  },
  (t) => [oneOf('township_origin', t.origin, townshipOrigins)],
)

/** 模块 */
export const moduleTable = sqliteTable(
  'module',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    name: text('name').notNull(),
    alias: text('alias'),
    colour: text('colour'),
    office: text('office'),
    enabled: integer('enabled', { mode: 'boolean' }).notNull().default(true),
    /** Codes of the sections of its own, separated by commas, in the order of their tabs. */
    sections: text('sections').notNull().default(''),
    version: version(),
  },
  (t) => [isTrue('module_enabled', sql`${t.enabled} IN (0, 1)`), index('module_seq').on(t.seq)],
)

/** 模块长、副模块长、牵头领导A岗/B岗, dated: who held the office at the end of a period scores it. */
export const moduleOffice = sqliteTable(
  'module_office',
  {
    id: id(),
    moduleId: text('module_id').notNull().references(() => moduleTable.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
    office: text('office', { enum: moduleOffices }).notNull(),
    from: text('from').notNull(),
    to: text('to'),
    version: version(),
  },
  (t) => [
    oneOf('module_office_office', t.office, moduleOffices),
    isDay('module_office_from', t.from),
    isDay('module_office_to', t.to),
    notBackwards('module_office_range', t.from, t.to),
    index('module_office_staff').on(t.staffId),
    index('module_office_module').on(t.moduleId),
  ],
)

/** 岗位. A post without a score (待定分) keeps a period from being computed. */
export const post = sqliteTable(
  'post',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    name: text('name').notNull(),
    score: integer('score'),
    scoreExact: text('score_exact'),
    coefficient: text('coefficient'),
    workload: text('workload'),
    difficulty: text('difficulty'),
    risk: text('risk'),
    version: version(),
  },
  (t) => [
    isTrue('post_score', sql`${t.score} IS NULL OR ${t.score} >= 0`),
    isDecimal('post_score_exact', t.scoreExact),
    isDecimal('post_coefficient', t.coefficient),
    isDecimal('post_workload', t.workload),
    isDecimal('post_difficulty', t.difficulty),
    isDecimal('post_risk', t.risk),
  ],
)

/** 编制: approved posts per module and identity. */
export const establishment = sqliteTable(
  'establishment',
  {
    moduleId: text('module_id').notNull().references(() => moduleTable.id),
    identity: text('identity', { enum: identities }).notNull(),
    approved: integer('approved').notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.moduleId, t.identity] }),
    oneOf('establishment_identity', t.identity, identities),
    isTrue('establishment_approved', sql`${t.approved} >= 0`),
  ],
)
