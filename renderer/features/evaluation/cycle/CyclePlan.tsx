import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { useNavigation } from '../../../api/place.ts'
import { Section } from '../../../ui/Section.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { PaperButton } from '../../papers/pages/PaperButton.tsx'
import type { PeriodRow } from '../../plans/api-types.ts'
import { cycleSteps, dayText, latenessOf } from './cycle-steps.ts'
import { EditCyclePlan } from './EditCyclePlan.tsx'
import { cycleWords, stepWords } from '../cycle-vocabulary.ts'

export interface CyclePlanProps {
  readonly period: PeriodRow
  /** How many inputs are missing; null while it is not known. */
  readonly missing: number | null
}

/** 周期计划: the stepper with planned days, owners and lateness; to plan it, and to print it. */
export function CyclePlan({ period, missing }: CyclePlanProps): ReactNode {
  const { orpc } = useApi()
  const { capabilities } = useMe()
  const { go } = useNavigation()
  const plan = useQuery(orpc.periodSteps.list.queryOptions({ input: { periodId: period.id } }))
  const [isEditing, setEditing] = useState(false)
  const actions = (
    <>
      {capabilities.includes('calendar.edit') ? <Button size="small" onClick={() => go({ tab: 'system', section: 'calendar' })}>{stepWords.calendar}</Button> : null}
      <PaperButton size="small" label={stepWords.print} name={stepWords.title} load={(client) => client.papers.steps({ periodId: period.id })} />
      {capabilities.includes('period.run') ? <Button size="small" disabled={plan.data === undefined} onClick={() => setEditing(true)}>{stepWords.edit}</Button> : null}
    </>
  )
  return (
    <Section title={stepWords.title} actions={actions}>
      <Loaded query={plan}>
        {({ steps, known, publicityEnd }) => {
          const isPlanned = steps.some(({ plannedTo }) => plannedTo !== null)
          const late = latenessOf(steps)
          return (
            <div className="cycle-steps">
              <Steps label={cycleWords.steps} steps={cycleSteps(steps, missing, period.code.slice(0, 4))} />
              {late === null ? null : <p className="cycle-late">{late}</p>}
              {publicityEnd === null ? null : <p className="cycle-aside">{stepWords.publicityUntil(dayText(publicityEnd, period.code.slice(0, 4)))}</p>}
              {isPlanned ? known ? null : <p className="cycle-aside">{stepWords.unknown}</p> : <p className="cycle-aside">{capabilities.includes('period.run') ? stepWords.notPlanned : stepWords.notPlannedYet}</p>}
              {isEditing ? <EditCyclePlan period={period} steps={steps} onClose={() => setEditing(false)} /> : null}
            </div>
          )
        }}
      </Loaded>
    </Section>
  )
}
