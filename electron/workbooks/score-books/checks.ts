import { allowedOf, sheetCount, type ScoreScale } from '../../../shared/domain/plans/scorer-rules.ts'
import { columnLetters } from '../exports/model/address.ts'
import type { BookPerson, BookSheetData } from './data.ts'
import { bookWords } from './vocabulary.ts'

/** A formula without `=`, and what it gives for the scores the book goes out with. */
export interface Calculated {
  readonly formula: string
  readonly value: string | number
}

/** Columns of a sheet, from 1; `band` and `points` are null where its scale knows no bands. */
export interface BookColumns {
  readonly band: number | null
  readonly score: number
  readonly points: number | null
}

export interface BookRows {
  readonly first: number
  readonly last: number
}

const { checks, counters } = bookWords

/** A text as a formula holds it. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function rangeOf(column: number, { first, last }: BookRows): string {
  const letters = columnLetters(column)
  return `$${letters}$${String(first)}:$${letters}$${String(last)}`
}

/** Compared one by one: a criterion of COUNTIF would take a band such as `>5` for a comparison. */
function countOf(column: number, rows: BookRows, band: string): string {
  return `SUMPRODUCT(1*(${rangeOf(column, rows)}=${quoted(band)}))`
}

/** 折合分: the score, or the points of the band. */
export function pointsCell(row: number, { band, score }: BookColumns, { bands }: ScoreScale, given: Pick<BookPerson, 'band' | 'score'>): Calculated {
  const scoreAt = `${columnLetters(score)}${String(row)}`
  const bandAt = `${columnLetters(band ?? score)}${String(row)}`
  const ofBand = bands.reduceRight((rest, one) => `IF(${bandAt}=${quoted(one.band)},${one.points},${rest})`, '""')
  const text = given.score ?? bands.find((one) => one.band === given.band)?.points ?? null
  return { formula: `IF(${scoreAt}<>"",IF(ISNUMBER(${scoreAt}),${scoreAt},""),${ofBand})`, value: text === null ? '' : Number(text) }
}

/** 核对 of one person. `most`: of the best band, with how many have it now. */
export function checkCell(row: number, columns: BookColumns, rows: BookRows, scale: ScoreScale, best: { readonly band: string; readonly most: number; readonly count: number } | null, given: Pick<BookPerson, 'band' | 'score'>): Calculated {
  const scoreAt = `${columnLetters(columns.score)}${String(row)}`
  const good = quoted(checks.good)
  const ofScore = `IF(NOT(ISNUMBER(${scoreAt})),${quoted(checks.noNumber)},IF(OR(${scoreAt}<0,${scoreAt}>${scale.max}),${quoted(checks.range(scale.max))},IF(ROUND(${scoreAt},2)=${scoreAt},${good},${quoted(checks.decimals)})))`
  const left = given.band === null && given.score === null
  if (columns.band === null) return { formula: `IF(${scoreAt}="",${quoted(checks.left)},${ofScore})`, value: left ? checks.left : checks.good }
  const bandAt = `${columnLetters(columns.band)}${String(row)}`
  const known = scale.bands.length === 0 ? 'FALSE()' : `OR(${scale.bands.map(({ band }) => `${bandAt}=${quoted(band)}`).join(',')})`
  const withinMost = best === null ? good : `IF(AND(${bandAt}=${quoted(best.band)},${countOf(columns.band, rows, best.band)}>${String(best.most)}),${quoted(checks.tooMany(best.band))},${good})`
  const ofBand = `IF(${known},${withinMost},${quoted(checks.noBand)})`
  const isOver = best !== null && given.band === best.band && best.count > best.most
  return {
    formula: `IF(AND(${bandAt}="",${scoreAt}=""),${quoted(checks.left)},IF(AND(${bandAt}<>"",${scoreAt}<>""),${quoted(checks.both)},IF(${scoreAt}="",${ofBand},${ofScore})))`,
    value: left ? checks.left : isOver ? checks.tooMany(best.band) : checks.good,
  }
}

/** `words`: what stands before and behind the figure, and behind both when the rule is broken. */
function counter([before, behind, warning]: readonly [string, string, string], figure: string, value: number, isBroken: string, broken: boolean): Calculated {
  return { formula: `${quoted(before)}&${figure}&${quoted(behind)}&IF(${isBroken},${quoted(warning)},"")`, value: `${before}${String(value)}${behind}${broken ? warning : ''}` }
}

/** The rules of the sheet in numbers of its own people, counted while it is filled in. */
export function counterCells({ people, scale, rules }: Pick<BookSheetData, 'people' | 'scale' | 'rules'>, columns: BookColumns, rows: BookRows): readonly Calculated[] {
  const { bands, left } = sheetCount(people, scale, rules)
  const [before, behind] = counters.done(people.length)
  const isGiven = `(${rangeOf(columns.score, rows)}<>"")`
  const done = columns.band === null ? isGiven : `((${rangeOf(columns.band, rows)}<>"")+${isGiven}>0)`
  return [
    { formula: `${quoted(before)}&SUMPRODUCT(1*${done})&${quoted(behind)}`, value: `${before}${String(people.length - left)}${behind}` },
    ...(columns.band === null ? [] : bandCounters(columns.band, bands, people, rules?.lowestFrom ?? 0, rows)),
    ...(rules === null || people.length < 4 ? [] : pointCounters(rangeOf(columns.points ?? columns.score, rows), people, scale, rules)),
  ]
}

function bandCounters(column: number, bands: ReturnType<typeof sheetCount>['bands'], people: readonly BookPerson[], lowestFrom: number, rows: BookRows): readonly Calculated[] {
  const isAnyBand = people.some(({ band }) => band !== null)
  return bands.flatMap(({ band, count, most, least }) => {
    const figure = countOf(column, rows, band)
    return [
      ...(most === null ? [] : [counter(counters.best(band, most), figure, count, `${figure}>${String(most)}`, count > most)]),
      // Sheets of direct scores alone are free of bands.
      ...(least === 0 ? [] : [counter(counters.lowest(band, lowestFrom), figure, count, `AND(SUMPRODUCT(1*(${rangeOf(column, rows)}<>""))>0,${figure}=0)`, isAnyBand && count === 0)]),
    ]
  })
}

function pointCounters(points: string, people: readonly BookPerson[], scale: ScoreScale, { spread, sameShare }: NonNullable<BookSheetData['rules']>): readonly Calculated[] {
  const given = people.flatMap(({ band, score, scale: own }) => {
    const text = score ?? (own ?? scale).bands.find((one) => one.band === band)?.points
    return text === undefined ? [] : [Number(text)]
  })
  const width = given.length === 0 ? 0 : Number((Math.max(...given) - Math.min(...given)).toFixed(2))
  const alike = Math.max(0, ...given.map((value) => given.filter((other) => other === value).length))
  const isWhole = given.length === people.length
  const cells: Calculated[] = []
  if (spread !== null) {
    const figure = `IF(COUNT(${points})=0,0,ROUND(MAX(${points})-MIN(${points}),2))`
    cells.push(counter(counters.spread(spread), figure, width, `AND(COUNT(${points})=${String(people.length)},${figure}<${spread})`, isWhole && width < Number(spread)))
  }
  if (sameShare !== null) {
    const allowed = allowedOf(sameShare, people.length)
    const figure = `SUMPRODUCT(MAX((${points}<>"")*COUNTIF(${points},${points})))`
    cells.push(counter(counters.same(allowed), figure, alike, `${figure}>${String(allowed)}`, alike > allowed))
  }
  return cells
}
