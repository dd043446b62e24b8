import { issueStateNames } from '../../../../../shared/domain/villages/issues/vocabulary.ts'
import { eventStateNames } from '../../../../../shared/domain/villages/villages/vocabulary.ts'
import { placeBook } from '../../arrange/place.ts'
import type { PlacedBook } from '../../arrange/place.ts'
import { renderBook } from '../../arrange/render.ts'
import { date, formula, number, numbered, text } from '../../arrange/draft.ts'
import type { DraftRow, DraftTable } from '../../arrange/draft.ts'
import type { GridStaffing, IssueRecord, TeamsBookData, TeamVillage, TuesdayRecord, VisitRecord } from './data.ts'
import type { Layout } from '../../../../../shared/domain/papers/layout.ts'
import { chineseDate, createdAt, metadataSheet, metaTokens } from '../../metadata.ts'
import type { WorkbookModel } from '../../model/model.ts'
import { recordScopeWords, tuesdayStandingWords, words } from '../../vocabulary.ts'
import { marksDraft } from './marks.ts'

/** Records are counted by the number of their village: what people typed is never part of a formula. */
function recordsOf(table: string, ...also: readonly string[]): string {
  return `COUNTIFS([${table}.villageNo],[villageNo]${also.map((condition) => `,${condition}`).join('')})`
}

function teamsDraft(villages: readonly TeamVillage[]): DraftTable {
  const attended = ['on_time', 'late'] as const
  const rows = villages.map((row): DraftRow => ({
    cells: {
      village: text(row.village),
      kind: text(row.kindLabel),
      households: number(row.households),
      leader: text(row.leader),
      cadres: text(row.cadres),
      departments: text(row.departments),
      experts: text(row.experts),
      people: number(row.people),
      planned: formula(recordsOf('tuesdays')),
      attended: formula(attended.map((standing) => recordsOf('tuesdays', '[tuesdays.standing]', `"${tuesdayStandingWords[standing]}"`)).join('+')),
      visits: formula(recordsOf('visits', '[visits.state]', `"${eventStateNames.verified}"`)),
      issues: formula(recordsOf('issues')),
      closed: formula(recordsOf('issues', '[issues.state]', `"${issueStateNames.closed}"`)),
      rank: row.rank === 'unranked' ? text(words.unranked) : number(row.rank),
      remark: text(row.remark),
      villageNo: number(row.villageNo),
    },
  }))
  return { key: 'teams', rows: numbered(rows) }
}

function tuesdaysDraft(tuesdays: readonly TuesdayRecord[]): DraftTable {
  const rows = tuesdays.map((row): DraftRow => ({
    cells: {
      date: date(row.date),
      village: text(row.village),
      person: text(row.person),
      module: text(row.moduleName),
      theme: text(row.themeLabel),
      content: text(row.content),
      standing: text(tuesdayStandingWords[row.standing]),
      checkedInAt: text(row.checkedInAt),
      result: text(row.result),
      villageNo: number(row.villageNo),
    },
  }))
  return { key: 'tuesdays', rows: numbered(rows) }
}

function visitsDraft(visits: readonly VisitRecord[]): DraftTable {
  const rows = visits.map((row): DraftRow => ({
    cells: {
      date: date(row.date),
      village: text(row.village),
      person: text(row.person),
      module: text(row.moduleName),
      household: text(row.household),
      note: text(row.note),
      quantity: number(row.quantity),
      state: text(eventStateNames[row.state]),
      verified: formula(`IF([state]="${eventStateNames.verified}",[quantity],0)`),
      verifier: text(row.verifier),
      remark: text(row.remark),
      villageNo: number(row.villageNo),
    },
  }))
  return { key: 'visits', rows: numbered(rows) }
}

function issuesDraft(issues: readonly IssueRecord[]): DraftTable {
  const rows = issues.map((row): DraftRow => ({
    cells: {
      code: text(row.code),
      reportedOn: date(row.reportedOn),
      village: text(row.village),
      source: text(row.sourceLabel),
      title: text(row.title),
      reporter: text(row.reporter),
      phone: text(row.phone),
      module: text(row.moduleName),
      handler: text(row.handler),
      dueOn: date(row.dueOn),
      state: text(issueStateNames[row.state]),
      result: text(row.result),
      closedOn: date(row.closedOn),
      satisfaction: text(row.satisfactionLabel),
      reworks: number(row.reworks),
      remark: text(row.remark),
      villageNo: number(row.villageNo),
    },
  }))
  return { key: 'issues', rows: numbered(rows) }
}

function gridsDraft(grids: readonly GridStaffing[]): DraftTable {
  const rows = grids.map((row): DraftRow => ({
    cells: {
      village: text(row.village),
      grid: text(row.grid),
      households: number(row.households),
      head: text(row.people.head),
      fullTime: text(row.people.full_time),
      partTime: text(row.people.part_time),
      instructor: text(row.people.instructor),
      missing: text(row.missing),
      remark: text(row.remark),
    },
  }))
  return { key: 'grids', rows: numbered(rows) }
}

/** The sheets with their places, before anything is calculated. @throws LayoutError */
export function placeTeams(data: TeamsBookData, layout: Layout): PlacedBook {
  const draft = {
    tokens: { ...metaTokens(data.meta), day: chineseDate(data.day), scope: data.isWhole ? recordScopeWords.whole : recordScopeWords.visible },
    author: data.meta.exportedBy,
    createdAt: createdAt(data.meta),
    sheets: [
      { key: 'teams', tables: [teamsDraft(data.villages)] },
      { key: 'tuesdays', tables: [tuesdaysDraft(data.tuesdays)] },
      { key: 'visits', tables: [visitsDraft(data.visits)] },
      { key: 'issues', tables: [issuesDraft(data.issues)] },
      { key: 'grids', tables: [gridsDraft(data.grids)] },
      { key: 'marks', tables: [marksDraft(data.months)] },
      metadataSheet(data.meta),
    ],
  }
  return placeBook(draft, layout)
}

/** 组团联村与网格: who serves where, what was done there, and how the grids were marked. @throws LayoutError */
export function teamsWorkbook(data: TeamsBookData, layout: Layout): WorkbookModel {
  return renderBook(placeTeams(data, layout))
}
