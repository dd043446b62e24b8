import { setImmediate as nextTurn } from 'node:timers/promises'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { ExportInput } from '../../../../shared/contract/reports/transfer.ts'
import type { ExportEvent } from '../../../../shared/contract/papers/export-stream.ts'
import { grantsOf } from '../../../../shared/domain/township/access/scope.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import type { BookContent } from '../../../workbooks/exports/write/export-job.ts'
import type { BookProcess } from '../../../workbooks/exports/write/run-export.ts'
import type { App } from '../../app/app.ts'
import { auditHead } from '../../app/audit-chain.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { mainModulesOf } from '../../people/assignments.ts'
import { reportsResult } from './export-file-name.ts'
import type { ExportAbout } from './export-meta.ts'
import { gatherEvaluation, gatherEvaluationYear } from './gather-evaluation.ts'
import { gatherPerformance } from './gather-performance.ts'
import { gatherRegister, gatherRegisters, requireExportableRegister } from './gather-registers.ts'
import { gatherRoster } from './gather-roster.ts'
import { gatherTasks } from './gather-tasks.ts'
import { gatherTeams } from './gather-teams.ts'
import { exportFileWords } from './vocabulary.ts'

/** What can be refused at once, before a process is started for it. */
export function requireExportable(guard: Guarded, input: ExportInput): void {
  if (input.workbook === 'roster') return
  if (input.workbook === 'register') {
    requireExportableRegister(guard, input.rows.registerId)
    return
  }
  requirePeriod(guard.read, input.period)
  // Both report the whole township person by person; ranks and means of a part of it would be other numbers.
  if (reportsResult(input.workbook)) guard.requireScope({})
}

interface Gathering {
  readonly app: App
  readonly guard: Guarded
  readonly input: ExportInput
  readonly about: ExportAbout
  /** `looked at` leaves no record, so that every 身份证号 in it is masked, whoever asks. */
  readonly purpose: 'handed over' | 'looked at'
  readonly report: (progress: Extract<ExportEvent, { kind: 'progress' }>) => void
  /** Takes the rows of long lists ahead of the job. */
  readonly writer: Pick<BookProcess, 'send' | 'again'>
}

/** How often a book is gathered anew because something was written meanwhile; after that it is taken as it is. */
const mostAttempts = 3

/** Gathering lets others have their turn; what they write meanwhile must not tear the book, so then it begins again. */
export async function gatherSteadily(gathering: Gathering): Promise<BookContent> {
  for (let attempt = 1; ; attempt += 1) {
    const before = auditHead(gathering.guard.read).seq
    const content = await gather(gathering)
    if (auditHead(gathering.guard.read).seq === before || attempt === mostAttempts) return content
    gathering.writer.again()
  }
}

async function gather({ app, guard, input, about, purpose, report, writer }: Gathering): Promise<BookContent> {
  const { read, view, actor } = guard
  const pause = async () => void (await nextTurn())
  if (input.workbook === 'roster') {
    const today = dayInChina(guard.now)
    const isVisible = (staffId: string) => view.kind === 'all' || mainModulesOf(read, staffId, today).some((id) => view.modules.includes(id))
    const mayUnmask = purpose === 'handed over' && grantsOf('idNo.unmask', actor.standing.roles).length > 0
    return { workbook: 'roster', data: gatherRoster(read, about, app.keys, isVisible, mayUnmask) }
  }
  if (input.workbook === 'register') return { workbook: 'registers', data: gatherRegister(guard, about, input.rows) }
  const row = requirePeriod(read, input.period)
  if (input.workbook === 'tasks') {
    const data = await gatherTasks(read, about, row, view.kind === 'all' ? 'all' : view.modules, async (rows, done, of) => {
      report({ kind: 'progress', stage: 'gathering', done, of })
      await writer.send(rows)
    })
    return { workbook: 'tasks', data }
  }
  if (input.workbook === 'teams') {
    const data = await gatherTeams(guard, about, row, async (rows, done, of) => {
      report({ kind: 'progress', stage: 'gathering', done, of })
      await writer.send(rows)
    })
    return { workbook: 'teams', data }
  }
  if (input.workbook === 'registers') {
    const data = await gatherRegisters(read, about, row, view.kind === 'all' ? 'all' : view.modules, pause)
    if (data.registers.length === 0) throw new Refusal('export_failed', { reason: exportFileWords.noRegisters })
    return { workbook: 'registers', data }
  }
  if (input.workbook === 'performance') {
    const gathered = await gatherPerformance(read, about, row, pause)
    if (gathered.data.people.length === 0) throw new Refusal('not_frozen', { period: periodTitle(row.code) })
    return { workbook: 'performance', ...gathered }
  }
  return row.kind === 'year' ? { workbook: 'evaluation-year', ...gatherEvaluationYear(read, about, row) } : { workbook: 'evaluation', ...gatherEvaluation(read, about, row) }
}
