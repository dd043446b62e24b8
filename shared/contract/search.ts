import { z } from 'zod'
import { id, ownSession } from './procedure.ts'

export const hitKinds = ['person', 'task', 'village'] as const

const hit = z.object({
  kind: z.enum(hitKinds),
  id,
  title: z.string(),
  /** One line that tells it from its like: 大党建 · 组织干事; 交办单 · 办理中 · 2026-07-20; 团长 王五. */
  detail: z.string(),
  /** The module to open it in; null where it belongs to none. */
  moduleId: id.nullable(),
})

export const search = {
  /** People, tasks and villages in the caller's view by Chinese, pinyin or initials; people first, then villages, then tasks, newest first. */
  find: ownSession({ reads: ['staff', 'task', 'village', 'module'] })
    .input(z.object({ text: z.string().trim().min(1).max(50), limit: z.int().min(1).max(100).default(20) }))
    .output(z.array(hit)),
}
