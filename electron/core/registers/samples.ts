import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { registerColumnTypes } from '../../../shared/domain/registers/codes.ts'
import { planDefinition, type WantedColumn } from '../../../shared/domain/registers/change.ts'
import { readProposal, type Proposal } from '../../../shared/domain/registers/proposal.ts'
import { changeFaultText } from '../../../shared/domain/registers/vocabulary.ts'
import { appRoot } from '../../app-root.ts'

const text = z.string().min(1)

const column = z.strictObject({
  title: text,
  type: z.enum(registerColumnTypes),
  unit: text.optional(),
  options: z.array(text).optional(),
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  /** Only in the form, not in the list. */
  formOnly: z.boolean().optional(),
  total: z.boolean().optional(),
})

const sample = z.strictObject({
  code: text,
  name: text,
  description: text,
  /** The code of the module it is made for; null is for all of them (三库). */
  module: text.nullable(),
  order: z.int(),
  columns: z.array(column),
  /** By titles. */
  proposal: z.unknown().optional(),
})

/** A definition that comes with the program. */
export interface RegisterSample {
  readonly code: string
  readonly name: string
  readonly description: string
  readonly module: string | null
  readonly columns: readonly WantedColumn[]
  readonly proposal: Proposal | null
}

/** The definitions of `resources/registers`, in their order. @throws ZodError, Error when one is not as it should be */
export function registerSamples(): readonly RegisterSample[] {
  const folder = path.join(appRoot, 'resources', 'registers')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => sample.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))))
    .sort((a, b) => a.order - b.order)
    .map(({ code, name, description, module, columns, proposal }) => checked({ code, name, description, module, columns: columns.map(wanted), proposal: proposal === undefined ? null : readProposal(proposal) }))
}

function wanted({ title, type, unit, options, required, unique, formOnly, total }: z.infer<typeof column>): WantedColumn {
  return { id: null, title, type, unit: unit ?? null, options: options ?? [], required: required ?? false, isUnique: unique ?? false, inList: !(formOnly ?? false), total: total ?? false }
}

function checked(made: RegisterSample): RegisterSample {
  const nobody = { peopleNamed: () => [], villagesNamed: () => [], person: () => undefined, village: () => undefined }
  const planned = planDefinition({ columns: [], wanted: made.columns, proposal: made.proposal, rows: [] }, nobody, nobody)
  const [fault] = planned.kind === 'bad' ? planned.faults : []
  if (fault !== undefined) throw new Error(`${made.code}: ${changeFaultText(fault)}`)
  return made
}
