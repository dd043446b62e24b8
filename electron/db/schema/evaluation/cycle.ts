import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { periodStages } from '../../../../shared/domain/plans/cycle.ts'
import { id, isDay, isTrue, notBackwards, oneOf, version } from '../columns.ts'
import { period } from '../plans/plans.ts'
import { moduleTable } from '../township/organisation.ts'
import { staff } from '../people/people.ts'

/** 周期环节: when a stage of a period is planned, who sees to it, and when it was entered. */
export const periodStep = sqliteTable(
  'period_step',
  {
    periodId: text('period_id').notNull().references(() => period.id),
    stage: text('stage', { enum: periodStages }).notNull(),
    plannedFrom: text('planned_from'),
    plannedTo: text('planned_to'),
    ownerId: text('owner_id').references(() => staff.id),
    enteredOn: text('entered_on'),
    enteredBy: text('entered_by'),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.periodId, t.stage] }),
    oneOf('period_step_stage', t.stage, periodStages),
    isDay('period_step_from', t.plannedFrom),
    isDay('period_step_to', t.plannedTo),
    isDay('period_step_entered', t.enteredOn),
    notBackwards('period_step_range', t.plannedFrom, t.plannedTo),
  ],
)

/** 个人小结 of one person in one period. */
export const selfSummary = sqliteTable(
  'self_summary',
  {
    id: id(),
    periodId: text('period_id').notNull().references(() => period.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
    text: text('text').notNull(),
    submittedOn: text('submitted_on'),
    version: version(),
  },
  (t) => [unique('self_summary_once').on(t.periodId, t.staffId), isDay('self_summary_submitted', t.submittedOn)],
)

/** 交接意见: what a head who leaves in the middle of a period says of one of his people, for his successor to read while scoring. */
export const handoverNote = sqliteTable(
  'handover_note',
  {
    id: id(),
    periodId: text('period_id').notNull().references(() => period.id),
    moduleId: text('module_id').notNull().references(() => moduleTable.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
    authorId: text('author_id').notNull().references(() => staff.id),
    note: text('note').notNull(),
    writtenOn: text('written_on').notNull(),
    version: version(),
  },
  (t) => [
    unique('handover_note_once').on(t.periodId, t.moduleId, t.staffId, t.authorId),
    isDay('handover_note_written', t.writtenOn),
    isTrue('handover_note_text', sql`${t.note} <> ''`),
    index('handover_note_period').on(t.periodId),
  ],
)

/** 互评 of a period: open from a day on, whose members vote, until it is closed for good. */
export const peerBallot = sqliteTable(
  'peer_ballot',
  {
    periodId: text('period_id').primaryKey().references(() => period.id),
    openedOn: text('opened_on').notNull(),
    closedOn: text('closed_on'),
    closedBy: text('closed_by'),
    /** Who votes among whom, a list of rooms of staff ids: kept from the first vote on. */
    rooms: text('rooms'),
    /** The moment since when nothing of the voting but the counts is left in the file; the files made before it are still about. */
    sealedAt: text('sealed_at'),
    /** Since when those are gone too. */
    clearedOn: text('cleared_on'),
    version: version(),
  },
  (t) => [
    isDay('peer_ballot_opened', t.openedOn),
    isDay('peer_ballot_closed', t.closedOn),
    isDay('peer_ballot_cleared', t.clearedOn),
    isTrue('peer_ballot_rooms', sql`${t.rooms} IS NULL OR json_valid(${t.rooms})`),
  ],
)

/** 节假日安排 of a year as a file brought it, in place of the one that was shipped. */
export const holidayYear = sqliteTable(
  'holiday_year',
  {
    year: integer('year').primaryKey(),
    document: text('document').notNull(),
    version: version(),
  },
  (t) => [isTrue('holiday_year_year', sql`${t.year} BETWEEN 2000 AND 2099`), isTrue('holiday_year_document', sql`json_valid(${t.document})`)],
)
