import type { BinaryFile } from '../../../shared/contract/binary.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import type { App } from '../app/app.ts'
import type { Guarded } from '../app/guard.ts'

export interface ExportInput {
  readonly workbook: 'evaluation' | 'performance' | 'tasks' | 'roster'
  readonly period: string
  readonly copy: 'working' | 'official'
}

export async function runExport(_app: App, _guard: Guarded, _input: ExportInput): Promise<{ file: File }> {
  throw new Refusal('export_failed', { reason: 'TEMPORARY' })
}

export async function verifyExport(_app: App, _guard: Guarded, _file: BinaryFile): Promise<{ state: 'unknown'; cells: []; fileName: null; exportedAt: null }> {
  throw new Refusal('export_failed', { reason: 'TEMPORARY' })
}
