import { useMemo } from 'react'
import { useApi } from '../api/api.ts'
import type { GridViews } from '../grid/types.ts'
import { readGridState } from './grid-state.ts'

/** The caller's saved views of a grid, kept in the township. `grid` is the grid's name there: `tasks`, `people`. */
export function useGridViews(grid: string): GridViews {
  const { client } = useApi()
  return useMemo(
    () => ({
      async list() {
        const rows = await client.views.list({ grid })
        return rows.flatMap(({ name, state }) => {
          const read = readGridState(state)
          return read === null ? [] : [{ name, state: read }]
        })
      },
      async save(name, state) {
        await client.views.save({ grid, name, state: JSON.stringify(state) })
      },
      async remove(name) {
        const found = (await client.views.list({ grid })).find((view) => view.name === name)
        if (found !== undefined) await client.views.remove({ id: found.id })
      },
    }),
    [client, grid],
  )
}
