import type { ColumnFilter, GridFilter } from './types.ts'
import { words } from './vocabulary.ts'

/** A filter in words, for the line above the grid: “状态：办理中、待核验”, “时限：从 2026-03-01”. */
export function filterWords(title: string, filter: GridFilter, column: ColumnFilter | undefined): string {
  return `${title}：${conditionWords(filter, column)}`
}

function conditionWords(filter: GridFilter, column: ColumnFilter | undefined): string {
  switch (filter.kind) {
    case 'text':
      return `${words.contains}“${filter.contains}”`
    case 'choice': {
      const choices = column?.kind === 'choice' ? column.choices : []
      const labels = filter.values.map((value) => choices.find((choice) => choice.value === value)?.label ?? String(value))
      return labels.length > 3 ? `${labels.slice(0, 3).join('、')}${words.andMore(labels.length)}` : labels.join('、')
    }
    case 'day':
      return spanWords(words.from, filter.from, words.to, filter.to)
    case 'number':
      return spanWords(words.atLeast, filter.min, words.atMost, filter.max)
    case 'blank':
      return filter.blank ? words.isBlank : words.isFilled
  }
}

function spanWords(lowWord: string, low: string | number | null, highWord: string, high: string | number | null): string {
  return [...(low === null ? [] : [`${lowWord} ${String(low)}`]), ...(high === null ? [] : [`${highWord} ${String(high)}`])].join(' ')
}
