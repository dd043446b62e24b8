import { eq } from 'drizzle-orm'
import { periodTitle } from '../../../../../shared/domain/plans/cycle-vocabulary.ts'
import { staff } from '../../../../db/schema/index.ts'
import type { Read } from '../../../../db/types.ts'
import type { BookSheetData, ScoreBookData } from '../../../../workbooks/score-books/data.ts'
import { actorNames } from '../../../app/actor-names.ts'
import type { Guarded } from '../../../app/guard.ts'
import { requireRow } from '../../../app/rows.ts'
import { requireTownshipRow } from '../../../app/session.ts'
import { nouns } from '../../../app/vocabulary.ts'
import { planOf, type PeriodRow } from '../../../plans/periods.ts'
import type { listSheets } from '../score-sheets.ts'
import { sheetNames } from '../../../plans/vocabulary.ts'
import { issueWords } from './vocabulary.ts'

type ListedSheet = ReturnType<typeof listSheets>[number]

/** The sheets of a period that a scorer has still to hand in. Score sheets alone: a ballot is no sheet, and no book can hold one. */
export function openSheetsOf(sheets: readonly ListedSheet[], scorerId: string): readonly ListedSheet[] {
  return sheets.filter((sheet) => sheet.scorerId === scorerId && sheet.state === 'draft')
}

/** 大治理模块长评价 */
export function titleOfSheet({ kind, moduleName }: Pick<ListedSheet, 'kind' | 'moduleName'>): string {
  return `${moduleName ?? ''}${sheetNames[kind]}`
}

/** `2026-04-08 10:00` in China. */
export function momentInChina(moment: string): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

export function nameOfStaff(read: Read, staffId: string): string {
  return requireRow(read.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId)).get(), nouns.person).name
}

function sheetData(sheet: ListedSheet): BookSheetData {
  const hasHandover = sheet.entries.some(({ handover }) => handover.length > 0)
  return {
    sheetId: sheet.id,
    title: titleOfSheet(sheet),
    scorer: sheet.scorer,
    moduleName: sheet.moduleName,
    scale: sheet.scale,
    rules: sheet.rules,
    people: sheet.entries.map(({ staffId, staffName, moduleName, postName, band, score, note, scale, handover }) => ({
      staffId, moduleName, postName, band, score, note, scale,
      name: staffName,
      handover: hasHandover ? handover.map((one) => issueWords.handoverOf(one.author, one.note)).join('\n') : null,
    })),
  }
}

/** What the book of one scorer is made from. */
export function gatherBook({ read, now, actor }: Guarded, row: PeriodRow, sheets: readonly ListedSheet[], about: { readonly bookId: string; readonly scorerId: string }): ScoreBookData {
  const { name, reportingUnit } = requireTownshipRow(read)
  const plan = planOf(read, row)
  return {
    bookId: about.bookId,
    township: name,
    reportingUnit,
    periodTitle: periodTitle(row.code),
    scorer: nameOfStaff(read, about.scorerId),
    planVersion: issueWords.planVersion(plan.name, plan.planVersion),
    issuedAt: momentInChina(now),
    issuedBy: actorNames(read)(actor.name),
    sheets: sheets.map(sheetData),
  }
}
