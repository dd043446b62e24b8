import { createHash } from 'node:crypto'
import { getTableColumns, isNull } from 'drizzle-orm'
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts'
import * as schema from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'

type Row = Readonly<Record<string, unknown>>

/** Tables in an order in which the label of a row needs only labels made before it. */
const shared = {
  township: schema.township,
  module: schema.moduleTable,
  post: schema.post,
  staff: schema.staff,
  plan: schema.plan,
  period: schema.period,
  village: schema.village,
  task: schema.task,
  specialGroup: schema.specialGroup,
  scoreSheet: schema.scoreSheet,
  account: schema.account,
  moduleOffice: schema.moduleOffice,
  establishment: schema.establishment,
  assignment: schema.assignment,
  leave: schema.leave,
  taskParty: schema.taskParty,
  taskLog: schema.taskLog,
  milestone: schema.milestone,
  extension: schema.extension,
  supervision: schema.supervision,
  supervisionDay: schema.supervisionDay,
  supervisionFinding: schema.supervisionFinding,
  villageRank: schema.villageRank,
  teamMember: schema.teamMember,
  serviceEvent: schema.serviceEvent,
  groupMember: schema.groupMember,
  groupGrade: schema.groupGrade,
  honour: schema.honour,
  circular: schema.circular,
  deduction: schema.deduction,
  veto: schema.veto,
  modulePk: schema.modulePk,
  scoreEntry: schema.scoreEntry,
  peerCount: schema.peerCount,
  peerRoll: schema.peerRoll,
  decision: schema.decision,
  yearStanding: schema.yearStanding,
  bonusPool: schema.bonusPool,
  accountRole: schema.accountRole,
  snapshot: schema.snapshot,
  resultVersion: schema.resultVersion,
  personResult: schema.personResult,
  groupMeeting: schema.groupMeeting,
  secondment: schema.secondment,
  tuesdayPlan: schema.tuesdayPlan,
  grid: schema.grid,
  gridPerson: schema.gridPerson,
  gridScore: schema.gridScore,
  publicIssue: schema.publicIssue,
  publicIssueLog: schema.publicIssueLog,
  meeting: schema.meeting,
  register: schema.register,
  registerColumn: schema.registerColumn,
  registerRow: schema.registerRow,
  attachment: schema.attachment,
  periodStep: schema.periodStep,
  selfSummary: schema.selfSummary,
  handoverNote: schema.handoverNote,
  peerBallot: schema.peerBallot,
  holidayYear: schema.holidayYear,
  appeal: schema.appeal,
  ruling: schema.ruling,
  bookLayout: schema.bookLayout,
  upperTemplate: schema.upperTemplate,
} as const

/** What depends on when, where or in which order something arrived, or must not leave in the clear. */
const left = new Set(['id', 'seq', 'version', 'at', 'setUpAt', 'frozenAt', 'computedAt', 'decidedAt', 'idNoSealed', 'searchKey', 'enteredAt', 'askedAt', 'entryId', 'sealedAt', 'clearedOn'])

/** Columns that make up the label of a row by which others refer to it. */
const labelOf: Readonly<Record<string, (row: Row) => string>> = {
  plan: (row) => `${text(row['code'])}/${text(row['planVersion'])}`,
  scoreSheet: (row) => [row['periodId'], row['kind'], row['scorerId'] ?? row['scorerLabel'], row['moduleId'] ?? ''].map(text).join('/'),
  account: (row) => text(row['name']),
  snapshot: (row) => text(row['hash']),
  resultVersion: (row) => `${text(row['periodId'])}/v${text(row['resultVersion'])}`,
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The shared content of a township, by code and in code order: equal townships give equal text. */
export function dumpTownship(read: Read): Readonly<Record<string, readonly Row[]>> {
  const labels = new Map<string, string>()
  const dump: Record<string, readonly Row[]> = {}
  const open = new Set<unknown>(read.select({ periodId: schema.peerBallot.periodId }).from(schema.peerBallot).where(isNull(schema.peerBallot.closedOn)).all().map(({ periodId }) => periodId))
  for (const [name, table] of Object.entries(shared)) {
    const all: readonly Row[] = read.select(getTableColumns(table)).from(table).all()
    // What has been given so far in a 互评 that is still open is shown nowhere.
    const rows = table === schema.peerCount ? all.filter(({ periodId }) => !open.has(periodId)) : all
    const described = rows.map((row) => {
      const named = Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(column, value, labels)]))
      if (typeof row['id'] === 'string') labels.set(row['id'], labelOf[name]?.(named) ?? text(named['code'] ?? name))
      return Object.fromEntries(Object.entries(named).filter(([column]) => !left.has(column)))
    })
    dump[name] = described.map((row) => ({ row, order: [text(row['code']), canonicalJson(row)].join('\n') })).sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ row }) => row)
  }
  return dump
}

/** Ids become labels; a file is known by its digest. */
function plain(column: string, value: unknown, labels: ReadonlyMap<string, string>): unknown {
  if (Buffer.isBuffer(value)) return createHash('sha256').update(value).digest('hex')
  return typeof value === 'string' && column !== 'id' ? value.replace(uuids, (id) => labels.get(id) ?? id) : value
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
