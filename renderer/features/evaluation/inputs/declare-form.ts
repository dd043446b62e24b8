import type { Me } from '../../../../shared/contract/township/session.ts'
import { circularKinds, deductionRules } from '../../../../shared/domain/plans/points/codes.ts'
import { dayFaults, lengthFaults } from '../../../frame/field-faults.ts'
import { declareWords } from './vocabulary.ts'

export const declareKinds = ['honour', 'circular', 'deduction'] as const
export type DeclareKind = (typeof declareKinds)[number]

/** What is being declared; `what` is a level, a kind of circular, a rule. */
export interface DeclareForm {
  readonly kind: DeclareKind
  readonly staffId: string | null
  readonly what: string | null
  readonly date: string | null
  readonly matter: string
}

export type Declaration =
  | { readonly kind: 'honour'; readonly staffId: string; readonly level: string; readonly matter: string }
  | { readonly kind: 'circular'; readonly staffId: string; readonly circular: (typeof circularKinds)[number]; readonly matter: string }
  | { readonly kind: 'deduction'; readonly staffId: string; readonly rule: (typeof deductionRules)[number]; readonly date: string; readonly matter: string }

export type ReadForm =
  | { readonly kind: 'declaration'; readonly declaration: Declaration }
  | { readonly kind: 'faults'; readonly faults: readonly { readonly field: keyof DeclareForm; readonly sentence: string }[] }

/** What each kind calls its fields. */
export const whatLabels: Readonly<Record<DeclareKind, string>> = { honour: declareWords.level, circular: declareWords.circular, deduction: declareWords.rule }
export const matterLabels: Readonly<Record<DeclareKind, string>> = { honour: declareWords.matter, circular: declareWords.matter, deduction: declareWords.matter }

const longestMatter = 50

/** A deduction is never declared about oneself, so that who may declare his own matters alone declares none. */
export function kindsFor({ capabilities, heads }: Pick<Me, 'capabilities' | 'heads'>): readonly DeclareKind[] {
  const declares = capabilities.includes('point.declare')
  return [
    ...(declares ? (['honour', 'circular'] as const) : []),
    ...(declares && heads.length > 0 ? (['deduction'] as const) : []),
  ]
}

/** Checks a form against the period's days. */
export function readForm(form: DeclareForm, period: { readonly start: string; readonly end: string }): ReadForm {
  const { kind, staffId, what, date } = form
  const matter = form.matter.trim()
  const required = declareWords.required
  const faults = [
    ...(staffId === null ? [{ field: 'staffId', sentence: required(declareWords.who) } as const] : []),
    ...(what === null ? [{ field: 'what', sentence: required(whatLabels[kind]) } as const] : []),
    ...(kind === 'deduction' ? dateFaults(date, period) : []),
    ...(matter === '' ? [{ field: 'matter', sentence: required(matterLabels[kind]) } as const] : []),
    ...lengthFaults('matter', matterLabels[kind], matter, longestMatter).map(({ sentence }) => ({ field: 'matter', sentence }) as const),
  ]
  const declaration = staffId === null || what === null ? null : declarationOf(kind, staffId, what, date, matter)
  if (faults.length > 0 || declaration === null) return { kind: 'faults', faults }
  return { kind: 'declaration', declaration }
}

function dateFaults(date: string | null, { start, end }: { readonly start: string; readonly end: string }) {
  const wrong = dayFaults('date', declareWords.date, date).map(({ sentence }) => ({ field: 'date', sentence }) as const)
  if (wrong.length > 0 || date === null) return wrong
  return date < start || date > end ? [{ field: 'date', sentence: declareWords.dayOutside(start, end) } as const] : []
}

function declarationOf(kind: DeclareKind, staffId: string, what: string, date: string | null, matter: string): Declaration | null {
  switch (kind) {
    case 'honour':
      return { kind, staffId, level: what, matter }
    case 'circular': {
      const circular = circularKinds.find((one) => one === what)
      return circular === undefined ? null : { kind, staffId, circular, matter }
    }
    case 'deduction': {
      const rule = deductionRules.find((one) => one === what)
      return rule === undefined || date === null ? null : { kind, staffId, rule, date, matter }
    }
  }
}
