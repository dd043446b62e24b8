import { z } from 'zod'
import { id } from '../procedure.ts'

/** 取数 → 排版 → 写入 → 登记 */
export const exportStages = ['gathering', 'arranging', 'writing', 'recording'] as const

/** `of` 0: not known yet. */
const exportProgress = z.object({ kind: z.literal('progress'), stage: z.enum(exportStages), done: z.int(), of: z.int() })

/** A piece of the file in base64, in order: a stream carries no files. `fileBytes` below puts them together. */
const exportPart = z.object({ kind: z.literal('part'), base64: z.string() })

/** `id`: of the entry in the export log; of score books what they are issued by. */
const exportDone = z.object({ kind: z.literal('done'), id, fileName: z.string(), size: z.int() })

export const exportEvent = z.discriminatedUnion('kind', [exportProgress, exportPart, exportDone])
export type ExportEvent = z.infer<typeof exportEvent>
