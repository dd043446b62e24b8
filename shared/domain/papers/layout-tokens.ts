import type { Layout, SheetLayout } from './layout.ts'

/** The tokens that titles and lines of every layout may use, `{township}` and so on. */
export const layoutTokens = ['township', 'reportingUnit', 'periodCode', 'periodTitle', 'version', 'compactDate', 'filledOn'] as const
export type LayoutToken = (typeof layoutTokens)[number]

/** What stands in braces, in its order: a token, or what was meant to be one. */
export function tokensIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/\{([^{}]*)\}/g), ([, name = '']) => name)
}

/** The text with its tokens called otherwise; one without another name stays as it is. */
export function renamedTokens(text: string, names: Readonly<Record<string, string>>): string {
  return text.replace(/\{([^{}]*)\}/g, (whole, name: string) => (Object.hasOwn(names, name) ? `{${names[name] ?? name}}` : whole))
}

/** Every text of a sheet that is filled in when it is printed, headings aside. */
export function filledTexts({ title, unitLine, measure, tables, notes }: SheetLayout): readonly string[] {
  return [title, unitLine?.unit ?? '', unitLine?.date ?? '', measure, ...tables.map(({ caption = '' }) => caption), ...notes]
}

/** The tokens a text of this sheet may use: those of every export, and what the shipped sheet itself uses. */
export function knownTokens(shipped: Layout, sheet: string | null): ReadonlySet<string> {
  const own = shipped.sheets.find(({ key }) => key === sheet)
  const shared = [shipped.title, shipped.fileName, shipped.unitLine.unit, shipped.unitLine.date]
  return new Set([...layoutTokens, ...[...shared, ...(own === undefined ? [] : filledTexts(own))].flatMap(tokensIn)])
}
