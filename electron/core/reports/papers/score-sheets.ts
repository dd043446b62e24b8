import { sheetCount } from '../../../../shared/domain/plans/scorer-rules.ts'
import { scoreSheet } from '../../../workbooks/exports/papers/sheets.ts'
import type { Guarded } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { requirePeriodById } from '../../plans/periods.ts'
import { listSheets } from '../../evaluation/sheets/score-sheets.ts'
import { sheetNames } from '../../plans/vocabulary.ts'
import type { Paper } from './make-paper.ts'
import { paperWords } from './vocabulary.ts'

const words = paperWords.scores

type Sheet = ReturnType<typeof listSheets>[number]
type Entry = Sheet['entries'][number]

/** A 评分表 of those that the caller scores or looks on at; empty, or with what has been given so far, of the caller himself nothing. */
export function scoresPaper(guard: Guarded, { periodId, sheetId, isBlank }: { readonly periodId: string; readonly sheetId: string; readonly isBlank: boolean }): Paper {
  const row = requirePeriodById(guard.read, periodId)
  const sheet = requireRow(listSheets(guard, row).find(({ id }) => id === sheetId), nouns.sheet)
  const title = `${sheet.moduleName ?? ''}${sheetNames[sheet.kind]}`
  const { scale, entries, scorer } = sheet
  const people = entries.map((entry) => ({
    name: entry.staffName,
    post: entry.postName,
    band: isBlank ? null : entry.band,
    score: isBlank || entry.score === null ? null : Number(entry.score),
    handover: entry.handover.map(({ author, note }) => words.handover(author, note)).join(paperWords.semicolon),
    note: [ownScale(entry), isBlank ? '' : (entry.note ?? '')].filter((part) => part !== '').join(paperWords.semicolon),
  }))
  return { name: paperWords.names.scores(title, scorer, isBlank), period: row, sheets: [scoreSheet({ sheet: title, scorer, bands: scale.bands, how: howTo(sheet), people })], staffIds: entries.map(({ staffId }) => staffId) }
}

/** What the bands are worth of somebody whose track has a scale of its own. */
function ownScale({ scale }: Entry): string {
  if (scale === null) return ''
  return words.ownScale(scale.bands.length === 0 ? words.most(scale.max) : scale.bands.map(({ band, points }) => words.bandPoints(band, points)).join(paperWords.join))
}

/** How the form is filled in, with the rules of the plan in numbers of its own people. */
function howTo({ entries, scale, rules }: Sheet): string {
  const { bands } = sheetCount(entries, scale, rules)
  const said = [
    ...bands.flatMap(({ band, most }) => (most === null ? [] : [words.best(band, most)])),
    ...bands.flatMap(({ band, least }) => (least === 0 ? [] : [words.lowest(band)])),
    ...(rules?.spread ? [words.spread(rules.spread)] : []),
  ]
  const how = scale.bands.length === 0 ? words.points(scale.max) : words.bands(scale.bands.map(({ band }) => band).join(paperWords.join), scale.max)
  return said.length === 0 ? how : `${how}${words.rules(said.join(paperWords.semicolon))}`
}
