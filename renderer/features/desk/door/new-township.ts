import type { townshipKinds } from '../../../../shared/contract/desk/door.ts'
import { defaultModules, spareModuleColour, type ModuleDraft } from '../../../../shared/domain/township/organisation/default-modules.ts'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { readWhole } from '../../../frame/field-faults.ts'
import { passwordState } from './password-rules.ts'
import { moduleWords, townshipKindLabels, townshipWords } from './vocabulary.ts'

export type TownshipKind = (typeof townshipKinds)[number]

/** The first page of the wizard as typed. */
export interface TownshipDraft {
  readonly name: string
  /** null follows the ending of the name. */
  readonly kind: TownshipKind | null
  readonly county: string
  /** null follows name and kind. */
  readonly reportingUnit: string | null
  readonly year: string
  readonly account: string
  readonly password: string
  readonly repeat: string
}

export function blankTownship(year: string): TownshipDraft {
  return { name: '', kind: null, county: '', reportingUnit: null, year, account: '', password: '', repeat: '' }
}

/** The kind as chosen, else as the name ends. */
export function kindOf({ kind, name }: Pick<TownshipDraft, 'kind' | 'name'>): TownshipKind {
  if (kind !== null) return kind
  if (name.trim().endsWith(townshipKindLabels.subdistrict)) return 'subdistrict'
  return name.trim().endsWith(townshipKindLabels.township) ? 'township' : 'town'
}

/** 清溪镇 → 清溪镇人民政府, 城南街道 → 城南街道办事处; as typed once somebody has typed it. */
export function reportingUnitOf(draft: Pick<TownshipDraft, 'kind' | 'name' | 'reportingUnit'>): string {
  if (draft.reportingUnit !== null) return draft.reportingUnit
  const name = draft.name.trim()
  return name === '' ? '' : `${name}${kindOf(draft) === 'subdistrict' ? townshipWords.office : townshipWords.government}`
}

/** The year as typed; null for what is none. */
export function yearOf({ year }: Pick<TownshipDraft, 'year'>): number | null {
  return readWhole(year, 2000, 2099)
}

/** The inputs of the first page, by which a fault leads to its field. */
export const townshipIds = { name: 'township-name', county: 'township-county', reportingUnit: 'township-reporting-unit', year: 'township-year', account: 'township-account', password: 'township-password', repeat: 'township-repeat' } as const

const mostCharacters = 50

/** Everything wrong with the first page, in the order of its fields. */
export function townshipFaults(draft: TownshipDraft): readonly FieldFault[] {
  const { isLong, isMixed, isRepeated } = passwordState({ next: draft.password, repeat: draft.repeat, current: '' })
  return [
    ...textFaults(townshipIds.name, townshipWords.name, draft.name),
    ...textFaults(townshipIds.county, townshipWords.county, draft.county),
    ...textFaults(townshipIds.reportingUnit, townshipWords.reportingUnit, reportingUnitOf(draft)),
    ...(yearOf(draft) !== null ? [] : [{ id: townshipIds.year, sentence: townshipWords.yearWrong }]),
    ...textFaults(townshipIds.account, townshipWords.account, draft.account),
    ...(isLong && isMixed ? [] : [{ id: townshipIds.password, sentence: townshipWords.weak }]),
    ...(!isLong || !isMixed || isRepeated ? [] : [{ id: townshipIds.repeat, sentence: townshipWords.unequal }]),
  ]
}

function textFaults(id: string, label: string, text: string): readonly FieldFault[] {
  const typed = text.trim()
  if (typed === '') return [{ id, sentence: townshipWords.missing(label) }]
  return typed.length > mostCharacters ? [{ id, sentence: townshipWords.tooLong(label) }] : []
}

export const fewestModules = 3
export const mostModules = 7

/** The inputs of a row of the modules. */
export function moduleIds(code: string): { readonly name: string; readonly alias: string; readonly office: string } {
  return { name: `module-${code}-name`, alias: `module-${code}-alias`, office: `module-${code}-office` }
}

/** Everything wrong with the modules, row by row. */
export function moduleFaults(modules: readonly ModuleDraft[]): readonly FieldFault[] {
  return modules.flatMap((module, place) => {
    const ids = moduleIds(module.code)
    const name = module.name.trim()
    if (name === '') return [{ id: ids.name, sentence: moduleWords.missing(place) }]
    if (modules.findIndex((other) => other.name.trim() === name) < place) return [{ id: ids.name, sentence: moduleWords.twice(name) }]
    return [
      ...tooLong(ids.name, place, moduleWords.name, name),
      ...tooLong(ids.alias, place, moduleWords.alias, module.alias ?? ''),
      ...tooLong(ids.office, place, moduleWords.office, module.office ?? ''),
    ]
  })
}

function tooLong(id: string, place: number, label: string, text: string): readonly FieldFault[] {
  return text.trim().length > mostCharacters ? [{ id, sentence: moduleWords.tooLong(place, label) }] : []
}

/** One more, without a name, in a hue that no other has. */
export function withOneMore(modules: readonly ModuleDraft[]): readonly ModuleDraft[] {
  const hues = [...defaultModules.map(({ colour }) => colour), spareModuleColour]
  const colour = hues.find((hue) => modules.every((module) => module.colour !== hue)) ?? spareModuleColour
  const numbers = modules.map(({ code }) => Number(/^extra(\d+)$/.exec(code)?.[1] ?? 0))
  return [...modules, { code: `extra${String(Math.max(0, ...numbers) + 1)}`, name: '', alias: null, colour, office: null }]
}

/** The modules as they are sent: trimmed, an empty alias or office as none. */
export function tidyModules(modules: readonly ModuleDraft[]): ModuleDraft[] {
  const orNone = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim())
  return modules.map((module) => ({ ...module, name: module.name.trim(), alias: orNone(module.alias), office: orNone(module.office) }))
}
