import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { eventStates } from '../../../shared/domain/villages/codes.ts'
import { id, isDay, isDecimal, isTrue, notBackwards, oneOf, seq, version } from './columns.ts'
import { period } from './evaluation.ts'
import { staff } from './people.ts'

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
    version: version(),
  },
  (t) => [index('village_seq').on(t.seq)],
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
    from: text('from').notNull(),
    to: text('to'),
    version: version(),
  },
  (t) => [
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
  ],
)
