import { importKinds, type ImportChoice, type ImportContext, type ImportKind, type ModuleName, type RememberedReading } from '../../../shared/domain/reports/imports/types.ts'
import { gateLimits } from '../gate/limits.ts'
import type { FormPlan } from './form-plan.ts'
import { readLimits, type ReadLimits } from './limits.ts'

/** What an import asks of the reading process. Checked by hand: a schema library would take a third of the process's life to load. */
export type ImportRequest = ReadRequest | CellsRequest | OutlineRequest | RecogniseRequest | ErrorWorkbookRequest | FormRequest

/** What any room asks of it, within limits: the process knows every kind and refuses what is none (`parse-worker.ts`). */
export interface ReadingRequest {
  readonly kind: string
  readonly limits: ReadLimits
}

export interface ReadRequest {
  readonly kind: 'read'
  readonly path: string
  readonly limits: ReadLimits
}

/** Every cell of every sheet with its formula: what a score book is checked by. */
export interface CellsRequest {
  readonly kind: 'cells'
  readonly path: string
  readonly limits: ReadLimits
}

/** The first rows of each visible sheet. */
export interface OutlineRequest {
  readonly kind: 'outline'
  readonly path: string
  readonly limits: ReadLimits
}

/** A blank form, written to `path`. */
export interface FormRequest {
  readonly kind: 'form'
  readonly path: string
  readonly plan: FormPlan
  readonly limits: ReadLimits
}

export interface RecogniseRequest {
  readonly kind: 'recognise'
  readonly what: ImportKind
  readonly path: string
  readonly context: ImportContext
  readonly choice: ImportChoice
  readonly remembered: readonly RememberedReading[]
  readonly limits: ReadLimits
}

export interface ErrorNote {
  readonly row: number
  readonly text: string
}

export interface ErrorWorkbookRequest {
  readonly kind: 'error_workbook'
  readonly path: string
  readonly out: string
  readonly sheet: string
  readonly headerRow: number
  readonly notes: readonly ErrorNote[]
  readonly limits: ReadLimits
}

type Fields = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function sameNumbers(value: unknown, like: object): boolean {
  return isRecord(value) && Object.entries(like).every(([key, number]) => typeof number !== 'number' || typeof value[key] === 'number')
}

function isLimits(value: unknown): value is ReadLimits {
  return sameNumbers(value, readLimits) && isRecord(value) && sameNumbers(value['gate'], gateLimits)
}

function isNote(value: unknown): value is ErrorNote {
  return isRecord(value) && typeof value['row'] === 'number' && typeof value['text'] === 'string'
}

function isModule(value: unknown): value is ModuleName {
  return isRecord(value) && typeof value['code'] === 'string' && typeof value['name'] === 'string' && Array.isArray(value['aliases'])
}

function isShape(value: unknown): boolean {
  const columns = isRecord(value) ? value['columns'] : null
  return Array.isArray(columns) && columns.every((column) => isRecord(column) && ['key', 'title', 'type'].every((part) => typeof column[part] === 'string') && typeof column['required'] === 'boolean')
}

function isRemembered(value: unknown): boolean {
  return isRecord(value) && typeof value['sender'] === 'string' && isRecord(value['headings']) && isRecord(value['words'])
}

function isRecognise(value: Fields): boolean {
  const { what, context, choice, remembered } = value
  if (value['kind'] !== 'recognise' || !importKinds.some((kind) => kind === what)) return false
  if (what === 'registers' && !(isRecord(context) && isShape(context['register']))) return false
  if (!Array.isArray(remembered) || !remembered.every(isRemembered)) return false
  return isRecord(choice) && isRecord(context) && typeof context['today'] === 'string' && Array.isArray(context['modules']) && context['modules'].every(isModule)
}

function isForm(value: Fields): boolean {
  const { plan } = value
  return value['kind'] === 'form' && isRecord(plan) && typeof plan['title'] === 'string' && Array.isArray(plan['columns']) && Array.isArray(plan['notes'])
}

/** A request within limits, of whatever kind. */
export function isReadingRequest(value: unknown): value is ReadingRequest {
  return isRecord(value) && typeof value['kind'] === 'string' && isLimits(value['limits'])
}

/** The asker is the program itself; what is not a request of this kind at all is refused. */
export function isImportRequest(value: object): value is ImportRequest {
  if (!isRecord(value) || typeof value['path'] !== 'string') return false
  if (value['kind'] === 'read' || value['kind'] === 'cells' || value['kind'] === 'outline' || isRecognise(value) || isForm(value)) return true
  const texts = ['out', 'sheet'].every((key) => typeof value[key] === 'string')
  const notes = value['notes']
  return value['kind'] === 'error_workbook' && texts && typeof value['headerRow'] === 'number' && Array.isArray(notes) && notes.every(isNote)
}
