import type { LayoutBook } from './codes.ts'

type Needs = Readonly<Record<string, readonly string[]>>

/** Which sheets the formulas of a sheet look at, by key: while it stands, those stand. What the builders write, a test beside them compares with it. */
export const sheetNeeds: Readonly<Record<LayoutBook, Needs>> = {
  evaluation: {
    summary: ['parameters', 'posts', 'modules', 'team', 'special', 'deductions', 'grades'],
    posts: ['parameters'],
    modules: ['posts', 'parameters', 'tasks'],
    tasks: ['parameters'],
    team: ['parameters', 'modules'],
    special: ['parameters'],
    deductions: ['parameters'],
    comparison: ['summary'],
    grades: ['summary', 'parameters'],
    publicity: ['summary'],
    parameters: ['modules'],
  },
  'evaluation-year': { grades: ['summary'], publicity: ['summary'] },
  performance: { civil: ['annual'], institution: ['annual'], excellent: ['annual'], specialCases: ['annual'], feedback: ['annual'], bonus: ['annual', 'bonusPools'], bonusPools: ['bonus'], contract: ['annual'] },
  tasks: {},
  teams: { teams: ['tuesdays', 'visits', 'issues'] },
  registers: {},
  roster: {},
  papers: {},
}

/** What a book is not one without: 元数据, by which a file is known again, and the sheet it is made for. */
export const requiredSheets: Readonly<Record<LayoutBook, readonly string[]>> = {
  evaluation: ['metadata'],
  'evaluation-year': ['metadata'],
  performance: ['metadata'],
  tasks: ['metadata'],
  teams: ['metadata'],
  registers: ['register', 'metadata'],
  roster: ['roster', 'metadata'],
  // Each is printed from its own screen, whatever the others are.
  papers: ['scores', 'notice', 'decisions', 'steps', 'summary', 'week', 'meetings', 'grids'],
}

/** How the name of a file that is made by it ends. */
export function fileEndingOf(book: LayoutBook): '.xlsx' | '.pdf' {
  return book === 'papers' ? '.pdf' : '.xlsx'
}

/** Sheets that stay as they are shipped. */
export const fixedSheets: readonly string[] = ['metadata']

/** The sheets that still stand and whose formulas look at this one; empty where it may be left out. */
export function needersOf(book: LayoutBook, sheet: string, standing: readonly string[]): readonly string[] {
  return standing.filter((key) => key !== sheet && (sheetNeeds[book][key] ?? []).includes(sheet))
}

/** Which fields the chart of a sheet is drawn from: with one of them hidden the official copy has an empty chart. A test beside the builders compares. */
const sheetCharts: Readonly<Record<LayoutBook, Needs>> = {
  evaluation: { comparison: ['name', 'total'] },
  'evaluation-year': {},
  performance: {},
  tasks: {},
  teams: {},
  registers: {},
  roster: {},
  papers: {},
}

export function chartedFields(book: LayoutBook, sheet: string): readonly string[] {
  return sheetCharts[book][sheet] ?? []
}
