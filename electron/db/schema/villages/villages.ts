import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { eventStates, gridRoles, teamRoles, tuesdayThemes, villageKinds } from '../../../../shared/domain/villages/villages/codes.ts'
import { id, isDay, isDecimal, isTrue, notBackwards, oneOf, seq, version } from '../columns.ts'
import { period } from '../plans/plans.ts'
import { staff } from '../people/people.ts'

/** 村社, each served by one 组团 whose leader (团长) is a 班子成员. */
export const village = sqliteTable(
  'village',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    name: text('name').notNull(),
    /** The name's syllables, for search by pinyin and initials. */
    searchKey: text('search_key').notNull().default(''),
    teamLeaderId: text('team_leader_id').references(() => staff.id),
    kind: text('kind', { enum: villageKinds }).notNull().default('village'),
    households: integer('households'),
    remark: text('remark'),
    version: version(),
  },
  (t) => [oneOf('village_kind', t.kind, villageKinds), isTrue('village_households', sql`${t.households} IS NULL OR ${t.households} >= 0`), index('village_seq').on(t.seq)],
)

/** 村社季度名次; numbers may have gaps, null is unranked. */
export const villageRank = sqliteTable(
  'village_rank',
  {
    villageId: text('village_id').notNull().references(() => village.id),
    periodId: text('period_id').notNull().references(() => period.id),
    rank: integer('rank'),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.villageId, t.periodId] }), isTrue('village_rank_rank', sql`${t.rank} IS NULL OR ${t.rank} >= 0`)],
)

/** 组团成员, dated. */
export const teamMember = sqliteTable(
  'team_member',
  {
    id: id(),
    seq: seq(),
    villageId: text('village_id').notNull().references(() => village.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
    role: text('role', { enum: teamRoles }).notNull().default('cadre'),
    from: text('from').notNull(),
    to: text('to'),
    version: version(),
  },
  (t) => [
    oneOf('team_member_role', t.role, teamRoles),
    isDay('team_member_from', t.from),
    isDay('team_member_to', t.to),
    notBackwards('team_member_range', t.from, t.to),
    index('team_member_staff').on(t.staffId),
    index('team_member_village').on(t.villageId),
  ],
)

/** 服务记录; counts only when verified. `kind` is named by the plan. */
export const serviceEvent = sqliteTable(
  'service_event',
  {
    id: id(),
    seq: seq(),
    staffId: text('staff_id').notNull().references(() => staff.id),
    villageId: text('village_id').notNull().references(() => village.id),
    date: text('date').notNull(),
    kind: text('kind').notNull(),
    household: text('household'),
    quantity: text('quantity').notNull(),
    note: text('note'),
    state: text('state', { enum: eventStates }).notNull(),
    verifiedBy: text('verified_by').references(() => staff.id),
    /** Why it was sent back, or why its verification was taken back. */
    rejectReason: text('reject_reason'),
    /** Records made by one entry (a visit to twelve households) share it; null stands alone. */
    entryId: text('entry_id'),
    /** What it was proposed by, where nobody typed it: `tuesday:<id>`, `issue:<id>`, `register:<id>`. */
    origin: text('origin'),
    /** Who entered it, checked in for it or proposed it; never its verifier. Null where nobody did, or it is not known. */
    enteredBy: text('entered_by').references(() => staff.id),
    version: version(),
  },
  (t) => [
    isTrue('service_event_kind', sql`${t.kind} <> ''`),
    oneOf('service_event_state', t.state, eventStates),
    isDay('service_event_date', t.date),
    isDecimal('service_event_quantity', t.quantity),
    index('service_event_date_staff').on(t.date, t.staffId),
    index('service_event_village').on(t.villageId),
    index('service_event_seq').on(t.seq),
    index('service_event_state').on(t.state),
    index('service_event_entry').on(t.entryId),
    index('service_event_origin').on(t.origin),
  ],
)

/** 周二无会日: who goes to which village on a Tuesday, for which of the 六个日, and whether he was there. */
export const tuesdayPlan = sqliteTable(
  'tuesday_plan',
  {
    id: id(),
    seq: seq(),
    date: text('date').notNull(),
    staffId: text('staff_id').notNull().references(() => staff.id),
    villageId: text('village_id').notNull().references(() => village.id),
    theme: text('theme', { enum: tuesdayThemes }).notNull(),
    content: text('content'),
    checkedInAt: text('checked_in_at'),
    result: text('result'),
    version: version(),
  },
  (t) => [
    unique('tuesday_plan_once').on(t.date, t.staffId, t.villageId),
    oneOf('tuesday_plan_theme', t.theme, tuesdayThemes),
    isDay('tuesday_plan_date', t.date),
    isTrue('tuesday_plan_tuesday', sql`strftime('%w', ${t.date}) = '2'`),
    index('tuesday_plan_date_staff').on(t.date, t.staffId),
    index('tuesday_plan_staff').on(t.staffId),
    index('tuesday_plan_village').on(t.villageId),
  ],
)

/** 网格 */
export const grid = sqliteTable(
  'grid',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    villageId: text('village_id').notNull().references(() => village.id),
    name: text('name').notNull(),
    searchKey: text('search_key').notNull().default(''),
    households: integer('households'),
    remark: text('remark'),
    /** 停用: from this day on it is no more; null while it is in use. */
    stoppedOn: text('stopped_on'),
    version: version(),
  },
  (t) => [unique('grid_name').on(t.villageId, t.name), isTrue('grid_households', sql`${t.households} IS NULL OR ${t.households} >= 0`), isDay('grid_stopped_on', t.stoppedOn), index('grid_seq').on(t.seq)],
)

/** 一长三员 of a grid, dated; `staffId` where he is on the roster. */
export const gridPerson = sqliteTable(
  'grid_person',
  {
    id: id(),
    seq: seq(),
    gridId: text('grid_id').notNull().references(() => grid.id),
    role: text('role', { enum: gridRoles }).notNull(),
    name: text('name').notNull(),
    staffId: text('staff_id').references(() => staff.id),
    phone: text('phone'),
    from: text('from').notNull(),
    to: text('to'),
    version: version(),
  },
  (t) => [
    oneOf('grid_person_role', t.role, gridRoles),
    isTrue('grid_person_name', sql`${t.name} <> ''`),
    isDay('grid_person_from', t.from),
    isDay('grid_person_to', t.to),
    notBackwards('grid_person_range', t.from, t.to),
    index('grid_person_grid').on(t.gridId),
    index('grid_person_staff').on(t.staffId),
  ],
)

/** 网格月度考核 50 + 30 + 20 (+10), in hundredths; a part not entered yet is null. */
export const gridScore = sqliteTable(
  'grid_score',
  {
    id: id(),
    gridId: text('grid_id').notNull().references(() => grid.id),
    /** `2026-03` */
    month: text('month').notNull(),
    routine: integer('routine'),
    handling: integer('handling'),
    opinion: integer('opinion'),
    bonus: integer('bonus').notNull().default(0),
    note: text('note'),
    version: version(),
  },
  (t) => [
    unique('grid_score_once').on(t.gridId, t.month),
    isTrue('grid_score_month', sql`${t.month} GLOB '[12][0-9][0-9][0-9]-[01][0-9]'`),
    isTrue('grid_score_routine', sql`${t.routine} BETWEEN 0 AND 5000`),
    isTrue('grid_score_handling', sql`${t.handling} BETWEEN 0 AND 3000`),
    isTrue('grid_score_opinion', sql`${t.opinion} BETWEEN 0 AND 2000`),
    isTrue('grid_score_bonus', sql`${t.bonus} BETWEEN 0 AND 1000`),
  ],
)
