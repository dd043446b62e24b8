import type { WorkerFactory } from '../worker.ts'
import { readLimits } from './limits.ts'
import { fileRefusal, type FileRefusal } from './refusal.ts'
import { parseWorkerEntry, runWorker } from './run-worker.ts'

/** What may be typed into a column of a form. */
export type FormInput =
  | { readonly as: 'text' | 'date' }
  | { readonly as: 'list'; readonly options: readonly string[] }
  | { readonly as: 'number'; readonly isWhole: boolean; readonly least: number; readonly most: number }

export interface FormColumn {
  readonly heading: string
  readonly isRequired: boolean
  readonly hint: string
  /** In characters. */
  readonly width: number
  readonly input: FormInput
}

/** A blank form to be filled and imported: plain data. */
export interface FormPlan {
  readonly title: string
  readonly columns: readonly FormColumn[]
  readonly notes: readonly string[]
}

/** Writes a form in a process of its own; null when it is written, else why not. */
export async function makeForm(plan: FormPlan, out: string, start: WorkerFactory, entry: URL = parseWorkerEntry): Promise<FileRefusal | null> {
  const end = await runWorker({ kind: 'form', path: out, plan, limits: readLimits }, start, entry, readLimits, () => false)
  return end.kind === 'done' ? null : fileRefusal(end.code)
}
