import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { SheetKind } from '../../../../shared/domain/plans/cycle.ts'
import { rulingKindNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import { assignment, circular, deduction, honour, modulePk, moduleTable, post, scoreEntry, scoreSheet, staff, task, village, villageRank } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { groupsAtWork } from '../../tasks/groups/groups-at-work.ts'
import { peerRuleOf } from '../../../../shared/domain/plans/plan-document.ts'
import { openRulings } from './open-rulings.ts'
import { ballotRow } from '../sheets/ballot-course.ts'
import { turnoutOf } from '../sheets/ballots.ts'
import { electorateFor } from '../sheets/electorate.ts'
import { planDocumentOf, type PeriodRow } from '../../plans/periods.ts'
import { scorerTitles } from '../sheets/scorer-title.ts'
import { planSheets, unratedPeople } from '../sheets/sheets.ts'
import { missingWords, scorerOffices } from '../../plans/vocabulary.ts'

/** What the evaluation of a period lacks, with what is needed to find the place where it is entered. */
export type MissingInput = { readonly message: string } & (
  | { readonly kind: 'noSheets' }
  | { readonly kind: 'noScorer'; readonly moduleId: string; readonly sheetKind: SheetKind }
  | { readonly kind: 'unrated'; readonly staffId: string; readonly moduleId: string; readonly sheetKind: SheetKind }
  | { readonly kind: 'sheet'; readonly sheetId: string; readonly scorerId: string | null; readonly unscored: number }
  | { readonly kind: 'ballot'; readonly notVoted: number }
  | { readonly kind: 'smallModule'; readonly moduleId: string }
  | { readonly kind: 'task'; readonly taskId: string; readonly moduleId: string }
  | { readonly kind: 'point'; readonly pointId: string; readonly pointKind: 'honour' | 'circular' | 'deduction'; readonly staffId: string }
  | { readonly kind: 'village'; readonly villageId: string }
  | { readonly kind: 'post'; readonly postId: string }
  | { readonly kind: 'pkFactor'; readonly moduleId: string }
  | { readonly kind: 'groupGrade'; readonly groupId: string }
  | { readonly kind: 'ruling'; readonly rulingId: string; readonly rulingKind: 'exemption' | 'veto' }
)

/** 冻结前的缺项: what the evaluation of a quarter still lacks, each with what is to be done about it. */
export function missingInputs(read: Read, row: PeriodRow): readonly MissingInput[] {
  return [...missingSheets(read, row), ...openBallots(read, row), ...unverifiedTasks(read, row), ...undecidedPoints(read, row), ...unrankedVillages(read, row), ...unscoredPosts(read, row), ...missingFactors(read, row), ...ungradedGroups(read, row), ...undecidedRulings(read, row)]
}

function missingSheets(read: Read, row: PeriodRow): readonly MissingInput[] {
  const sheets = read.select().from(scoreSheet).where(eq(scoreSheet.periodId, row.id)).orderBy(asc(scoreSheet.seq)).all()
  if (sheets.length === 0) return [{ kind: 'noSheets', message: missingWords.noSheets }]
  const names = new Map(read.select({ id: staff.id, name: staff.name }).from(staff).all().map(({ id, name }) => [id, name]))
  const titleOf = scorerTitles(read)
  const planned = planSheets(read, row)
  const vacant = planned.filter(({ scorerId }) => scorerId === null)
  return [
    ...vacant.map(({ kind, moduleId, moduleName, office }) => ({ kind: 'noScorer', moduleId, sheetKind: kind, message: missingWords.noScorer(moduleName, kind, scorerOffices[office]) }) as const),
    ...unratedPeople(read, row, planned).map(({ staffId, sheet }) => ({ kind: 'unrated', staffId, moduleId: sheet.moduleId, sheetKind: sheet.kind, message: missingWords.unrated(names.get(staffId) ?? '', sheet.moduleName, sheet.kind) }) as const),
    ...sheets
      .filter(({ state }) => state === 'draft')
      .map((sheet) => {
        const { id: sheetId, scorerId, kind } = sheet
        const unscored = read.select().from(scoreEntry).where(and(eq(scoreEntry.sheetId, sheetId), isNull(scoreEntry.band), isNull(scoreEntry.score))).all().length
        return { kind: 'sheet', sheetId, scorerId, unscored, message: missingWords.sheet(titleOf(sheet), kind, unscored) } as const
      }),
  ]
}

/** 互评 that is still open, and, as long as it can be changed, the modules in which too few vote on each other. Without points there is none. */
function openBallots(read: Read, row: PeriodRow): readonly MissingInput[] {
  const document = planDocumentOf(read, row)
  const ballot = ballotRow(read, row.id)
  if (Number(document.quarter.module.peer) === 0 || (ballot !== undefined && ballot.closedOn !== null)) return []
  const { tooSmall } = electorateFor(read, row)
  const { smallModule } = peerRuleOf(document)
  const modules = new Map(read.select().from(moduleTable).all().map((module) => [module.code, module]))
  const alone = tooSmall.flatMap(({ module: code, people }): readonly MissingInput[] => {
    const module = modules.get(code)
    return module === undefined ? [] : [{ kind: 'smallModule', moduleId: module.id, message: missingWords.smallModule(module.name, people, smallModule) }]
  })
  if (ballot === undefined) return alone
  const notVoted = turnoutOf(read, row).notVoted.length
  return [{ kind: 'ballot', notVoted, message: missingWords.ballot(notVoted) }, ...alone]
}

function unverifiedTasks(read: Read, row: PeriodRow): readonly MissingInput[] {
  return read
    .select({ taskId: task.id, moduleId: task.moduleId, title: task.title })
    .from(task)
    .where(and(gte(task.due, row.start), lte(task.due, row.end), inArray(task.state, ['submitted', 'reviewed'])))
    .orderBy(asc(task.seq))
    .all()
    .map(({ title, ...of }) => ({ kind: 'task', ...of, message: missingWords.task(title) }))
}

function undecidedPoints(read: Read, row: PeriodRow): readonly MissingInput[] {
  const waiting = ['declared', 'verified'] as const
  const honours = read.select({ pointId: honour.id, staffId: honour.staffId, what: honour.matter }).from(honour).where(and(eq(honour.periodId, row.id), inArray(honour.state, [...waiting]))).orderBy(asc(honour.seq)).all()
  const circulars = read.select({ pointId: circular.id, staffId: circular.staffId, what: circular.matter }).from(circular).where(and(eq(circular.periodId, row.id), inArray(circular.state, [...waiting]))).orderBy(asc(circular.seq)).all()
  const deductions = read
    .select({ pointId: deduction.id, staffId: deduction.staffId, what: deduction.matter })
    .from(deduction)
    .where(and(gte(deduction.date, row.start), lte(deduction.date, row.end), inArray(deduction.state, [...waiting])))
    .orderBy(asc(deduction.seq))
    .all()
  const asMissing = (pointKind: 'honour' | 'circular' | 'deduction') => ({ what, ...of }: { readonly pointId: string; readonly staffId: string; readonly what: string | null }) =>
    ({ kind: 'point', pointKind, ...of, message: missingWords.point(what ?? '') }) as const
  return [...honours.map(asMissing('honour')), ...circulars.map(asMissing('circular')), ...deductions.map(asMissing('deduction'))]
}

/** A village that is recorded as unranked is no gap; one nobody has recorded is. */
function unrankedVillages(read: Read, row: PeriodRow): readonly MissingInput[] {
  const recorded = new Set(read.select({ id: villageRank.villageId }).from(villageRank).where(eq(villageRank.periodId, row.id)).all().map(({ id }) => id))
  return read
    .select()
    .from(village)
    .orderBy(asc(village.seq))
    .all()
    .filter(({ id }) => !recorded.has(id))
    .map(({ id, name }) => ({ kind: 'village', villageId: id, message: missingWords.village(name) }))
}

function unscoredPosts(read: Read, row: PeriodRow): readonly MissingInput[] {
  return read
    .selectDistinct({ id: post.id, name: post.name, seq: post.seq })
    .from(post)
    .innerJoin(assignment, eq(assignment.postId, post.id))
    .where(and(isNull(post.score), lte(assignment.from, row.end), or(isNull(assignment.to), gte(assignment.to, row.start))))
    .orderBy(asc(post.seq))
    .all()
    .map(({ id, name }) => ({ kind: 'post', postId: id, message: missingWords.post(name) }))
}

function missingFactors(read: Read, row: PeriodRow): readonly MissingInput[] {
  const recorded = new Set(read.select({ id: modulePk.moduleId }).from(modulePk).where(eq(modulePk.periodId, row.id)).all().map(({ id }) => id))
  return read
    .select()
    .from(moduleTable)
    .where(eq(moduleTable.enabled, true))
    .orderBy(asc(moduleTable.seq))
    .all()
    .filter(({ id }) => !recorded.has(id))
    .map(({ id, name }) => ({ kind: 'pkFactor', moduleId: id, message: missingWords.pkFactor(name) }))
}

/** 尽责豁免 and 否决 take effect before the freeze or never. */
function undecidedRulings(read: Read, row: PeriodRow): readonly MissingInput[] {
  return (['exemption', 'veto'] as const).flatMap((rulingKind) =>
    openRulings(read, row, [rulingKind]).map(({ id, code }) => ({ kind: 'ruling', rulingId: id, rulingKind, message: missingWords.ruling(rulingKindNames[rulingKind], code) }) as const),
  )
}

/** Without a grade its members would get nothing for their work, and nobody would see why. */
function ungradedGroups(read: Read, row: PeriodRow): readonly MissingInput[] {
  return groupsAtWork(read, row)
    .filter(({ grade }) => grade === null)
    .map(({ groupId, name }) => ({ kind: 'groupGrade', groupId, message: missingWords.groupGrade(name) }))
}
