import { templateOutline } from '../../../shared/contract/reports/template-outline.ts'
import { glance } from '../imports/glance.ts'
import { readLimits, type ReadLimits } from '../imports/limits.ts'
import { fileRefusal, type FileRefusal } from '../imports/refusal.ts'
import { parseWorkerEntry, runWorker } from '../imports/run-worker.ts'
import type { WorkerFactory } from '../worker.ts'
import type { TemplateOutline } from './outline.ts'
import type { TemplateRequest } from './requests.ts'

export type InspectOutcome = { readonly kind: 'outline'; readonly outline: TemplateOutline } | { readonly kind: 'refused'; readonly refusal: FileRefusal }

export type Inspection = Omit<TemplateRequest, 'kind' | 'limits'>

/** Everything the reading process says of a stranger's file is checked like anything from outside. */
function outlineIn(message: unknown): TemplateOutline | null {
  if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== 'template' || !('outline' in message)) return null
  return templateOutline.safeParse(message.outline).data ?? null
}

/**
 * What a template holds, read in a process of its own behind the gate. Never rejects for a bad file: the outcome is the outline, or one refusal.
 */
export async function inspectTemplate(inspection: Inspection, start: WorkerFactory, limits: ReadLimits = readLimits, entry: URL = parseWorkerEntry): Promise<InspectOutcome> {
  const refusal = await glance(inspection.path, limits, 'template')
  if (refusal !== null) return { kind: 'refused', refusal }
  let outline: TemplateOutline | null = null
  const end = await runWorker<TemplateRequest>({ kind: 'template', limits, ...inspection }, start, entry, limits, (message) => {
    outline = outlineIn(message)
    return outline !== null
  })
  if (end.kind === 'refused') return { kind: 'refused', refusal: fileRefusal(end.code, 'template') }
  return outline === null ? { kind: 'refused', refusal: fileRefusal('unreadable', 'template') } : { kind: 'outline', outline }
}
