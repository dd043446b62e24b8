import type { TownshipClient } from '../../../api/connection.ts'

export type AuditRow = Awaited<ReturnType<TownshipClient['system']['audit']>>['rows'][number]
