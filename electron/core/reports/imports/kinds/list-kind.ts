import type { Subject } from '../../../../../shared/domain/township/access/scope.ts'
import type { ListIssueCode, ListKind } from '../../../../../shared/domain/reports/imports/lists/codes.ts'
import type { Cells, ListSpec } from '../../../../../shared/domain/reports/imports/lists/list-spec.ts'
import { labelOf } from '../../../../../shared/domain/reports/imports/lists/read-list.ts'
import { listSpecs, type KeyOf } from '../../../../../shared/domain/reports/imports/lists/specs.ts'
import type { FieldChange, KnownWord, ListDraft, MatchedRow, ReadRow, RowIssue } from '../../../../../shared/domain/reports/imports/types.ts'
import { readListFile } from '../../../../workbooks/imports/read-rows.ts'
import { listWords } from '../vocabulary.ts'
import { defineImport, type ImportDefinition, type ImportRule, type Scene } from './import-kind.ts'
import { importFault } from './import-fault.ts'
import type { Importing } from './importing.ts'
import { describePeople } from './people-index.ts'

export type ListIssue = RowIssue<ListIssueCode>

/**
 * What the township makes of a row. `ready` is what the taker writes. `key` is what no second new row of the file may have; a known record is changed by one row of it.
 * `refused` without errors of its own is for rows whose cells already say what is wrong.
 */
export type Verdict<Ready> =
  | { readonly is: 'refused'; readonly errors: readonly ListIssue[] }
  | { readonly is: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly is: 'new'; readonly ready: Ready; readonly key: string }
  | { readonly is: 'known'; readonly id: string; readonly ready: Ready; readonly changes: readonly FieldChange[] }

/** A row for the matcher: `isGood` while its cells are without a fault. */
export interface ListRow<Key extends string> {
  readonly row: number
  readonly cells: Cells<Key>
  readonly isGood: boolean
}

export interface ListParts<Kind extends ListKind, Ready> extends ImportRule {
  readonly words?: (scene: Scene) => Readonly<Record<string, readonly KnownWord[]>>
  readonly matcher: (scene: Scene, tools: ListTools<KeyOf<Kind>>) => (row: ListRow<KeyOf<Kind>>) => Verdict<Ready>
  readonly nameOf: (cells: Cells<KeyOf<Kind>>) => string | null
  readonly taker: (importing: Importing, scene: Scene) => { readonly take: (row: TakenRow<Ready>) => void; readonly finish?: () => void }
}

export type TakenRow<Ready> = { readonly is: 'new'; readonly ready: Ready } | { readonly is: 'changed'; readonly id: string; readonly ready: Ready }

/** What every matcher needs: its words for columns, and the caller's reach over a subject. */
export interface ListTools<Key extends string> {
  readonly issue: (key: Key, code: ListIssueCode, message: string) => ListIssue
  readonly change: (key: Key, from: string | null, to: string | null) => readonly FieldChange[]
  readonly scopeErrors: (key: Key, subject: Subject) => readonly ListIssue[]
}

interface MatchedListRow<Ready> extends MatchedRow<ListDraft, ListIssueCode> {
  readonly taken: TakenRow<Ready> | null
}

function toolsOf<Key extends string>(spec: ListSpec<Key>, { guard }: Scene, rule: ImportRule): ListTools<Key> {
  const issue: ListTools<Key>['issue'] = (key, code, message) => ({ column: labelOf(spec, key), code, message })
  return {
    issue,
    change: (key, from, to) => (to === null || to === from ? [] : [{ column: labelOf(spec, key), from: from ?? '', to }]),
    scopeErrors(key, subject) {
      const fault = importFault(guard, rule, subject)
      if (fault === null) return []
      return [fault === 'about_self' ? issue(key, fault, listWords.aboutSelf) : issue(key, fault, listWords.outOfScope)]
    },
  }
}

function cellsOf<Key extends string>(spec: ListSpec<Key>, { cells }: ListDraft): Cells<Key> {
  return new Map(spec.columns.flatMap(({ key }): [Key, string][] => (cells[key] === undefined ? [] : [[key, cells[key]]])))
}

function settle<Key extends string, Ready>(spec: ListSpec<Key>, read: ReadRow<ListDraft, ListIssueCode>, verdict: Verdict<Ready>, twice: readonly ListIssue[]): MatchedListRow<Ready> {
  const errors = inColumnOrder(spec, [...read.errors, ...(verdict.is === 'refused' ? verdict.errors : twice)])
  const plain = { ...read, errors, matchId: null, candidates: [], changes: [], taken: null }
  if (errors.length > 0 || verdict.is === 'refused') return { ...plain, state: 'error' }
  switch (verdict.is) {
    case 'ambiguous':
      return { ...plain, state: 'ambiguous', candidates: verdict.candidates }
    case 'new':
      return { ...plain, state: 'new', taken: { is: 'new', ready: verdict.ready } }
    case 'known': {
      const { id, changes, ready } = verdict
      const isChanged = changes.length > 0
      return { ...plain, state: isChanged ? 'changed' : 'same', matchId: id, changes, taken: isChanged ? { is: 'changed', id, ready } : null }
    }
  }
}

function inColumnOrder<Key extends string>({ columns }: ListSpec<Key>, errors: readonly ListIssue[]): readonly ListIssue[] {
  const place = (error: ListIssue) => columns.findIndex(({ label }) => label === error.column)
  return [...errors].sort((a, b) => place(a) - place(b))
}

/** A list by its column table, matcher and taker. */
export function defineList<Kind extends ListKind, Ready>(kind: Kind, parts: ListParts<Kind, Ready>): ImportDefinition {
  const spec: ListSpec<KeyOf<Kind>> = listSpecs[kind]
  const { capability, notAboutSelf, wholeTownship } = parts
  return defineImport<ListDraft, ListIssueCode, MatchedListRow<Ready>>({
    rule: { capability, ...(notAboutSelf ? { notAboutSelf } : {}), ...(wholeTownship ? { wholeTownship } : {}) },
    ...(wholeTownship ? { admit: ({ guard }) => guard.requireScope({}) } : {}),
    context: (scene) => (parts.words === undefined ? {} : { words: parts.words(scene) }),
    readFile: (job, start) => readListFile(kind, job, start),
    matcher(scene) {
      const tools = toolsOf(spec, scene, parts)
      const matchRow = parts.matcher(scene, tools)
      const rowOfKey = new Map<string, number>()
      return (read) => {
        if (read.errors.some(({ code }) => code === 'skipped')) return { ...read, state: 'skipped', matchId: null, candidates: [], changes: [], taken: null }
        const isGood = read.errors.length === 0
        const verdict = matchRow({ row: read.row, cells: cellsOf(spec, read.draft), isGood })
        if (!isGood || (verdict.is !== 'new' && verdict.is !== 'known')) return settle(spec, read, verdict, [])
        const key = verdict.is === 'new' ? `new ${verdict.key}` : `known ${verdict.id}`
        const above = rowOfKey.get(key)
        if (above === undefined) rowOfKey.set(key, read.row)
        const isHarmless = above === undefined || (verdict.is === 'known' && verdict.changes.length === 0)
        return settle(spec, read, verdict, isHarmless ? [] : [tools.issue(spec.anchor, 'duplicate', listWords.twiceInFile(above))])
      }
    },
    nameOf: () => ({ draft }) => parts.nameOf(cellsOf(spec, draft)),
    describe: describePeople,
    take(importing, scene, rows) {
      const taker = parts.taker(importing, scene)
      let taken = 0
      for (const row of rows) {
        if (row.taken === null) continue
        taker.take(row.taken)
        taken += 1
      }
      taker.finish?.()
      return taken
    },
  })
}
