import { z } from 'zod'
import { identities, leaveKinds, sexes, staffStatuses, tracks } from '../../domain/people/codes.ts'
import { personFields } from '../../domain/people/fields.ts'
import { batchOutcome, cellEdits, choiceFilter, dayFilter, flagFilter, monthFilter, sortBy, textFilter } from '../grid.ts'
import { command, day, id, name, note, pageOf, paging, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const month = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, faults.month)

const personInput = z.object({
  name,
  sex: z.enum(sexes).nullable(),
  birthMonth: month.nullable(),
  political: name.nullable(),
  identity: z.enum(identities),
  sendingUnit: name.nullable(),
  rankTitle: name.nullable(),
  phone: z.string().regex(/^[\d+-]{5,20}$/, faults.phone).nullable(),
  track: z.enum(tracks),
  status: z.enum(staffStatuses),
  pool: z.string().nullable(),
  workStart: month.nullable(),
  remark: note.nullable(),
})

export const personRow = personInput.extend({
  id,
  code: z.string(),
  /** `330***********12`, or null where none is recorded. */
  idNoMasked: z.string().nullable(),
  /** The modules worked in on the day asked for, in the order of the assignments; the first is the primary one. */
  modules: z.array(z.object({ id, code: z.string(), name: z.string() })),
  moduleIds: z.array(id),
  postNames: z.array(z.string()),
  primaryPost: z.string().nullable(),
  /** The leave that covers the day asked for. */
  leaveKind: z.enum(leaveKinds).nullable(),
  leaveTo: day.nullable(),
  joinedOn: day.nullable(),
  leftOn: day.nullable(),
  /** The columns that the caller may type over; none of his own. */
  editable: z.array(z.enum(personFields)),
  version: rowVersion,
})

const assignmentRow = z.object({ id, moduleId: id, moduleName: z.string(), postId: id, postName: z.string(), from: day, to: day.nullable(), version: rowVersion })
const leaveRow = z.object({ id, kind: z.enum(leaveKinds), from: day, to: day.nullable(), version: rowVersion })

/** `stroke` is 姓氏笔画, `name` the alphabet of pinyin. */
export const personSortFields = [
  'stroke', 'name', 'code', 'sex', 'birthMonth', 'political', 'identity', 'sendingUnit', 'rankTitle', 'track', 'status', 'pool', 'workStart', 'joinedOn',
] as const

export const personFilter = z.discriminatedUnion('kind', [
  textFilter(['name', 'code', 'political', 'sendingUnit', 'rankTitle', 'phone', 'pool', 'remark', 'post']),
  dayFilter(['joinedOn', 'leftOn']),
  monthFilter(['birthMonth', 'workStart']),
  flagFilter(['onLeave', 'present', 'left', 'unassigned']),
  z.discriminatedUnion('field', [
    choiceFilter('sex', z.enum(sexes).nullable()),
    choiceFilter('identity', z.enum(identities)),
    choiceFilter('track', z.enum(tracks)),
    choiceFilter('status', z.enum(staffStatuses)),
    choiceFilter('module', id),
    choiceFilter('leave', z.enum(leaveKinds)),
  ]),
])

export const people = {
  /**
   * The people in the caller's view, in official order without `sort`. `search`: a name, code or phone number in part; letters
   * also as pinyin or initials of the name. Flags: `onLeave` that day · `left` by then, `present` not · `unassigned` in no module.
   */
  list: query('staff.read', ['staff', 'module'])
    .input(paging.extend({ on: day, moduleId: id.optional(), search: z.string().trim().max(50).optional(), sort: sortBy(personSortFields), filters: z.array(personFilter).max(30).default([]) }))
    .output(pageOf(personRow)),
  /** Who there is in the township today, by name, module and post alone, whatever the caller's view: to be chosen from, as in a telephone book. */
  directory: query('staff.read', ['staff', 'module'])
    .input(z.object({ on: day }))
    .output(z.array(z.object({ id, code: z.string(), name: z.string(), moduleIds: z.array(id), modules: z.array(z.string()), post: z.string().nullable() }))),
  get: query('staff.read', ['staff', 'module'])
    .input(z.object({ id, on: day }))
    .output(personRow.extend({ assignments: z.array(assignmentRow), leaves: z.array(leaveRow) })),
  add: command('staff.edit', { changes: ['staff'], errors: ['duplicate', 'dates_backwards'] })
    .input(personInput.extend({ idNo: z.string().nullable(), moduleId: id, postId: id, from: day }))
    .output(z.object({ id })),
  edit: command('staff.edit', { changes: ['staff'], notAboutSelf: true })
    .input(personInput.extend({ id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Cells as typed: choices by name or code, months as written. */
  editCells: command('staff.edit', { changes: ['staff'], notAboutSelf: true }).input(cellEdits(personFields)).output(batchOutcome(personFields)),
  setIdNo: command('idNo.unmask', { changes: ['staff'], errors: ['duplicate'] })
    .input(z.object({ id, idNo: z.string() }))
    .output(z.object({})),
  /** Begins an assignment; `endOthers` ends every present one the day before (a transfer). */
  assign: command('staff.edit', { changes: ['staff'], errors: ['dates_backwards'], notAboutSelf: true })
    .input(z.object({ staffId: id, moduleId: id, postId: id, from: day, endOthers: z.boolean() }))
    .output(z.object({ id })),
  endAssignment: command('staff.edit', { changes: ['staff'], errors: ['dates_backwards'], notAboutSelf: true })
    .input(z.object({ id, to: day, version: rowVersion }))
    .output(z.object({})),
  addLeave: command('staff.edit', { changes: ['staff'], errors: ['dates_backwards', 'leave_overlaps'] })
    .input(z.object({ staffId: id, kind: z.enum(leaveKinds), from: day, to: day }))
    .output(z.object({ id })),
  /** Sets the last day of a leave: back earlier, or longer away. */
  endLeave: command('staff.edit', { changes: ['staff'], errors: ['dates_backwards', 'leave_overlaps'] })
    .input(z.object({ id, to: day, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Takes out a leave that was entered by mistake; the audit log keeps it. */
  removeLeave: command('staff.edit', { changes: ['staff'] }).input(z.object({ id, version: rowVersion })).output(z.object({})),
  /** 身份证号 in full; the reason is written into the audit log. */
  unmaskIdNo: command('idNo.unmask', { changes: ['audit'], errors: ['reason_required'] })
    .input(z.object({ id, reason: z.string().trim() }))
    .output(z.object({ idNo: z.string().nullable() })),
}
