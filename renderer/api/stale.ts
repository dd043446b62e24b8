import { isContractProcedure, type AnyContractRouter } from '@orpc/contract'
import { contract } from '../../shared/contract/index.ts'
import { areas as everyArea, type Area } from '../../shared/contract/procedure.ts'

/** Whether the answer of the procedure at a path is stale after a commit that touched these areas. */
export function isStale(path: readonly string[], changed: readonly Area[]): boolean {
  return readsOf(path).some((area) => changed.includes(area))
}

function readsOf(path: readonly string[]): readonly Area[] {
  const found = path.reduce<AnyContractRouter | undefined>((part, name) => (part === undefined || isContractProcedure(part) ? undefined : Object.entries(part).find(([key]) => key === name)?.[1]), contract)
  if (found === undefined || !isContractProcedure(found)) return []
  const reads: unknown = found['~orpc'].meta['reads']
  return Array.isArray(reads) ? everyArea.filter((area) => reads.includes(area)) : []
}
