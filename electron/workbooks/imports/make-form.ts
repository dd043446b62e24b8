import type { WorkerFactory } from '../worker.ts'
import type { FormPlan } from './form-plan.ts'
import { readLimits } from './limits.ts'
import { fileRefusal, type FileRefusal } from './refusal.ts'
import type { FormRequest } from './requests.ts'
import { parseWorkerEntry, runWorker } from './run-worker.ts'

/** Writes a form in a process of its own; null when it is written, else why not. */
export async function makeForm(plan: FormPlan, out: string, start: WorkerFactory, entry: URL = parseWorkerEntry): Promise<FileRefusal | null> {
  const end = await runWorker<FormRequest>({ kind: 'form', path: out, plan, limits: readLimits }, start, entry, readLimits, () => false)
  return end.kind === 'done' ? null : fileRefusal(end.code)
}
