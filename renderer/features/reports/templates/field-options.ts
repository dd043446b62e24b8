import { singleKeys, type Aggregate, type Catalogue, type CellUse, type FillSource, type SingleKey } from '../../../../shared/domain/books/template.ts'
import { singleNames } from '../../../../shared/domain/books/template-vocabulary.ts'
import { matchesPinyin, pinyinQuery } from '../../../../shared/domain/search/matches-pinyin.ts'
import { searchKeyOf } from '../../../../shared/domain/search/search-key.ts'
import { templateWords as words } from './vocabulary.ts'

/** What the picker offers: a single value, how many rows a table has, or a column of it. */
export type FieldChoice =
  | { readonly kind: 'single'; readonly key: SingleKey }
  | { readonly kind: 'count'; readonly table: string }
  | { readonly kind: 'column'; readonly table: string; readonly field: string }

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
  }
}

function option(choice: FieldChoice, group: string, label: string): FieldOption {
  return { value: valueOf(choice), label, group, choice, search: searchKeyOf(`${group} ${label}`) }
}

/** Everything one may choose, in the order of the workbook. Columns that stand once for each of a list are named by placeholder only. */
export function fieldOptions(catalogue: Catalogue): readonly FieldOption[] {
  return [
    ...singleKeys.map((key) => option({ kind: 'single', key }, words.singles, singleNames[key][0])),
    ...catalogue.flatMap((table) => [
      ...table.fields.filter(({ heading }) => !heading.includes('{name}')).map(({ key, heading, group }) => option({ kind: 'column', table: table.key, field: key }, table.name, `${group ?? ''}${heading}`)),
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

/** The option that a use stands for; null for one that no option offers. */
export function optionOf(use: CellUse | null, options: readonly FieldOption[]): FieldOption | null {
  if (use === null || use.kind === 'keep') return null
  const value = valueOf(use.kind === 'aggregate' ? { kind: 'column', table: use.table, field: use.field } : use)
  return options.find((one) => one.value === value) ?? null
}

export function howOf(use: CellUse | null): How {
  return use?.kind === 'aggregate' ? use.how : 'column'
}

export function sourceOf(choice: FieldChoice, how: How): FillSource {
  return choice.kind === 'column' && how !== 'column' ? { ...choice, kind: 'aggregate', how } : choice
}
