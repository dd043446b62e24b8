import type { z } from 'zod'
import type { taskRow } from '../../../../shared/contract/tasks/tasks.ts'
import type { TownshipClient } from '../../../api/connection.ts'

export type Task = Awaited<ReturnType<TownshipClient['tasks']['get']>>
export type TaskRow = z.infer<typeof taskRow>
