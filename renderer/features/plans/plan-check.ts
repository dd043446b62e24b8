import { planDoubts } from '../../../shared/domain/evaluation/trial/plan-sense.ts'
import { readPlanDocument } from '../../../shared/domain/evaluation/reading/read-plan-document.ts'
import { tracks } from '../../../shared/domain/people/codes.ts'
import { trackLabels } from '../../../shared/domain/people/vocabulary.ts'
import { pathText, plainAt, valueAt, withValueAt, type DocumentPath } from './document-path.ts'
import { parametersOf, type Parameter, type ParameterGroup } from './parameter.ts'
import { parameterText, readParameter } from './parameter-text.ts'
import { groupsOfTrack, parameterGroups, type PlanModule } from './plan-parameters.ts'
import { seenIn, type PlanScope } from './plan-scope.ts'
import { planWords } from './vocabulary.ts'

export interface PlanFault {
  /** The path of the field, as `pathText`; empty for a fault of several together. */
  readonly field: string
  readonly sentence: string
}

/** A fault of a document by its path, as the rules and the host name it. */
export interface PathFault {
  readonly path: string
  readonly message: string
}

/** Where a constant that is seen in a scope stands in the document. */
export function pathIn(scope: PlanScope, path: DocumentPath): DocumentPath {
  const [root, ...rest] = path
  return scope === 'all' || root !== 'quarter' ? path : ['quarter', 'tracks', scope, ...rest]
}

interface NamedGroup extends ParameterGroup {
  readonly parameters: readonly Parameter[]
}

/** Everything that a document says: the base, then what each track has of its own, called as in the base. */
export function everyGroup(document: unknown, modules: readonly PlanModule[]): readonly NamedGroup[] {
  const base = parameterGroups(document, modules).map((group) => ({ ...group, parameters: parametersOf(group) }))
  const own = tracks.flatMap((track) =>
    groupsOfTrack(parameterGroups(seenIn(document, track), modules)).flatMap((group) => {
      const parameters = parametersOf(group).flatMap((parameter): readonly Parameter[] => {
        const path = pathIn(track, parameter.path)
        return valueAt(document, path) === undefined ? [] : [{ ...parameter, path, label: planWords.trackParameter(trackLabels[track], group.title, parameter.label) }]
      })
      return parameters.length === 0 ? [] : [{ ...group, parameters }]
    }),
  )
  return [...base, ...own]
}

/** Numbers as the document holds them, where they can be read; the rest are faults at their fields. */
function readTyped(draft: unknown, groups: readonly NamedGroup[]): { readonly document: unknown; readonly faults: readonly PlanFault[] } {
  const faults: PlanFault[] = []
  let document = draft
  for (const parameter of groups.flatMap(({ parameters }) => parameters)) {
    const { path, type } = parameter
    const value = plainAt(draft, path)
    const isTyped = type.kind === 'decimal' ? typeof value === 'string' : type.kind === 'count' && typeof value === 'string'
    if (!isTyped) continue
    const read = readParameter(parameter, parameterText(draft, parameter))
    if (read.kind === 'fault') faults.push({ field: pathText(path), sentence: read.sentence })
    else if (read.value !== value) document = withValueAt(document, path, read.value)
  }
  return { document, faults }
}

/** Whole maxima stand beside the parts that do not add up to them. */
const wholes: Readonly<Record<string, string>> = { module: 'dimensions.module', team: 'dimensions.team' }

/** The faults of a document at the fields they are about; one of a whole part names the part. */
export function placeFaults(faults: readonly PathFault[], groups: readonly NamedGroup[]): readonly PlanFault[] {
  const fields = groups.flatMap((group) => group.parameters.map(({ path, label }) => ({ path: pathText(path), label, group: group.title })))
  return faults.map(({ path, message }): PlanFault => {
    const own = fields.find((field) => field.path === path)
    if (own !== undefined) return { field: own.path, sentence: planWords.faultAt(own.label, message) }
    const [, root = '', part = ''] = /^(quarter\.(?:tracks\.\w+\.)?)(module|team)$/.exec(path) ?? []
    const whole = fields.find((field) => part !== '' && field.path === `${root}${wholes[part] ?? ''}`)
    if (whole !== undefined || part !== '') return { field: whole?.path ?? '', sentence: planWords.faultOf(message) }
    const within = fields.find((field) => field.path.startsWith(`${path}.`) || field.path.startsWith(`${path}[`))
    return { field: '', sentence: within === undefined ? planWords.faultOf(message) : planWords.faultAt(within.group, message) }
  })
}

export interface CheckedPlan {
  /** With everything that could be read read. */
  readonly document: unknown
  readonly faults: readonly PlanFault[]
}

/** A document as it has been typed until now, and all that is wrong with it. */
export function checkPlan(draft: unknown, modules: readonly PlanModule[]): CheckedPlan {
  const groups = everyGroup(draft, modules)
  const { document, faults } = readTyped(draft, groups)
  const typed = new Set(faults.map(({ field }) => field))
  const read = readPlanDocument(document)
  const found: readonly PathFault[] = read.kind === 'refused' ? read.issues : planDoubts(read.document)
  return { document, faults: [...faults, ...placeFaults(found.filter(({ path }) => !typed.has(path)), groups)] }
}
