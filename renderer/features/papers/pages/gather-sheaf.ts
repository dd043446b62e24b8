import type { Page, PageForm } from '../../../../shared/domain/papers/pages.ts'

/** Pages fetched together for the printer. */
const atOnce = 25

/** How often it begins again because the host had let go of the book; each time it is of another moment. */
const mostAttempts = 3

/** Some pages of a sheet. */
export interface PrintRange {
  readonly sheet: string
  readonly from: number
  readonly to: number
}

export interface Sheaf {
  readonly form: PageForm
  readonly page: Page
}

export interface Stretch {
  readonly sheet: string
  readonly from: number
  readonly count: number
  readonly preview: string
}

interface Answer {
  readonly preview: string
  readonly form: PageForm
  readonly pages: readonly Page[]
}

/** All the pages of the ranges, of one moment: when an answer is of another preview than the one before, all begin again with that. Null when there is no end of it. */
export async function gatherSheaf(ask: (stretch: Stretch) => Promise<Answer>, preview: string, ranges: readonly PrintRange[], onProgress: (done: number) => void): Promise<readonly Sheaf[] | null> {
  const stretches = ranges.flatMap(({ sheet, from, to }) => Array.from({ length: Math.ceil((to - from + 1) / atOnce) }, (_, at) => ({ sheet, from: from + at * atOnce, count: Math.min(atOnce, to - from - at * atOnce + 1) })))
  let current = preview
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const sheaf: Sheaf[] = []
    let isTorn = false
    for (const stretch of stretches) {
      const answer = await ask({ ...stretch, preview: current })
      isTorn = answer.preview !== current
      current = answer.preview
      if (isTorn) break
      sheaf.push(...answer.pages.map((page) => ({ form: answer.form, page })))
      onProgress(sheaf.length)
    }
    if (!isTorn) return sheaf
  }
  return null
}
