import { z } from 'zod'
import { identities, leaveKinds, sexes, staffStatuses, tracks } from '../domain/people/codes.ts'
import { command, day, id, name, note, pageOf, paging, query, rowVersion } from './procedure.ts'
import { faults } from './vocabulary.ts'

const month = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, faults.month)

const personFields = z.object({
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

const personRow = personFields.extend({
  id,
  code: z.string(),
  /** `330***********12`, or null where none is recorded. */
  idNoMasked: z.string().nullable(),
  moduleIds: z.array(id),
  postNames: z.array(z.string()),
  version: rowVersion,
})

const assignmentRow = z.object({ id, moduleId: id, postId: id, from: day, to: day.nullable() })
const leaveRow = z.object({ id, kind: z.enum(leaveKinds), from: day, to: day.nullable() })

export const people = {
  list: query('staff.read')
    .input(paging.extend({ on: day, moduleId: id.optional(), search: z.string().trim().max(50).optional() }))
    .output(pageOf(personRow)),
  get: query('staff.read')
    .input(z.object({ id, on: day }))
    .output(personRow.extend({ assignments: z.array(assignmentRow), leaves: z.array(leaveRow) })),
  add: command('staff.edit', { changes: ['staff'], errors: ['duplicate', 'dates_backwards'] })
    .input(personFields.extend({ idNo: z.string().nullable(), moduleId: id, postId: id, from: day }))
    .output(z.object({ id })),
  edit: command('staff.edit', { changes: ['staff'], notAboutSelf: true })
    .input(personFields.extend({ id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
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
  addLeave: command('staff.edit', { changes: ['staff'], errors: ['dates_backwards'] })
    .input(z.object({ staffId: id, kind: z.enum(leaveKinds), from: day, to: day }))
    .output(z.object({ id })),
  /** 身份证号 in full; the reason is written into the audit log. */
  unmaskIdNo: command('idNo.unmask', { changes: ['audit'], errors: ['reason_required'] })
    .input(z.object({ id, reason: z.string().trim() }))
    .output(z.object({ idNo: z.string().nullable() })),
}
