/** Lists of the township's work that an import may bring, beside roster, task ledger and registers. */
export const listKinds = ['posts', 'assignments', 'leave', 'villages', 'teams', 'events', 'village_ranks', 'honours', 'circulars', 'deductions'] as const
export type ListKind = (typeof listKinds)[number]

export function isListKind(kind: string): kind is ListKind {
  return listKinds.some((known) => known === kind)
}

/** Everything that may be wrong with a row of a list; `skipped`: nothing is, its word was set to 不导入. */
export const listIssueCodes = [
  'skipped',
  'name_missing',
  'required',
  'too_long',
  'date_invalid',
  'dates_backwards',
  'number_invalid',
  'out_of_range',
  'choice_unknown',
  'id_invalid',
  'module_unknown',
  'village_unknown',
  'unknown_person',
  'person_departed',
  'not_leader',
  'period_unknown',
  'period_closed',
  'duplicate',
  'overlaps',
  'not_editable',
  'about_self',
  'out_of_scope',
] as const
export type ListIssueCode = (typeof listIssueCodes)[number]
