import { sql } from 'drizzle-orm'
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { groupMeetingKinds, secondmentDirections } from '../../../../shared/domain/tasks/groups/codes.ts'
import { id, isDay, isTrue, notBackwards, oneOf, seq, version } from '../columns.ts'
import { period } from '../plans/plans.ts'
import { staff } from '../people/people.ts'

/** 专项工作组 */
export const specialGroup = sqliteTable(
  'special_group',
  {
    id: id(),
    code: text('code').notNull().unique(),
    seq: seq(),
    name: text('name').notNull(),
    approvalNo: text('approval_no'),
    goal: text('goal'),
    /** 牵头领导 */
    leadStaffId: text('lead_staff_id').references(() => staff.id),
    /** The group's own syllables, for search by pinyin and initials. */
    searchKey: text('search_key').notNull().default(''),
    from: text('from'),
    to: text('to'),
    dissolvedOn: text('dissolved_on'),
    /** What it leaves behind: 成效 and 移交, written at its dissolution. */
    conclusion: text('conclusion'),
    version: version(),
  },
  (t) => [isDay('special_group_dissolved_on', t.dissolvedOn), isDay('special_group_from', t.from), isDay('special_group_to', t.to), notBackwards('special_group_range', t.from, t.to)],
)

/** 专项组评级 of one period. */
export const groupGrade = sqliteTable(
  'group_grade',
  {
    id: id(),
    groupId: text('group_id').notNull().references(() => specialGroup.id),
    periodId: text('period_id').notNull().references(() => period.id),
    grade: text('grade').notNull(),
    version: version(),
  },
  (t) => [isTrue('group_grade_grade', sql`${t.grade} <> ''`), index('group_grade_period').on(t.periodId)],
)

export const groupMember = sqliteTable(
  'group_member',
  {
    id: id(),
    seq: seq(),
    groupId: text('group_id').notNull().references(() => specialGroup.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
    role: text('role').notNull(),
    from: text('from').notNull(),
    to: text('to'),
    version: version(),
  },
  (t) => [
    isTrue('group_member_role', sql`${t.role} <> ''`),
    isDay('group_member_from', t.from),
    isDay('group_member_to', t.to),
    notBackwards('group_member_range', t.from, t.to),
    index('group_member_staff').on(t.staffId),
  ],
)

/** 专班例会: the record of one meeting. */
export const groupMeeting = sqliteTable(
  'group_meeting',
  {
    id: id(),
    seq: seq(),
    groupId: text('group_id').notNull().references(() => specialGroup.id),
    kind: text('kind', { enum: groupMeetingKinds }).notNull(),
    heldOn: text('held_on').notNull(),
    place: text('place'),
    attendees: text('attendees').notNull(),
    record: text('record').notNull(),
    decisions: text('decisions'),
    /** Why it was held on a Tuesday; null on any other day. */
    exceptionReason: text('exception_reason'),
    /** The 党政正职 who allowed it; null on any other day. */
    exceptionBy: text('exception_by').references(() => staff.id),
    recordedBy: text('recorded_by').notNull(),
    version: version(),
  },
  (t) => [
    oneOf('group_meeting_kind', t.kind, groupMeetingKinds),
    isDay('group_meeting_held_on', t.heldOn),
    isTrue('group_meeting_record', sql`${t.record} <> ''`),
    isTrue('group_meeting_exception', sql`(strftime('%w', ${t.heldOn}) <> '2') OR (${t.exceptionReason} IS NOT NULL AND ${t.exceptionBy} IS NOT NULL)`),
    index('group_meeting_group').on(t.groupId, t.heldOn),
  ],
)

/** 抽调 in and out, dated. */
export const secondment = sqliteTable(
  'secondment',
  {
    id: id(),
    seq: seq(),
    staffId: text('staff_id').notNull().references(() => staff.id),
    direction: text('direction', { enum: secondmentDirections }).notNull(),
    unit: text('unit').notNull(),
    groupId: text('group_id').references(() => specialGroup.id),
    docNo: text('doc_no'),
    from: text('from').notNull(),
    to: text('to'),
    reason: text('reason'),
    version: version(),
  },
  (t) => [
    oneOf('secondment_direction', t.direction, secondmentDirections),
    isTrue('secondment_unit', sql`${t.unit} <> ''`),
    isDay('secondment_from', t.from),
    isDay('secondment_to', t.to),
    notBackwards('secondment_range', t.from, t.to),
    index('secondment_staff').on(t.staffId),
    index('secondment_group').on(t.groupId),
  ],
)
