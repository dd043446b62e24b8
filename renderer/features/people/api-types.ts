import type { TownshipClient } from '../../api/connection.ts'

export type Person = Awaited<ReturnType<TownshipClient['people']['get']>>
