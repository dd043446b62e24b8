import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TownshipClient } from '../api/connection.ts'
import { useApi, useMe } from '../api/api.ts'
import { moduleHue } from '../ui/ModuleMark.tsx'
import { may } from './may.ts'

type ModuleRow = Awaited<ReturnType<TownshipClient['organisation']['modules']>>[number]

/** A module with the hue it is shown in. */
export interface ShownModule extends Omit<ModuleRow, 'colour'> {
  readonly colour: string
}

const none: readonly ShownModule[] = []

/** The modules in use, in official order; empty while loading and for whoever may not see any. */
export function useModules(): readonly ShownModule[] {
  const { orpc } = useApi()
  const { data } = useQuery(orpc.organisation.modules.queryOptions({ enabled: may(useMe(), 'staff.read') }))
  return useMemo(() => (data === undefined ? none : data.map((row, order) => ({ ...row, colour: row.colour ?? moduleHue(order) })).filter(({ enabled }) => enabled)), [data])
}

/** Where a module stands in the official order, by its name; the township as a whole, and a module no longer in use, behind all. */
export function useModulePlace(): (name: string | null) => number {
  const modules = useModules()
  return useMemo(() => {
    const places = new Map(modules.map(({ name }, place) => [name, place]))
    return (name) => (name === null ? undefined : places.get(name)) ?? modules.length
  }, [modules])
}
