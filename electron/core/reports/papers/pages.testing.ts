import type { ShownPaper } from './make-paper.ts'

/** What is written on each page, cell by cell, the pages of all stretches one behind the other. */
export function textsOf({ stretches }: ShownPaper): readonly (readonly string[])[] {
  return stretches.flatMap(({ pages }) => pages.map(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text))))
}
