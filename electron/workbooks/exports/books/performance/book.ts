import type { Identity } from '../../../../../shared/domain/people/codes.ts'
import { annualDraft } from '../annual/annual-table.ts'
import { numbered, text } from '../../arrange/draft.ts'
import type { DraftSheet } from '../../arrange/draft.ts'
import { placeBook } from '../../arrange/place.ts'
import type { PlacedBook } from '../../arrange/place.ts'
import { renderBook } from '../../arrange/render.ts'
import type { PerformanceBookData } from './data.ts'
import type { Layout } from '../../../../../shared/domain/papers/layout.ts'
import { createdAt, metadataSheet, metaTokens } from '../../metadata.ts'
import type { WorkbookModel } from '../../model/model.ts'
import { performanceNotes, quarterWords, words } from '../../vocabulary.ts'
import { bonusDrafts } from './bonus.ts'
import { excellentDraft, feedbackDraft, modulesDraft, peopleDraft, specialCasesDraft } from './lists.ts'
import { excellentQuota, reportedPeople } from './people.ts'
import type { ReportedPerson } from './people.ts'

/** 备案 of some identities, with 应参加_人, 优秀名额_人 at its head. */
function filingSheet(key: string, everyone: readonly ReportedPerson[], identities: readonly Identity[], data: PerformanceBookData): DraftSheet {
  const people = everyone.filter((person) => identities.includes(person.identity))
  const quota = excellentQuota(people, data.yearOutcome)
  const tokens = { attending: String(people.length), quota: quota === null ? words.nothing : String(quota) }
  return { key, tables: [peopleDraft(key, people)], tokens }
}

function notes(data: PerformanceBookData): readonly string[] {
  const published = data.publishedQuarters.map((quarter) => quarterWords[quarter]).join(words.joiner)
  return [
    performanceNotes.published(published === '' ? words.noEntries : published),
    data.yearOutcome === null ? performanceNotes.yearOpen : performanceNotes.yearComputed,
    ...data.notes,
  ]
}

/** The sheets with their places, before anything is calculated. @throws LayoutError */
export function placePerformance(data: PerformanceBookData, layout: Layout): PlacedBook {
  const { people, order } = reportedPeople(data)
  const contract = people.filter((person) => person.identity === 'contract' || person.identity === 'support')
  const { bonus, pools } = bonusDrafts(people, data.yearOutcome)
  const draft = {
    tokens: { ...metaTokens(data.meta), year: String(data.year) },
    author: data.meta.exportedBy,
    createdAt: createdAt(data.meta),
    sheets: [
      { key: 'annual', tables: [annualDraft(people, order)] },
      filingSheet('civil', people, ['civil', 'ref_civil'], data),
      filingSheet('institution', people, ['institution'], data),
      { key: 'excellent', tables: [excellentDraft(people, data)] },
      { key: 'specialCases', tables: [specialCasesDraft(people, data)] },
      { key: 'feedback', tables: [feedbackDraft(people, data)] },
      { key: 'bonus', tables: [bonus] },
      { key: 'contract', tables: [peopleDraft('contract', contract)] },
      { key: 'modules', tables: [modulesDraft(data)] },
      { key: 'notes', tables: [{ key: 'notes', rows: numbered(notes(data).map((note) => ({ cells: { content: text(note) } }))) }] },
      { key: 'bonusPools', tables: [pools] },
      metadataSheet(data.meta),
    ],
  }
  return placeBook(draft, layout)
}

/** 绩效考核上报工作簿 of the year so far; live means, places, ratios, quotas and bonus shares. @throws LayoutError */
export function performanceWorkbook(data: PerformanceBookData, layout: Layout): WorkbookModel {
  return renderBook(placePerformance(data, layout))
}
