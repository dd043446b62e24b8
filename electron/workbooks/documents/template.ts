import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { appRoot } from '../../app-root.ts'

/**
 * A Word document as a township writes it, as data in `resources/documents`: paragraphs with `{tokens}`, and lists and tables that
 * stand once and are filled for each row of the list they name. A paragraph whose tokens are all empty is left out. `{ordinal}` in a
 * heading counts those that are there: 一, 二, 三.
 */
const align = z.enum(['left', 'centre', 'right'])

/** `within`: left out where that list has no row; `unless`: where it has some; `needs`: where that token is empty; `lacks`: where it is not. */
const conditions = { within: z.string().optional(), unless: z.string().optional(), needs: z.string().optional(), lacks: z.string().optional() }

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text: z.string(), indented: z.boolean().default(true), align: align.default('left'), ...conditions }),
  z.strictObject({ kind: z.literal('heading'), text: z.string(), ...conditions }),
  z.strictObject({ kind: z.literal('list'), of: z.string(), text: z.string() }),
  /** `whereSaid`: the column is left out where no row has anything in it. */
  z.strictObject({ kind: z.literal('table'), of: z.string(), columns: z.array(z.strictObject({ heading: z.string(), field: z.string(), share: z.number().positive(), align: align.default('centre'), whereSaid: z.boolean().default(false) })).min(1) }),
  /** Unit and date at the right, below what is said. */
  z.strictObject({ kind: z.literal('signature'), unit: z.string(), date: z.string() }),
])

const templateSchema = z.strictObject({
  format: z.literal('township-document/1'),
  fileName: z.string().regex(/\.docx$/),
  title: z.string().min(1),
  blocks: z.array(block).min(1),
})

export type DocumentBlock = z.infer<typeof block>
export type DocumentTemplate = z.infer<typeof templateSchema>

export const documentNames = ['publicity', 'notice', 'excellent', 'commendation', 'minutes', 'supervision', 'weekly'] as const
export type DocumentName = (typeof documentNames)[number]

/** @throws ZodError where the file is none */
export function parseTemplate(text: string): DocumentTemplate {
  return templateSchema.parse(JSON.parse(text))
}

export async function readTemplate(name: DocumentName): Promise<DocumentTemplate> {
  return parseTemplate(await readFile(path.join(appRoot, 'resources', 'documents', `${name}.json`), 'utf8'))
}
