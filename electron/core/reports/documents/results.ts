import { words as bookWords } from '../../../workbooks/exports/vocabulary.ts'
import type { DocumentData } from '../../../workbooks/documents/fill-template.ts'
import type { publicityOf } from '../../evaluation/appeals/publicity.ts'
import type { Guarded } from '../../app/guard.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { periodTitle } from '../exports/export-meta.ts'
import type { Making } from './make-document.ts'
import { toldOf, toldResults, type NoticesOf } from './told-results.ts'
import { documentWords as words } from './vocabulary.ts'

function tokensOf(row: PeriodRow, publicity: ReturnType<typeof publicityOf>): Readonly<Record<string, string>> {
  return {
    periodTitle: periodTitle(row),
    publicFrom: publicity === null ? '' : words.day(publicity.from),
    publicTo: publicity === null ? '' : words.day(publicity.to),
    totalHeading: words.total[row.kind],
  }
}

/** 公示 of a period: everyone with total, rank and grade. */
export function publicityDocument(guard: Guarded, code: string): Making {
  guard.requireScope({})
  const { row, publicity, people } = toldResults(guard, code)
  const lines = people.map(({ name, module, pool, total, rank, grade }) => ({ name, module, pool, total, rank, grade }))
  return { template: 'publicity', periodCode: row.code, documents: [{ tokens: { ...tokensOf(row, publicity), count: String(people.length) }, lists: { people: lines } }], detail: { code } }
}

/** 告知单 of people whose notices the caller may have. */
export function noticeDocuments(guard: Guarded, input: NoticesOf): Making {
  const { row, publicity, told } = toldOf(guard, input)
  const who = told.length === 1 ? (told[0]?.name ?? '') : words.people(told.length)
  const documents = told.map(({ name, module, post, items }): DocumentData => ({
    tokens: { ...tokensOf(row, publicity), who, name, module, post },
    lists: { scores: items.map(({ item, value, isPart }) => ({ item: isPart ? bookWords.part(item) : item, value })) },
  }))
  return { template: 'notice', periodCode: row.code, documents, detail: { code: row.code, people: told.length } }
}
