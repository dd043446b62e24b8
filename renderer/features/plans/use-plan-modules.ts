import { useMemo } from 'react'
import { useModules } from '../../frame/use-modules.ts'
import type { PlanModule } from './plan-parameters.ts'

/** The modules in use, as a plan names them. */
export function usePlanModules(): readonly PlanModule[] {
  const modules = useModules()
  return useMemo(() => modules.map(({ code, name }) => ({ code, name })), [modules])
}
