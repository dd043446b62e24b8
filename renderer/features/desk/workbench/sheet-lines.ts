import type { Today } from './TaskLines.tsx'

type Sheet = Today['sheets'][number]

/** One sheet, or those of a period that are done, taken together. */
export type SheetLine = { readonly kind: 'open'; readonly sheet: Sheet } | { readonly kind: 'done'; readonly periodCode: string; readonly sheets: number; readonly people: number }

/** The caller's sheets in lines: each that is still to be filled in, then one line a period for those that are handed in. */
export function sheetLines(sheets: readonly Sheet[]): readonly SheetLine[] {
  const open = sheets.filter(({ state }) => state === 'draft').map((sheet) => ({ kind: 'open', sheet }) as const)
  const done = sheets.filter(({ state }) => state !== 'draft')
  const periods = [...new Set(done.map(({ periodCode }) => periodCode))]
  return [
    ...open,
    ...periods.map((periodCode) => {
      const own = done.filter((sheet) => sheet.periodCode === periodCode)
      return { kind: 'done', periodCode, sheets: own.length, people: own.reduce((sum, { people }) => sum + people, 0) } as const
    }),
  ]
}
