import { registerLimits, type RegisterColumnType } from './codes.ts'
import { isNumeric, type ColumnDefinition } from './column.ts'

/** What is wrong with the columns of a register as defined; `index` counts from 0. `definitionFaultText` says it. */
export type DefinitionFault =
  | { readonly kind: 'no_columns' }
  | { readonly kind: 'too_many_columns' }
  | { readonly kind: 'title_empty'; readonly index: number }
  | { readonly kind: 'title_long'; readonly index: number }
  | { readonly kind: 'title_twice'; readonly index: number; readonly title: string }
  | { readonly kind: 'unit_long'; readonly index: number; readonly title: string }
  | { readonly kind: 'options_missing'; readonly index: number; readonly title: string }
  | { readonly kind: 'too_many_options'; readonly index: number; readonly title: string }
  | { readonly kind: 'option_long'; readonly index: number; readonly title: string }
  | { readonly kind: 'option_twice'; readonly index: number; readonly title: string; readonly option: string }
  | { readonly kind: 'total_not_number'; readonly index: number; readonly title: string }
  | { readonly kind: 'unique_not_possible'; readonly index: number; readonly title: string; readonly type: RegisterColumnType }
  | { readonly kind: 'required_not_possible'; readonly index: number; readonly title: string }

/** Columns in which equal values are the rule. */
export const neverUnique: readonly RegisterColumnType[] = ['long_text', 'choice', 'attachment']

/** The faults of the columns in use, in their order. Titles are compared without white space. */
export function definitionFaults(columns: readonly ColumnDefinition[]): readonly DefinitionFault[] {
  if (columns.length === 0) return [{ kind: 'no_columns' }]
  if (columns.length > registerLimits.columns) return [{ kind: 'too_many_columns' }]
  const titles = columns.map(({ title }) => title.replace(/\s/gu, ''))
  return columns.flatMap((column, index) => [...titleFaults(titles, index, column.title), ...ruleFaults(column, index)])
}

function titleFaults(titles: readonly string[], index: number, title: string): readonly DefinitionFault[] {
  const plain = titles[index] ?? ''
  if (plain === '') return [{ kind: 'title_empty', index }]
  if (title.length > registerLimits.title) return [{ kind: 'title_long', index }]
  return titles.indexOf(plain) === index ? [] : [{ kind: 'title_twice', index, title }]
}

function ruleFaults(column: ColumnDefinition, index: number): readonly DefinitionFault[] {
  const { title, type, unit, required, isUnique, total } = column
  const faults: DefinitionFault[] = []
  if (unit !== null && unit.length > registerLimits.unit) faults.push({ kind: 'unit_long', index, title })
  if (type === 'choice') faults.push(...optionFaults(column, index))
  if (total && !isNumeric(column)) faults.push({ kind: 'total_not_number', index, title })
  if (isUnique && neverUnique.includes(type)) faults.push({ kind: 'unique_not_possible', index, title, type })
  if (required && type === 'attachment') faults.push({ kind: 'required_not_possible', index, title })
  return faults
}

function optionFaults({ title, options }: ColumnDefinition, index: number): readonly DefinitionFault[] {
  if (options.length === 0) return [{ kind: 'options_missing', index, title }]
  if (options.length > registerLimits.options) return [{ kind: 'too_many_options', index, title }]
  if (options.some((option) => option === '' || option.length > registerLimits.option)) return [{ kind: 'option_long', index, title }]
  const twice = options.find((option, place) => options.indexOf(option) !== place)
  return twice === undefined ? [] : [{ kind: 'option_twice', index, title, option: twice }]
}

/** What a column keeps of its rules once its type is known: no options but for a choice, no unit and no total but for a number. */
export function tidyColumn<Column extends ColumnDefinition>(column: Column): Column {
  return {
    ...column,
    title: column.title.trim(),
    unit: isNumeric(column) && column.unit !== null && column.unit.trim() !== '' ? column.unit.trim() : null,
    options: column.type === 'choice' ? column.options.map((option) => option.trim()).filter((option) => option !== '') : [],
  }
}
