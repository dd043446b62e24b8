import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { moduleTable, scoreEntry, scoreSheet } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { scorerTitles } from './scorer-title.ts'

/** The sheets of a period that are not handed in, and how far each has come. */
export function lateSheets(read: Read, row: PeriodRow) {
  const titleOf = scorerTitles(read)
  return read
    .select({
      sheetId: scoreSheet.id,
      kind: scoreSheet.kind,
      moduleId: scoreSheet.moduleId,
      moduleName: moduleTable.name,
      scorerId: scoreSheet.scorerId,
      scorerLabel: scoreSheet.scorerLabel,
      delegatedById: scoreSheet.delegatedById,
      state: scoreSheet.state,
      people: sql<number>`count(${scoreEntry.id})`,
      unscored: sql<number>`coalesce(sum(${scoreEntry.band} IS NULL AND ${scoreEntry.score} IS NULL), 0)`,
      version: scoreSheet.version,
    })
    .from(scoreSheet)
    .leftJoin(scoreEntry, eq(scoreEntry.sheetId, scoreSheet.id))
    .leftJoin(moduleTable, eq(moduleTable.id, scoreSheet.moduleId))
    .where(and(eq(scoreSheet.periodId, row.id), ne(scoreSheet.state, 'submitted'), ne(scoreSheet.state, 'locked')))
    .groupBy(scoreSheet.id)
    .orderBy(asc(scoreSheet.seq))
    .all()
    .map(({ scorerLabel, delegatedById, ...sheet }) => ({ ...sheet, scorer: titleOf({ scorerId: sheet.scorerId, scorerLabel, delegatedById }) }))
}
