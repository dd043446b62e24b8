import { asc } from 'drizzle-orm'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ImportInput } from '../../../../shared/contract/reports/transfer.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { staffKind, taskKind, type ColumnSpec } from '../../../../shared/domain/reports/imports/columns.ts'
import { isListKind } from '../../../../shared/domain/reports/imports/lists/codes.ts'
import type { ListColumn } from '../../../../shared/domain/reports/imports/lists/list-spec.ts'
import { listSpecs } from '../../../../shared/domain/reports/imports/lists/specs.ts'
import type { ImportContext } from '../../../../shared/domain/reports/imports/types.ts'
import { importKindNames } from '../../../../shared/domain/reports/imports/vocabulary.ts'
import { identityLabels, sexLabels } from '../../../../shared/domain/people/vocabulary.ts'
import type { RegisterColumn } from '../../../../shared/domain/registers/column.ts'
import { post, village } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { type FormColumn, type FormInput, type FormPlan } from '../../../workbooks/imports/form-plan.ts'
import { makeForm } from '../../../workbooks/imports/make-form.ts'
import type { App } from '../../app/app.ts'
import type { Guarded } from '../../app/guard.ts'
import { wordsOf } from './import-fields.ts'
import { registerToImport } from './import-register.ts'
import { definitionOf, sceneOf } from './imports.ts'
import { importContext } from './staff-directory.ts'
import { formHints, formWords } from './vocabulary.ts'

type OfKind = Pick<ImportInput, 'kind' | 'registerId'>

/** A blank form of a kind, as a workbook that comes back recognised. */
export async function importForm(app: App, guard: Guarded, input: OfKind): Promise<{ readonly file: File }> {
  const plan = formOf(app, guard, input)
  const folder = mkdtempSync(path.join(app.environment.temporary, 'form-'))
  try {
    const out = path.join(folder, 'form.xlsx')
    const refusal = await makeForm(plan, out, app.environment.workers)
    if (refusal !== null) throw new Refusal('file_refused', { reason: refusal.message, why: refusal.code })
    return { file: new File([new Uint8Array(await readFile(out))], formWords.fileName(plan.title)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function formOf(app: App, guard: Guarded, input: OfKind): FormPlan {
  const { read } = guard
  const scene = sceneOf({ app, guard, input: { ...input, picks: [], asOf: guard.now.slice(0, 10) } }, read)
  const definition = definitionOf(input)
  definition.admit(scene)
  const context = { ...importContext(read, scene.today), ...definition.context(scene) }
  if (input.kind === 'registers') {
    const { row, columns } = registerToImport(guard, input.registerId)
    return { title: row.name, columns: registerColumns(read, columns), notes: formWords.notes }
  }
  return { title: importKindNames[input.kind], columns: columnsOf(read, input.kind, context), notes: formWords.notes }
}

function columnsOf(read: Read, kind: Exclude<ImportInput['kind'], 'registers'>, context: ImportContext): readonly FormColumn[] {
  if (isListKind(kind)) {
    const columns: readonly ListColumn[] = listSpecs[kind].columns
    return columns.map((column) => ({ heading: column.label, isRequired: column.required ?? false, hint: column.hint ?? hintOf(column), width: widthOf(column), input: inputOf(read, column, context) }))
  }
  return kind === 'staff' ? staffColumns(read, context) : taskColumns(context)
}

/** The columns of a register; files are put to its rows on screen. */
function registerColumns(read: Read, columns: readonly RegisterColumn[]): readonly FormColumn[] {
  return columns.filter(({ type }) => type !== 'attachment').map((column) => ({ heading: column.title, isRequired: column.required, hint: registerHint(column), width: column.type === 'long_text' ? 40 : Math.max(12, column.title.length * 2 + 4), input: registerInput(read, column) }))
}

function registerInput(read: Read, { type, options }: RegisterColumn): FormInput {
  switch (type) {
    case 'date':
      return { as: 'date' }
    case 'choice':
      return { as: 'list', options }
    case 'village':
      return { as: 'list', options: villageNames(read) }
    default:
      return { as: 'text' }
  }
}

function registerHint({ type, unit, isUnique }: RegisterColumn): string {
  const unitHint = unit === null || unit === '' ? [] : [formHints.unit(unit)]
  return [...(type in formHints.register ? [formHints.register[type] ?? ''] : []), ...unitHint, ...(isUnique ? [formHints.unique] : [])].join('；')
}

function villageNames(read: Read): readonly string[] {
  return read.select({ name: village.name }).from(village).orderBy(asc(village.seq)).all().map(({ name }) => name)
}

function postNames(read: Read): readonly string[] {
  return read.select({ name: post.name }).from(post).orderBy(asc(post.seq)).all().map(({ name }) => name)
}

function plain(spec: ColumnSpec, isRequired: boolean, hint: string, input: FormInput): FormColumn {
  return { heading: spec.label, isRequired, hint, width: Math.max(12, spec.label.length * 2 + 4), input }
}

function staffColumns(read: Read, { modules }: ImportContext): readonly FormColumn[] {
  const lists: Readonly<Record<string, readonly string[]>> = { sex: Object.values(sexLabels), identity: Object.values(identityLabels), module: modules.map(({ name }) => name), political: formWords.political, post: postNames(read) }
  return staffKind.columns.filter(({ key }) => key !== 'grade').map((spec) => {
    const options = lists[spec.key]
    return plain(spec, spec.key === 'name' || spec.key === 'identity', formHints.staff[spec.key] ?? '', options === undefined ? { as: 'text' } : { as: 'list', options })
  })
}

function taskColumns({ modules }: ImportContext): readonly FormColumn[] {
  const inputs: Readonly<Record<string, FormInput>> = { module: { as: 'list', options: modules.map(({ name }) => name) }, weight: { as: 'list', options: ['1', '2', '3'] }, issuedOn: { as: 'date' }, due: { as: 'date' } }
  return taskKind.columns.map((spec) => plain(spec, ['title', 'module', 'hosts', 'due'].includes(spec.key), formHints.tasks[spec.key] ?? '', inputs[spec.key] ?? { as: 'text' }))
}

function inputOf(read: Read, column: ListColumn, context: ImportContext): FormInput {
  const { reading } = column
  switch (reading.as) {
    case 'day':
      return { as: 'date' }
    case 'decimal':
    case 'whole':
      return { as: 'number', isWhole: reading.as === 'whole', least: reading.least, most: reading.most }
    case 'choice':
    case 'word':
      return { as: 'list', options: wordsOf(column, context).map(({ name }) => name) }
    case 'module':
      return { as: 'list', options: context.modules.map(({ name }) => name) }
    case 'text':
      return column.key === 'village' ? { as: 'list', options: villageNames(read) } : column.key === 'post' ? { as: 'list', options: postNames(read) } : { as: 'text' }
    case 'code':
    case 'person':
    case 'idNo':
    case 'quarter':
    case 'rank':
      return { as: 'text' }
  }
}

function hintOf({ reading }: ListColumn): string {
  return reading.as === 'day' ? formHints.day : reading.as === 'choice' || reading.as === 'word' || reading.as === 'module' ? formHints.choice : ''
}

function widthOf({ label, key }: ListColumn): number {
  if (key === 'idNo') return 22
  return key === 'matter' || key === 'note' || key === 'remark' ? 30 : Math.max(12, label.length * 2 + 4)
}
