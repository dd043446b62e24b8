import { codeOf } from '../../../app/rows.ts'

/** Numbers for the new rows of a list that names none: the first from `seq` on that nobody has. */
export interface FreeCodes {
  /** A number that the list gives: it is its row's, whichever row comes first. */
  readonly reserve: (code: string) => void
  readonly take: (seq: number) => string
}

export function freeCodes(prefix: string, standing: readonly { readonly code: string }[]): FreeCodes {
  const codes = new Set(standing.map(({ code }) => code))
  return {
    reserve: (code) => void codes.add(code),
    take(seq) {
      let next = seq
      while (codes.has(codeOf(prefix, next))) next += 1
      const code = codeOf(prefix, next)
      codes.add(code)
      return code
    },
  }
}
