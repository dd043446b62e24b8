import type { RegisterColumnType } from '../../../shared/domain/registers/codes.ts'
import { decimalsOf, registerLimits } from '../../../shared/domain/registers/codes.ts'
import { showRegisterValue } from '../../../shared/domain/registers/cell.ts'
import { searchKeyOf } from '../../../shared/domain/pinyin/search-key.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import type { CellEdit, Choice, ColumnFilter, GridColumn } from '../../grid/types.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { momentText } from '../../frame/dates.ts'
import { pinyinKeys } from '../people/person-option.ts'
import { blank } from './register-request.ts'
import type { Column, LedgerRow, Register } from './types.ts'
import { registerWords as words } from './vocabulary.ts'

export interface Village {
  readonly id: string
  readonly name: string
}

const widths: Readonly<Record<RegisterColumnType, number>> = { text: 148, long_text: 240, number: 96, date: 104, choice: 112, person: 92, village: 100, amount: 124, attachment: 72 }
const nobody = { person: () => undefined, village: () => undefined }

/** A cell as it stands on screen. */
export function cellText(column: Column, row: Pick<LedgerRow, 'cells' | 'names' | 'attachments'>): string {
  if (column.type === 'attachment') return words.files(row.attachments)
  const value = row.cells[column.id]
  if (value === undefined) return ''
  return row.names[column.id] ?? withThousands(column, showRegisterValue(column, value, nobody))
}

/** `1234567.50` → `1,234,567.50`: amounts alone, for a number may be a serial one. */
function withThousands({ type }: Column, text: string): string {
  return type === 'amount' ? text.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ',')) : text
}

/** The columns of a register's grid, in the order of its definition. */
export function registerColumns(register: Register, villages: readonly Village[], isBin: boolean): readonly GridColumn<LedgerRow>[] {
  const first = register.columns.find(({ inList }) => inList)
  const fields = register.columns.map((column): GridColumn<LedgerRow> => {
    const edit = isBin ? null : editOf(column, villages)
    const filter = filterOf(column, villages)
    return {
      field: column.id,
      title: words.withUnit(column.title, column.unit),
      width: Math.max(column === first && column.type === 'text' ? widths.long_text - 40 : widths[column.type], words.withUnit(column.title, column.unit).length * 13 + 40),
      ...(column === first ? { pinned: 'left' as const } : {}),
      align: column.type === 'number' || column.type === 'amount' || column.type === 'attachment' ? 'right' : column.type === 'date' ? 'center' : 'left',
      text: (row) => cellText(column, row),
      sortable: true,
      filter,
      ...(column.type === 'number' || column.type === 'amount' ? { number: (row: LedgerRow) => (row.cells[column.id] === undefined ? null : Number(row.cells[column.id])) } : {}),
      ...(column.inList ? {} : { hidden: true }),
      ...(edit === null ? {} : { edit }),
    }
  })
  return [...fields, ...ownColumns(register, isBin)]
}

function ownColumns(register: Register, isBin: boolean): readonly GridColumn<LedgerRow>[] {
  return [
    ...(register.proposal === null
      ? []
      : [{ field: 'proposed', title: words.proposal, width: 84, text: ({ proposed }: LedgerRow) => (proposed ? words.proposedMark : words.notProposed), render: ({ proposed }: LedgerRow) => <StateTag tone={proposed ? 'good' : 'quiet'}>{proposed ? words.proposedMark : words.notProposed}</StateTag> }]),
    { field: 'enteredBy', title: words.enteredBy, width: 92, text: ({ enteredBy }) => enteredBy ?? '', sortable: true, filter: { kind: 'text' } },
    { field: 'enteredAt', title: words.enteredAt, width: 148, text: ({ enteredAt }) => momentText(enteredAt), sortable: true, filter: { kind: 'day' }, hidden: true },
    ...(isBin ? [{ field: 'removedAt', title: words.removedAt, width: 148, text: ({ removedAt }: LedgerRow) => (removedAt === null ? '' : momentText(removedAt)) }] : []),
  ]
}

function filterOf({ type, options }: Column, villages: readonly Village[]): ColumnFilter {
  const empty: Choice = { value: blank, label: words.emptyCell }
  switch (type) {
    case 'text':
    case 'long_text':
    case 'person':
      return { kind: 'text', blank: true }
    case 'number':
    case 'amount':
      return { kind: 'number', blank: true }
    case 'attachment':
      return { kind: 'number' }
    case 'date':
      return { kind: 'day', blank: true }
    case 'choice':
      return { kind: 'choice', choices: [...options.map((option) => ({ value: option, label: option })), empty] }
    case 'village':
      return { kind: 'choice', choices: [...villages.map(({ id, name }) => ({ value: id, label: name })), empty] }
    default:
      return assertNever(type)
  }
}

/** What the host reads by its rules is typed as text; where the rule is known here, a wrong cell says so at once. */
function editOf({ id, type, required, options }: Column, villages: readonly Village[]): CellEdit<LedgerRow> | null {
  const editable = ({ editable: isOpen }: LedgerRow) => (isOpen ? true : words.locked)
  const read = ({ cells, names }: LedgerRow) => names[id] ?? cells[id] ?? null
  const rule = { read, editable, required }
  switch (type) {
    case 'text':
      return { kind: 'text', ...rule, maxLength: registerLimits.text }
    case 'long_text':
      return { kind: 'text', ...rule, maxLength: registerLimits.longText, multiline: true }
    case 'person':
      return { kind: 'text', ...rule }
    case 'number':
    case 'amount':
      return { kind: 'number', ...rule, read: ({ cells }) => (cells[id] === undefined ? null : Number(cells[id])), decimals: decimalsOf[type] }
    case 'date':
      return { kind: 'day', ...rule }
    case 'choice':
      return { kind: 'choice', ...rule, choices: options.map((option) => ({ value: option, label: option })) }
    case 'village':
      return { kind: 'choice', ...rule, choices: villages.map(({ name }) => ({ value: name, label: name, keys: [name.replace(/(?:村|社区)$/u, ''), ...pinyinKeys(searchKeyOf(name))] })) }
    case 'attachment':
      return null
    default:
      return assertNever(type)
  }
}
