/** What is wrong with a cell, as data; `cellFaultReason` says it. */
export type CellFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too_long'; readonly most: number }
  | { readonly kind: 'not_a_day'; readonly text: string }
  | { readonly kind: 'not_a_month'; readonly text: string }
  | { readonly kind: 'not_in_list'; readonly text: string; readonly known: readonly string[] }
  | { readonly kind: 'not_a_phone' }
  | { readonly kind: 'person_unknown'; readonly name: string }
  | { readonly kind: 'person_ambiguous'; readonly name: string; readonly examples: readonly string[] }
  | { readonly kind: 'person_twice'; readonly name: string }
  | { readonly kind: 'too_many'; readonly most: number }
  | { readonly kind: 'before_issue'; readonly issuedOn: string }
  | { readonly kind: 'not_a_number'; readonly text: string }
  | { readonly kind: 'too_fine'; readonly most: number }
  | { readonly kind: 'village_unknown'; readonly name: string }
  | { readonly kind: 'village_ambiguous'; readonly name: string }
  | { readonly kind: 'one_line' }
  | { readonly kind: 'not_typed' }
  | { readonly kind: 'taken'; readonly text: string }

/** A cell that was read, or what is wrong with it. */
export type Checked<Value> = { readonly kind: 'good'; readonly value: Value } | { readonly kind: 'bad'; readonly fault: CellFault }

export function good<Value>(value: Value): Checked<Value> {
  return { kind: 'good', value }
}

export function bad(fault: CellFault): { readonly kind: 'bad'; readonly fault: CellFault } {
  return { kind: 'bad', fault }
}
