import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { periodStages } from '../../../../shared/domain/plans/cycle.ts'
import { periodStageNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { PeriodRow } from '../../plans/api-types.ts'
import { periodTitle } from '../../../frame/dates.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { Working } from '../../../ui/Working.tsx'
import { useCommand } from '../../../frame/use-command.ts'
import { CycleActions } from './CycleActions.tsx'
import './cycle.css'
import { CyclePlan } from './CyclePlan.tsx'
import { presentStage } from './cycle-steps.ts'
import { LateList } from './LateList.tsx'
import { MissingList } from './MissingList.tsx'
import { OpenYear } from './OpenYear.tsx'
import { PeriodList } from './PeriodList.tsx'
import type { CycleAction } from './next-action.ts'
import { Rollover } from './Rollover.tsx'
import { cycleWords } from '../cycle-vocabulary.ts'

export interface CyclePageProps {
  readonly period: PeriodRow
  readonly periods: readonly PeriodRow[]
}

/** One period: the stepper, what to do next, what is missing and who is late. */
export function CyclePage({ period, periods }: CyclePageProps): ReactNode {
  const { client, orpc } = useApi()
  const { capabilities } = useMe()
  const { isBusy, run } = useCommand()
  const [isComputing, setComputing] = useState(false)
  const computedAt = period.result?.computedAt ?? null
  const stage = presentStage({ ...period, computedAt })
  const isOpen = periodStages.indexOf(stage) < periodStages.indexOf('computed')
  const mayRun = capabilities.includes('period.run')
  const seesMissing = isOpen && (mayRun || capabilities.includes('plan.approve'))
  const seesLate = isOpen && period.kind === 'quarter' && capabilities.includes('score.proxy')
  const missing = useQuery(orpc.periods.missing.queryOptions({ input: { periodId: period.id }, enabled: seesMissing }))
  const late = useQuery(orpc.scores.late.queryOptions({ input: { periodId: period.id }, enabled: seesLate }))
  const count = seesMissing ? (missing.data?.length ?? null) : null
  const blocking = seesMissing ? (missing.data?.filter(({ kind }) => kind !== 'openQuarters').length ?? null) : null
  const hasSheets = missing.data?.every(({ kind }) => kind !== 'noSheets') ?? true

  async function compute(): Promise<string> {
    setComputing(true)
    try {
      const { resultVersion, isNew } = await client.periods.compute({ code: period.code })
      return cycleWords.computed(resultVersion, isNew)
    } finally {
      setComputing(false)
    }
  }

  async function perform(action: CycleAction): Promise<string> {
    switch (action.kind) {
      case 'advance':
        await client.periods.advance({ id: period.id, to: action.to, version: period.version })
        return cycleWords.advanced(periodStageNames[action.to])
      case 'openSheets':
        return cycleWords.sheetsOpened((await client.scores.open({ periodId: period.id })).sheets)
      case 'compute':
        return compute()
      case 'publish':
        await client.periods.publish({ code: period.code })
        return cycleWords.published
    }
  }

  const act = async (action: CycleAction) => void (await run(() => perform(action)))
  return (
    <TabPage
      heading={periodTitle(period.code)}
      note={<StateTag tone="accent">{periodStageNames[stage]}</StateTag>}
      actions={mayRun ? <CycleActions period={period} missing={blocking} hasSheets={hasSheets} isBusy={isBusy} onAct={act} /> : null}
      body="scroll"
    >
      <CyclePlan period={period} missing={count} />
      {isComputing ? <Working label={cycleWords.computing} /> : null}
      {seesMissing || seesLate ? (
        <div className="cycle-columns">
          {seesMissing ? <MissingList query={missing} isOpening={isBusy} hasSheetsAside={seesLate} {...(mayRun && stage === 'scoring' ? { onOpenSheets: () => void act({ kind: 'openSheets' }) } : {})} /> : null}
          {seesLate ? <LateList query={late} hasSheets={hasSheets} /> : null}
        </div>
      ) : null}
      <PeriodList periods={periods} shown={period.id} action={<><Rollover period={period} /><OpenYear periods={periods} /></>} />
    </TabPage>
  )
}
