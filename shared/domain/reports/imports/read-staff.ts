import type { Identity, Track } from '../../people/codes.ts'
import { compact, chineseText, halfWidth } from '../../cells/clean-text.ts'
import { birthMonthOf, readIdNumber, readIdNumberFromNumber, type IdNumberReading } from '../../people/id-number.ts'
import { readPolitical, readSex } from '../../people/identity.ts'
import { normalizeName } from '../../people/person-name.ts'
import type { BodyRow } from './body-rows.ts'
import { staffKind, type StaffKey } from './columns.ts'
import type { ModuleIndex } from './modules.ts'
import { isBlankMark, readDate, type DateReading } from '../../cells/read-date.ts'
import { readTextOf } from './read-text.ts'
import type { RawValue } from '../../cells/raw-workbook.ts'
import type { GridCell } from './sheet-grid.ts'
import type { NoticeCode, ReadRow, RowIssue, StaffDraft, StaffIssueCode } from './types.ts'
import { issueMessages, noticeMessages } from './vocabulary.ts'

/** What reading a roster needs besides the row. `octoberKeys`: columns whose numbers drop a trailing zero (see `writesTwoDigitMonths`). */
export interface StaffReading {
  readonly moduleNamed: ModuleIndex
  /** Of the title that a row stands under. */
  readonly moduleTitled: ModuleIndex
  readonly identityNamed: (text: string) => Identity | null
  readonly trackOf: (duty: string) => Track
  readonly today: string
  readonly fromCsv: boolean
  readonly octoberKeys: ReadonlySet<StaffKey>
}

type Row = BodyRow<StaffKey>
type Report = (key: StaffKey, code: StaffIssueCode, message: string) => void

const specOf = new Map(staffKind.columns.map((spec) => [spec.key, spec]))

export function staffLabel(key: StaffKey): string {
  return specOf.get(key)?.label ?? key
}

/** Text of a cell; a mark for "nothing" is nothing. */
function filled(row: Row, key: StaffKey): string | null {
  const text = row.cells.get(key)?.text ?? ''
  return text === '' || isBlankMark(text) ? null : text
}

function short(row: Row, key: StaffKey, report: Report, tidy: (text: string) => string = chineseText): string | null {
  const raw = filled(row, key)
  const text = raw === null ? '' : tidy(raw)
  if (text === '') return null
  const limit = specOf.get(key)?.maxLength ?? 0
  if (text.length > limit && [...text].length > limit) {
    report(key, 'too_long', issueMessages.tooLong(limit))
    return null
  }
  return text
}

function idReading(cell: GridCell | undefined): IdNumberReading {
  if (cell === undefined || isBlankMark(cell.text)) return { kind: 'empty' }
  return cell.raw.kind === 'number' ? readIdNumberFromNumber(cell.raw.value) : readIdNumber(cell.text)
}

function idNumber(row: Row, report: Report): string | null {
  const reading = idReading(row.cells.get('idNo'))
  switch (reading.kind) {
    case 'empty':
      return null
    case 'valid':
      return reading.idNo
    case 'digits_lost':
      report('idNo', 'id_digits_lost', issueMessages.idDigitsLost)
      return null
    case 'wrong_length':
      report('idNo', 'id_check_digit', reading.length === 18 ? issueMessages.idWrongCharacter : issueMessages.idWrongLength(reading.length))
      return null
    case 'wrong_birth':
      report('idNo', 'id_check_digit', issueMessages.idWrongBirth)
      return null
    case 'wrong_check_digit':
      report('idNo', 'id_check_digit', issueMessages.idWrongCheckDigit)
      return null
  }
}

/** Years back from today that a month may lie. */
const ages = { birth: { least: 14, most: 90 }, workStart: { least: 0, most: 60 } } as const

/** `85年3月` → `1985年3月`, where one century alone is possible for it. */
function wholeYear(raw: RawValue | undefined, key: keyof typeof ages, { today }: StaffReading): RawValue | undefined {
  const text = raw?.kind === 'text' ? compact(raw.text) : ''
  const year = /^(\d{2})(?:年|[-./])\d{1,2}(?:\D|$)/u.exec(text)?.[1]
  if (year === undefined) return raw
  const { least, most } = ages[key]
  const whole = [`20${year}`, `19${year}`].find((one) => Number(today.slice(0, 4)) - Number(one) >= least && Number(today.slice(0, 4)) - Number(one) <= most)
  return whole === undefined ? raw : { kind: 'text', text: whole + text.slice(2) }
}

function october(month: string): string {
  return `${month.slice(0, 4)}-10`
}

function monthOf(row: Row, key: StaffKey, reading: DateReading, report: Report): string | null {
  if (reading.kind === 'empty') return null
  if (reading.kind === 'date') return reading.month
  report(key, 'date_invalid', issueMessages.dateInvalid((row.cells.get(key)?.text ?? '').slice(0, 20)))
  return null
}

/** `1990.1` is January, unless the ID number or the other numbers of the column say October. */
function birthMonth(row: Row, idNo: string | null, context: StaffReading, report: Report): string | null {
  const reading = readDate(wholeYear(row.cells.get('birth')?.raw, 'birth', context))
  const month = monthOf(row, 'birth', reading, report)
  if (month === null) return null
  if (month > context.today.slice(0, 7)) {
    report('birth', 'date_invalid', issueMessages.bornLater)
    return null
  }
  if (reading.kind !== 'date' || !reading.perhapsOctober || !losesZeros(row, 'birth', context)) return month
  const decided = idNo === null ? null : birthMonthOf(idNo)
  if (decided === month || decided === october(month)) return decided
  return octoberByColumn(row, 'birth', context) ? october(month) : month
}

/** Text keeps what was typed; a number, and the text a CSV makes of it, drops the last zero of 1990.10. */
function losesZeros(row: Row, key: StaffKey, context: StaffReading): boolean {
  return context.fromCsv || row.cells.get(key)?.raw.kind === 'number'
}

function octoberByColumn(row: Row, key: StaffKey, context: StaffReading): boolean {
  return row.cells.get(key)?.raw.kind === 'number' && context.octoberKeys.has(key)
}

function workStart(row: Row, context: StaffReading, report: Report): string | null {
  const reading = readDate(wholeYear(row.cells.get('workStart')?.raw, 'workStart', context))
  const month = monthOf(row, 'workStart', reading, report)
  return month !== null && reading.kind === 'date' && reading.perhapsOctober && octoberByColumn(row, 'workStart', context) ? october(month) : month
}

/** A mobile number without spaces, hyphens and country code; other numbers as written. */
function phoneText(text: string): string {
  const plain = halfWidth(text).replace(/^'|\.0$/gu, '')
  const digits = plain.replace(/[\s-]/gu, '').replace(/^\+?86(?=1\d{10}$)/u, '')
  return /^1\d{10}$/.test(digits) ? digits : plain
}

function identityOf(row: Row, context: StaffReading, report: Report): StaffDraft['identity'] {
  const text = filled(row, 'identity')
  if (text === null) return null
  const identity = context.identityNamed(text)
  if (identity === null) report('identity', 'identity_unknown', issueMessages.identityUnknown(compact(text).slice(0, 20)))
  return identity
}

function moduleOf(row: Row, context: StaffReading, report: Report): { readonly module: string | null; readonly moduleName: string | null } {
  const text = filled(row, 'module')
  const found = text === null ? context.moduleTitled(row.section ?? '') : context.moduleNamed(text)
  if (text !== null && found === null) report('module', 'module_unknown', issueMessages.moduleUnknown(compact(text).slice(0, 20)))
  return { module: found?.code ?? null, moduleName: found?.name ?? null }
}

/** Reads one row of a roster with all its errors. What only the database can tell (required for a new person, duplicates, scope) comes with matching. */
export function readStaffRow(row: Row, context: StaffReading): ReadRow<StaffDraft, StaffIssueCode> {
  const errors: RowIssue<StaffIssueCode>[] = []
  const notices: RowIssue<NoticeCode>[] = []
  const report: Report = (key, code, message) => errors.push({ column: staffLabel(key), code, message })
  const notice = (key: StaffKey, code: NoticeCode, message: string) => notices.push({ column: staffLabel(key), code, message })

  const name = short(row, 'name', report, normalizeName)
  if (name === null && errors.length === 0) report('name', 'name_missing', issueMessages.nameMissing)
  const idNo = idNumber(row, report)
  const birth = birthMonth(row, idNo, context, report)
  if (idNo !== null && birth !== null && birthMonthOf(idNo) !== birth) notice('birth', 'birth_differs_from_id', noticeMessages.birthDiffersFromId)
  const sexText = filled(row, 'sex')
  const sex = sexText === null ? null : readSex(sexText)
  if (sexText !== null && sex === null) notice('sex', 'sex_unreadable', noticeMessages.sexUnreadable)
  const phoneLost = /^\d(?:\.\d+)?E\+?\d+$/i.test(filled(row, 'phone') ?? '')
  if (phoneLost) notice('phone', 'phone_digits_lost', noticeMessages.phoneDigitsLost)
  const duty = short(row, 'rankTitle', report)
  const grade = short(row, 'grade', report)

  const draft: StaffDraft = {
    staffNo: short(row, 'staffNo', report, compact),
    name,
    idNo,
    sex,
    birth,
    political: short(row, 'political', report, readPolitical),
    identity: identityOf(row, context, report),
    sendingUnit: short(row, 'sendingUnit', report),
    ...moduleOf(row, context, report),
    post: short(row, 'post', report),
    rankTitle: [duty, grade].filter((part) => part !== null).join('、') || null,
    track: duty === null ? 'staff' : context.trackOf(duty),
    phone: phoneLost ? null : short(row, 'phone', report, phoneText),
    workStart: workStart(row, context, report),
    remark: short(row, 'remark', report),
  }
  return { row: row.row, draft, errors, notices, read: readTextOf(staffKind, row) }
}

/** Columns in which `2012.02` stands as a number: there `1990.1` can only be October, for January would be `1990.01`. */
export function writesTwoDigitMonths(rows: readonly Row[]): ReadonlySet<StaffKey> {
  const keys = new Set<StaffKey>()
  for (const row of rows) {
    for (const key of ['birth', 'workStart'] as const) {
      const cell = row.cells.get(key)?.raw
      if (cell?.kind === 'number' && /^\d{4}\.0[1-9]$/.test(String(cell.value))) keys.add(key)
    }
  }
  return keys
}
