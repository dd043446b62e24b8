import { importKinds, type ImportChoice, type ImportContext, type ImportKind, type ModuleName, type RememberedReading } from '../../../shared/domain/reports/imports/types.ts'
import { gateLimits } from '../gate/limits.ts'
import { isVerifyRequest, type VerifyRequest } from '../exports/verify/requests.ts'
import { isTemplateRequest, type TemplateRequest } from '../templates/requests.ts'
import type { FormPlan } from './form-plan.ts'
import { readLimits, type ReadLimits } from './limits.ts'

/** What the parent asks of the reading process. Checked by hand: a schema library would take a third of the process's life to load. */
export type ParseRequest = ReadRequest | CellsRequest | OutlineRequest | RecogniseRequest | ErrorWorkbookRequest | FormRequest | TemplateRequest | VerifyRequest

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

export function isParseRequest(value: unknown): value is ParseRequest {
  if (!isRecord(value) || !isLimits(value['limits'])) return false
  if (isVerifyRequest(value)) return true
  if (typeof value['path'] !== 'string') return false
  if (value['kind'] === 'read' || value['kind'] === 'cells' || value['kind'] === 'outline' || isRecognise(value) || isForm(value) || isTemplateRequest(value)) return true
  const texts = ['out', 'sheet'].every((key) => typeof value[key] === 'string')
  const notes = value['notes']
  return value['kind'] === 'error_workbook' && texts && typeof value['headerRow'] === 'number' && Array.isArray(notes) && notes.every(isNote)
}
