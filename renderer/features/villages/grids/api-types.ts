import type { TownshipClient } from '../../../api/connection.ts'

type Grids = Awaited<ReturnType<TownshipClient['grids']['list']>>
export type GridRow = Grids['rows'][number]
export type GridPerson = GridRow['people'][number]
