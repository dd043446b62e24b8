import { Refusal } from '../../../../shared/contract/refusal.ts'
import { latenessText } from '../../../../shared/domain/plans/cycle-plan-vocabulary.ts'
import { periodStageNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { bestGrades, gradeName } from '../../../../shared/domain/plans/grade-names.ts'
import { decisionsSheet, stepsSheet, summarySheet } from '../../../workbooks/exports/papers/sheets.ts'
import { poolWords, wordFor, words as bookWords } from '../../../workbooks/exports/vocabulary.ts'
import { wholeTownship, type Guarded } from '../../app/guard.ts'
import { listDecisions } from '../../evaluation/decisions/decisions.ts'
import { requirePeriod, requirePeriodById } from '../../plans/periods.ts'
import { listSteps } from '../../evaluation/computing/period-steps.ts'
import { evaluatedPeople, listSummaries, ownSummary } from '../../evaluation/summaries/self-summaries.ts'
import { periodTitle } from '../exports/export-meta.ts'
import type { Paper } from './make-paper.ts'
import { paperWords as words } from './vocabulary.ts'

/** 审定表 of a period, pool by pool, for who sees the whole township. Refusal: `not_frozen`. */
export function decisionsPaper(guard: Guarded, { code, meeting }: { readonly code: string; readonly meeting: string }): Paper {
  guard.requireScope(wholeTownship())
  const row = requirePeriod(guard.read, code)
  const { pools, rows } = listDecisions(guard.read, row)
  const sheets = pools.map(({ pool, eligible, quota }) =>
    decisionsSheet({
      pool: pool === null ? bookWords.noPool : wordFor(poolWords, pool),
      eligible,
      quota,
      best: gradeName(row.kind, bestGrades[row.kind]),
      meeting,
      people: rows.filter((person) => person.pool === pool).map(({ staffName, moduleName, total, suggested, decided, identity, place, barred, clause, reason }) => ({
        name: staffName,
        module: moduleName,
        total: total === null ? null : Number(total),
        suggested: gradeName(row.kind, suggested, identity),
        decided: decided === null ? '' : gradeName(row.kind, decided, identity),
        note: [place === 'tiedAtLine' ? words.decisions.tied : '', barred, clause ?? '', reason ?? ''].filter((part) => part !== '').join(words.semicolon),
      })),
    }),
  )
  return { name: words.names.decisions(periodTitle(row)), period: row, sheets, staffIds: rows.map(({ staffId }) => staffId) }
}

/** 周期计划 of a period. */
export function stepsPaper({ read, now }: Guarded, periodId: string): Paper {
  const row = requirePeriodById(read, periodId)
  const steps = listSteps(read, row, now).steps.map(({ stage, state, plannedFrom, plannedTo, ownerName, enteredOn, enteredBy, daysLate }) => ({
    stage: periodStageNames[stage],
    from: plannedFrom,
    to: plannedTo,
    owner: ownerName ?? '',
    entered: enteredOn === null ? '' : words.steps.entered(enteredOn, enteredBy ?? ''),
    note: plannedTo === null || daysLate === 0 ? '' : latenessText(plannedTo, daysLate, state !== 'current'),
  }))
  return { name: words.names.steps(periodTitle(row)), period: row, sheets: [stepsSheet({ steps })] }
}

interface Summary {
  readonly staffId: string
  readonly name: string
  readonly moduleNames: readonly string[]
  readonly submittedOn: string | null
  readonly text: string
}

function summarySheets(row: ReturnType<typeof requirePeriodById>, summaries: readonly Summary[]): Paper {
  const who = summaries.length === 1 ? (summaries[0]?.name ?? '') : words.people(summaries.length)
  const sheets = summaries.map(({ name, moduleNames, submittedOn, text }) => summarySheet({ person: name, module: moduleNames.join(words.join), submitted: submittedOn === null ? '' : words.day(submittedOn), text }))
  return { name: words.names.summary(periodTitle(row), who), period: row, sheets, staffIds: summaries.map(({ staffId }) => staffId) }
}

/** 个人小结 that were handed in by people whom the caller reads; `out_of_scope` of another, `not_in_state` where there is none. */
export function summariesPaper(guard: Guarded, { periodId, staffIds }: { readonly periodId: string; readonly staffIds: readonly string[] | null }): Paper {
  const row = requirePeriodById(guard.read, periodId)
  const { rows } = listSummaries(guard, row)
  if (staffIds?.some((id) => !rows.some(({ staffId }) => staffId === id)) === true) throw new Refusal('out_of_scope')
  const said = rows.filter(({ staffId }) => staffIds === null || staffIds.includes(staffId)).flatMap(({ text, ...row }) => (text === null ? [] : [{ ...row, text }]))
  if (said.length === 0) throw notHandedIn()
  return summarySheets(row, said)
}

/** The caller's own 个人小结, once it is handed in. */
export function ownSummaryPaper({ read, actor }: Guarded, periodId: string): Paper {
  const row = requirePeriodById(read, periodId)
  const person = evaluatedPeople(read, row).find(({ staffId }) => staffId === actor.standing.staffId)
  const present = person === undefined ? null : ownSummary(read, row, person.staffId)
  if (person === undefined || present === null || present.submittedOn === null) throw notHandedIn()
  return summarySheets(row, [{ staffId: person.staffId, name: person.name, moduleNames: [...person.modules.values()], submittedOn: present.submittedOn, text: present.text }])
}

function notHandedIn(): Refusal {
  return new Refusal('not_in_state', { state: words.summary.notThere, action: words.summary.act })
}
