import type { TownshipClient } from '../../../api/connection.ts'

export type Issue = Awaited<ReturnType<TownshipClient['issues']['get']>>
