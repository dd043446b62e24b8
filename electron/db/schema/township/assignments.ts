import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, isDay, notBackwards, seq, version } from '../columns.ts'
import { moduleTable, post } from './organisation.ts'
import { staff } from '../people/people.ts'

/** 任职, dated; a change ends one row and begins another, so history is never overwritten. */
export const assignment = sqliteTable(
  'assignment',
  {
    id: id(),
    seq: seq(),
    staffId: text('staff_id').notNull().references(() => staff.id),
    moduleId: text('module_id').notNull().references(() => moduleTable.id),
    postId: text('post_id').notNull().references(() => post.id),
    from: text('from').notNull(),
    to: text('to'),
    version: version(),
  },
  (t) => [
    isDay('assignment_from', t.from),
    isDay('assignment_to', t.to),
    notBackwards('assignment_range', t.from, t.to),
    index('assignment_staff').on(t.staffId),
    index('assignment_module').on(t.moduleId),
  ],
)
