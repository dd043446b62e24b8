/** What may be typed into a column of a form. */
export type FormInput =
  | { readonly as: 'text' | 'date' }
  | { readonly as: 'list'; readonly options: readonly string[] }
  | { readonly as: 'number'; readonly isWhole: boolean; readonly least: number; readonly most: number }

export interface FormColumn {
  readonly heading: string
  readonly isRequired: boolean
  readonly hint: string
  /** In characters. */
  readonly width: number
  readonly input: FormInput
}

/** A blank form to be filled and imported: plain data. */
export interface FormPlan {
  readonly title: string
  readonly columns: readonly FormColumn[]
  readonly notes: readonly string[]
}
