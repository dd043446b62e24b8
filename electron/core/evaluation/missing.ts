import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { assignment, circular, deduction, honour, modulePk, moduleTable, post, scoreEntry, scoreSheet, staff, task, village, villageRank } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { PeriodRow } from './periods.ts'
import { missingWords } from './vocabulary.ts'

export interface MissingInput {
  readonly kind: 'sheet' | 'task' | 'point' | 'village' | 'post' | 'pkFactor'
  readonly subject: string
  readonly message: string
}

/** 冻结前的缺项: what the evaluation of a period still lacks, each with what is to be done about it. */
export function missingInputs(read: Read, row: PeriodRow): readonly MissingInput[] {
  return [...missingSheets(read, row), ...unverifiedTasks(read, row), ...undecidedPoints(read, row), ...unrankedVillages(read, row), ...unscoredPosts(read, row), ...missingFactors(read, row)]
}

function missingSheets(read: Read, row: PeriodRow): readonly MissingInput[] {
  const sheets = read.select().from(scoreSheet).where(eq(scoreSheet.periodId, row.id)).all()
  if (sheets.length === 0) return [{ kind: 'sheet', subject: row.code, message: missingWords.noSheets }]
  const names = new Map(read.select({ id: staff.id, name: staff.name }).from(staff).all().map(({ id, name }) => [id, name]))
  return sheets
    .filter(({ state }) => state === 'draft')
    .map((sheet) => {
      const scorer = sheet.scorerId === null ? (sheet.scorerLabel ?? '') : (names.get(sheet.scorerId) ?? '')
      const unscored = read.select().from(scoreEntry).where(and(eq(scoreEntry.sheetId, sheet.id), isNull(scoreEntry.band), isNull(scoreEntry.score))).all().length
      return { kind: 'sheet', subject: sheet.id, message: missingWords.sheet(scorer, unscored) }
    })
}

function unverifiedTasks(read: Read, row: PeriodRow): readonly MissingInput[] {
  return read
    .select({ code: task.code, title: task.title })
    .from(task)
    .where(and(gte(task.due, row.start), lte(task.due, row.end), inArray(task.state, ['submitted', 'reviewed'])))
    .all()
    .map(({ code, title }) => ({ kind: 'task', subject: code, message: missingWords.task(title) }))
}

function undecidedPoints(read: Read, row: PeriodRow): readonly MissingInput[] {
  const waiting = ['declared', 'verified'] as const
  const honours = read.select({ id: honour.id, what: honour.matter }).from(honour).where(and(eq(honour.periodId, row.id), inArray(honour.state, [...waiting]))).all()
  const circulars = read.select({ id: circular.id, what: circular.matter }).from(circular).where(and(eq(circular.periodId, row.id), inArray(circular.state, [...waiting]))).all()
  const deductions = read
    .select({ id: deduction.id, what: deduction.matter })
    .from(deduction)
    .where(and(gte(deduction.date, row.start), lte(deduction.date, row.end), inArray(deduction.state, [...waiting])))
    .all()
  return [...honours, ...circulars, ...deductions].map(({ id, what }) => ({ kind: 'point', subject: id, message: missingWords.point(what ?? '') }))
}

/** A village that is recorded as unranked is no gap; one nobody has recorded is. */
function unrankedVillages(read: Read, row: PeriodRow): readonly MissingInput[] {
  const recorded = new Set(read.select({ id: villageRank.villageId }).from(villageRank).where(eq(villageRank.periodId, row.id)).all().map(({ id }) => id))
  return read
    .select()
    .from(village)
    .all()
    .filter(({ id }) => !recorded.has(id))
    .map(({ code, name }) => ({ kind: 'village', subject: code, message: missingWords.village(name) }))
}

function unscoredPosts(read: Read, row: PeriodRow): readonly MissingInput[] {
  return read
    .selectDistinct({ code: post.code, name: post.name })
    .from(post)
    .innerJoin(assignment, eq(assignment.postId, post.id))
    .where(and(isNull(post.score), lte(assignment.from, row.end), or(isNull(assignment.to), gte(assignment.to, row.start))))
    .all()
    .map(({ code, name }) => ({ kind: 'post', subject: code, message: missingWords.post(name) }))
}

function missingFactors(read: Read, row: PeriodRow): readonly MissingInput[] {
  const recorded = new Set(read.select({ id: modulePk.moduleId }).from(modulePk).where(eq(modulePk.periodId, row.id)).all().map(({ id }) => id))
  return read
    .select()
    .from(moduleTable)
    .where(eq(moduleTable.enabled, true))
    .all()
    .filter(({ id }) => !recorded.has(id))
    .map(({ code, name }) => ({ kind: 'pkFactor', subject: code, message: missingWords.pkFactor(name) }))
}
