import { pathText } from './document-path.ts'
import type { ParameterGroup } from './plan-parameters.ts'
import { planWords } from './vocabulary.ts'

export interface HostFault {
  /** Within the quarter's constants (`module.head`), or from the root (`year.grades.quota`). */
  readonly path: string
  readonly message: string
}

export interface PlanFault {
  /** The path of the field, as `pathText`; empty for a fault of several together. */
  readonly field: string
  readonly sentence: string
}

/** The faults of the host at the fields they are about; one of a whole part names the part. */
export function planFaults(faults: readonly HostFault[], groups: readonly ParameterGroup[]): readonly PlanFault[] {
  const fields = groups.flatMap((group) => group.parameters.map(({ path, label }) => ({ path: pathText(path), label, group: group.title })))
  const names = (path: string) => [path, `quarter.${path}`]
  return faults.map(({ path, message }): PlanFault => {
    const own = fields.find((field) => names(path).includes(field.path))
    if (own !== undefined) return { field: own.path, sentence: planWords.faultAt(own.label, message) }
    const part = fields.find((field) => names(path).some((name) => field.path.startsWith(`${name}.`) || field.path.startsWith(`${name}[`)))
    return { field: '', sentence: part === undefined ? message : planWords.faultAt(part.group, message) }
  })
}
