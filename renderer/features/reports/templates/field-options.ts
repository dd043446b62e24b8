import { singleKeys, type Aggregate, type Catalogue, type CatalogueField, type CatalogueTable, type CellUse, type FillSource, type SingleKey } from '../../../../shared/domain/reports/templates/template.ts'
import { singleNames } from '../../../../shared/domain/reports/templates/vocabulary.ts'
import { matchesPinyin, pinyinQuery } from '../../../../shared/domain/pinyin/matches-pinyin.ts'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { templateWords as words } from './vocabulary.ts'

/** What the picker offers: a single value, how many rows a table has, a column of it, or one of the columns that stand for each of a list, by its name. */
export type FieldChoice =
  | { readonly kind: 'single'; readonly key: SingleKey }
  | { readonly kind: 'count'; readonly table: string }
  | { readonly kind: 'column'; readonly table: string; readonly field: string }
  | { readonly kind: 'each'; readonly table: string; readonly key: string; readonly pattern: string }

export interface FieldOption {
  readonly value: string
  readonly label: string
  /** The table it belongs to. */
  readonly group: string
  readonly choice: FieldChoice
  readonly search: string
}

/** How a column goes into a cell: a row each, or one value made of all. */
export type How = 'column' | Aggregate

function valueOf(choice: FieldChoice): string {
  switch (choice.kind) {
    case 'single':
      return `single ${choice.key}`
    case 'count':
      return `count ${choice.table}`
    case 'column':
      return `column ${choice.table}\n${choice.field}`
    case 'each':
      return `each ${choice.table}\n${choice.key}`
  }
}

function option(choice: FieldChoice, group: string, label: string): FieldOption {
  return { value: valueOf(choice), label, group, choice, search: searchKeyOf(`${group} ${label}`) }
}

const nameToken = '{name}'

function columnOption({ key: table, name }: CatalogueTable, { key, heading, group }: CatalogueField): FieldOption {
  const label = `${group ?? ''}${heading}`
  if (!heading.includes(nameToken)) return option({ kind: 'column', table, field: key }, name, label)
  return option({ kind: 'each', table, key, pattern: label }, name, label.replace(nameToken, words.someName))
}

/** Everything one may choose, in the order of the workbook. */
export function fieldOptions(catalogue: Catalogue): readonly FieldOption[] {
  return [
    ...singleKeys.map((key) => option({ kind: 'single', key }, words.singles, singleNames[key][0])),
    ...catalogue.flatMap((table) => [
      ...table.fields.map((field) => columnOption(table, field)),
      option({ kind: 'count', table: table.key }, table.name, words.count),
    ]),
  ]
}

/** Whether what was typed finds a field: part of its name or its table's, pinyin or initials. */
export function findsField({ label, group, search }: Pick<FieldOption, 'label' | 'group' | 'search'>, typed: string): boolean {
  const text = typed.trim()
  const pinyin = pinyinQuery(text)
  return text === '' || `${group}.${label}`.includes(text) || (pinyin !== null && matchesPinyin(search, pinyin))
}

/** The name that stands in a heading for one of each: `互评好票` by `互评{name}票` → `好`; null where it is no such heading. */
export function nameIn(pattern: string, heading: string): string | null {
  const [before = '', after = ''] = pattern.split(nameToken)
  return heading.length > before.length + after.length && heading.startsWith(before) && heading.endsWith(after) ? heading.slice(before.length, heading.length - after.length) : null
}

/** The option that a use stands for; null for one that no option offers. Of the patterns it fits the one that leaves the shortest name is meant. */
export function optionOf(use: CellUse | null, options: readonly FieldOption[]): FieldOption | null {
  if (use === null || use.kind === 'keep') return null
  const value = valueOf(use.kind === 'aggregate' ? { kind: 'column', table: use.table, field: use.field } : use)
  const exact = options.find((one) => one.value === value)
  if (exact !== undefined || use.kind === 'single' || use.kind === 'count') return exact ?? null
  const fitting = options.flatMap((one) => {
    const name = one.choice.kind === 'each' && one.choice.table === use.table ? nameIn(one.choice.pattern, use.field) : null
    return name === null ? [] : [{ one, length: name.length }]
  })
  return fitting.toSorted((a, b) => a.length - b.length)[0]?.one ?? null
}

export function howOf(use: CellUse | null): How {
  return use?.kind === 'aggregate' ? use.how : 'column'
}

/** What a choice fills a cell with; `name` says which of the columns that stand for each of a list. */
export function sourceOf(choice: FieldChoice, how: How, name = ''): FillSource {
  if (choice.kind === 'single' || choice.kind === 'count') return choice
  const column = { table: choice.table, field: choice.kind === 'each' ? choice.pattern.replace(nameToken, name.trim()) : choice.field }
  return how === 'column' ? { kind: 'column', ...column } : { kind: 'aggregate', ...column, how }
}
