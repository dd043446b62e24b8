import { z } from 'zod'
import { id, ownSession } from '../procedure.ts'

export const hitKinds = ['person', 'task', 'village', 'register', 'issue', 'group'] as const

const hit = z.object({
  kind: z.enum(hitKinds),
  id,
  title: z.string(),
  /** One line that tells it from its like: 大党建 · 组织干事; 交办单 · 办理中 · 2026-07-20; 团长 王五. */
  detail: z.string(),
  /** The module to open it in; null where it belongs to none. */
  moduleId: id.nullable(),
  /** Of a register's row: the code of its register. */
  register: z.string().nullable(),
})

export const search = {
  /** People, villages, 专项工作组, tasks, 民情事项 and rows of registers in the caller's view by Chinese, pinyin or initials, in this order; tasks and rows newest first. */
  find: ownSession({ reads: ['staff', 'task', 'village', 'module', 'register', 'issue', 'group'] })
    .input(z.object({ text: z.string().trim().min(1).max(50), limit: z.int().min(1).max(100).default(20) }))
    .output(z.array(hit)),
}
