import { pathText, valueAt, withValueAt } from './document-path.ts'
import { parameterCodes, parameterText, readParameter } from './parameter-text.ts'
import type { PlanFault } from './plan-faults.ts'
import { withScorers, type Parameter, type ParameterGroup } from './plan-parameters.ts'

/** What has been typed and not saved: by `pathText`, a text or the codes of a list. */
export type ParameterChanges = ReadonlyMap<string, string | readonly string[]>

/** The changes with one more; a value typed back to what it was is no change. */
export function withChange(changes: ParameterChanges, document: unknown, parameter: Parameter, typed: string | readonly string[]): ParameterChanges {
  const key = pathText(parameter.path)
  const isSame = typeof typed === 'string' ? typed.trim() === parameterText(document, parameter) : [...typed].sort().join() === [...parameterCodes(document, parameter)].sort().join()
  const rest = [...changes].filter(([other]) => other !== key)
  return new Map(isSame ? rest : [...rest, [key, typed]])
}

export type ChangedDocument = { readonly kind: 'document'; readonly document: unknown } | { readonly kind: 'faults'; readonly faults: readonly PlanFault[] }

/** The document with the changes in it, or what is wrong with them. */
export function changedDocument(document: unknown, groups: readonly ParameterGroup[], changes: ParameterChanges): ChangedDocument {
  const faults: PlanFault[] = []
  let changed = [...changes.keys()].some((key) => key.startsWith('scorers.')) && valueAt(document, ['scorers']) === undefined ? withScorers(document) : document
  for (const parameter of groups.flatMap((group) => group.parameters)) {
    const typed = changes.get(pathText(parameter.path))
    if (typed === undefined) continue
    if (typeof typed !== 'string') {
      changed = withValueAt(changed, parameter.path, [...typed])
      continue
    }
    const read = readParameter(parameter, typed)
    if (read.kind === 'fault') faults.push({ field: pathText(parameter.path), sentence: read.sentence })
    else changed = withValueAt(changed, parameter.path, read.value)
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'document', document: changed }
}
