import { z } from 'zod'
import { ownSections } from '../../domain/township/organisation/own-sections.ts'
import { identities } from '../../domain/people/codes.ts'
import { batchModes, batchOutcome } from '../grid.ts'
import { command, day, decimal, id, name, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

export const moduleOffices = ['head', 'deputy', 'lead_a', 'lead_b'] as const

const moduleRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  alias: z.string().nullable(),
  colour: z.string().nullable(),
  office: z.string().nullable(),
  enabled: z.boolean(),
  /** What it has beside the sections common to all, in the order of its tabs. */
  sections: z.array(z.enum(ownSections)),
  version: rowVersion,
  offices: z.array(z.object({ id, office: z.enum(moduleOffices), staffId: id, staffName: z.string(), from: day, to: day.nullable() })),
})

const postRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  score: z.string().nullable(),
  coefficient: z.string().nullable(),
  workload: z.string().nullable(),
  difficulty: z.string().nullable(),
  risk: z.string().nullable(),
  version: rowVersion,
})

const establishmentRow = z.object({
  moduleId: id,
  moduleName: z.string(),
  identity: z.enum(identities),
  approved: z.int(),
  inPost: z.int(),
  vacant: z.int(),
})

const moduleFields = z.object({ name, sections: z.array(z.enum(ownSections)).max(ownSections.length).default([]), alias: name.nullable(), colour: z.string().regex(/^#[0-9a-fA-F]{6}$/).nullable(), office: name.nullable() })
const factor = z.string().regex(/^([1-4](\.\d)?|5(\.0)?)$/, faults.oneToFive).nullable()
const postFields = z.object({ name, score: decimal.nullable(), coefficient: decimal.nullable(), workload: factor, difficulty: factor, risk: factor })

export const organisation = {
  modules: query('staff.read', ['module', 'staff']).output(z.array(moduleRow)),
  addModule: command('staff.edit', { changes: ['module'], errors: ['duplicate'] }).input(moduleFields).output(z.object({ id })),
  editModule: command('staff.edit', { changes: ['module'], errors: ['duplicate'] })
    .input(moduleFields.extend({ id, enabled: z.boolean(), version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Takes away a module that nothing has ever belonged to; one in use is disabled instead. */
  removeModule: command('staff.edit', { changes: ['module'], errors: ['module_used'] }).input(z.object({ id, version: rowVersion })).output(z.object({})),
  /** The official order of the modules; every one of them is named. */
  reorderModules: command('staff.edit', { changes: ['module'] }).input(z.object({ ids: z.array(id).min(1, faults.empty) })).output(z.object({})),
  /** Begins an office and ends its present holder's the day before. */
  appoint: command('staff.edit', { changes: ['module'], errors: ['dates_backwards'] })
    .input(z.object({ moduleId: id, office: z.enum(moduleOffices), staffId: id, from: day }))
    .output(z.object({ id })),
  posts: query('staff.read', ['module']).output(z.array(postRow)),
  addPost: command('staff.edit', { changes: ['module'], errors: ['duplicate'] }).input(postFields).output(z.object({ id })),
  editPost: command('staff.edit', { changes: ['module'], errors: ['duplicate'] })
    .input(postFields.extend({ id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Many at once; a refusal names its post. */
  editPosts: command('staff.edit', { changes: ['module'], errors: ['duplicate'] })
    .input(z.object({ posts: z.array(postFields.extend({ id, version: rowVersion })).min(1, faults.empty), mode: z.enum(batchModes) }))
    .output(batchOutcome(['name'])),
  establishment: query('staff.read', ['module', 'staff']).input(z.object({ on: day })).output(z.array(establishmentRow)),
  setEstablishment: command('staff.edit', { changes: ['module'] })
    .input(z.object({ moduleId: id, identity: z.enum(identities), approved: z.int(faults.whole).min(0, faults.negative).max(999, faults.tooMuch(999)) }))
    .output(z.object({})),
}
