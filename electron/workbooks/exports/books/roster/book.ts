import { numbered, text } from '../../arrange/draft.ts'
import type { DraftRow, DraftTable } from '../../arrange/draft.ts'
import { placeBook } from '../../arrange/place.ts'
import type { PlacedBook } from '../../arrange/place.ts'
import { renderBook } from '../../arrange/render.ts'
import type { RosterBookData, RosterPerson } from './data.ts'
import type { Layout } from '../../../../../shared/domain/papers/layout.ts'
import { createdAt, metadataSheet, metaTokens } from '../../metadata.ts'
import type { WorkbookModel } from '../../model/model.ts'

/** 姓氏笔画 as the collation of the Unicode consortium has it; people of one name stay in the order given. */
export function byStrokes(people: readonly RosterPerson[]): readonly RosterPerson[] {
  const collator = new Intl.Collator('zh-u-co-stroke')
  return [...people].sort((a, b) => collator.compare(a.name, b.name))
}

function rosterDraft(people: readonly RosterPerson[]): DraftTable {
  const rows = byStrokes(people).map((person): DraftRow => ({
    cells: {
      name: text(person.name),
      sex: text(person.sex),
      idNumber: text(person.idNumber),
      birthMonth: text(person.birthMonth),
      politicalStatus: text(person.politicalStatus),
      identity: text(person.identityLabel),
      sendingUnit: text(person.sendingUnit),
      module: text(person.moduleName),
      postName: text(person.postName),
      rankTitle: text(person.rankTitle),
      workSince: text(person.workSince),
      phone: text(person.phone),
      remark: text(person.remark),
    },
  }))
  return { key: 'roster', rows: people.length === 0 ? [] : numbered(rows) }
}

/** The sheets with their places, before anything is calculated. @throws LayoutError */
export function placeRoster(data: RosterBookData, layout: Layout): PlacedBook {
  const draft = {
    tokens: { ...metaTokens(data.meta), people: String(data.people.length) },
    author: data.meta.exportedBy,
    createdAt: createdAt(data.meta),
    sheets: [{ key: 'roster', tables: [rosterDraft(data.people)] }, metadataSheet(data.meta)],
  }
  return placeBook(draft, layout)
}

/** 花名册: one person a row in the shape the import reads back. @throws LayoutError */
export function rosterWorkbook(data: RosterBookData, layout: Layout): WorkbookModel {
  return renderBook(placeRoster(data, layout))
}
