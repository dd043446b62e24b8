/** Reasons to refuse a file before any parser sees it; `vocabulary.ts` has a sentence for each. */
export const gateCodes = [
  'not_found',
  'empty_file',
  'file_too_large',
  'not_workbook',
  'old_format',
  'password_protected',
  'not_text',
  'damaged',
  'too_many_entries',
  'entry_too_large',
  'unpacked_too_large',
  'ratio_too_high',
  'sizes_lie',
  'unsafe_path',
  'duplicate_entry',
  'symlink_entry',
  'encrypted_entry',
  'macros',
  'external_links',
  'doctype',
] as const
export type GateCode = (typeof gateCodes)[number]

/** The gate's refusal; `vocabulary.ts` has the sentence of each code. It never carries content of the file. */
export class GateRefusal extends Error {
  readonly code: GateCode

  constructor(code: GateCode) {
    super(code)
    this.name = 'GateRefusal'
    this.code = code
  }
}
