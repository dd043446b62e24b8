import type { Cell, NumberFormat } from '../model/model.ts'

function decimals(places: number, useGrouping = false): Intl.NumberFormat {
  return new Intl.NumberFormat('en-US', { minimumFractionDigits: places, maximumFractionDigits: places, useGrouping, signDisplay: 'negative' })
}

/** As a spreadsheet shows a number of each format; a date is shown by its day and never comes here as a number but in a sum. */
const shown: Readonly<Record<NumberFormat, (value: number) => string>> = {
  plain: (value) => String(Number(value.toPrecision(10))),
  integer: formatted(decimals(0)),
  score: formatted(decimals(2)),
  factor: formatted(decimals(4)),
  money: formatted(decimals(2, true)),
  percent: formatted(new Intl.NumberFormat('en-US', { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: false, signDisplay: 'negative' })),
  date: (value) => String(value),
}

function formatted(format: Intl.NumberFormat): (value: number) => string {
  return (value) => format.format(value)
}

export function shownNumber(value: number, format: NumberFormat): string {
  return shown[format](value)
}

/** What stands in a cell on paper. */
export function shownText(cell: Cell): string {
  switch (cell.kind) {
    case 'empty': return ''
    case 'text': return cell.text
    case 'number': return shownNumber(cell.value, cell.style.format)
    case 'date': return cell.day
    case 'formula': return typeof cell.value === 'string' ? cell.value : shownNumber(cell.value, cell.style.format)
  }
}
