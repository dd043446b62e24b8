import type { TownshipClient } from '../../../api/connection.ts'

export type Listed = Awaited<ReturnType<TownshipClient['attachments']['list']>>
export type Attachment = Listed['rows'][number]
