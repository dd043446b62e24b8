import { useQuery } from '@tanstack/react-query'
import { Button, Select, Table } from 'antd'
import type { ReactNode } from 'react'
import { periodStages } from '../../../../shared/domain/plans/cycle.ts'
import { periodStageNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { useNavigation } from '../../../api/place.ts'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { PeriodRow } from '../../plans/api-types.ts'
import { periodTitle, shortDay } from '../../../frame/dates.ts'
import { useCommand } from '../../../frame/use-command.ts'
import { tabWords } from '../vocabulary.ts'
import { presentStage } from './cycle-steps.ts'
import { cycleWords } from '../cycle-vocabulary.ts'

export interface PeriodListProps {
  readonly periods: readonly PeriodRow[]
  /** The id of the one that is on the page. */
  readonly shown: string
  readonly action: ReactNode
}

/** All periods, the newest first; the plan of one that is not frozen can be chosen. */
export function PeriodList({ periods, shown, action }: PeriodListProps): ReactNode {
  const { go } = useNavigation()
  const rows = [...periods].sort((a, b) => b.start.localeCompare(a.start) || a.kind.localeCompare(b.kind))
  return (
    <Section title={cycleWords.periods} actions={action}>
      <Table
        className="list-table"
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={rows}
        columns={[
          { title: cycleWords.period, dataIndex: 'code', render: (code: string) => periodTitle(code) },
          { title: cycleWords.span, key: 'span', render: (_, { start, end }) => cycleWords.range(shortDay(start), shortDay(end)) },
          { title: cycleWords.freeze, dataIndex: 'freeze', className: 'cycle-day' },
          { title: cycleWords.stage, key: 'stage', render: (_, row) => <StageTag period={row} /> },
          { title: cycleWords.planColumn, key: 'plan', width: 300, render: (_, row) => <PlanOf period={row} /> },
          { title: cycleWords.result, key: 'result', render: (_, { result }) => (result === null ? cycleWords.noResult : cycleWords.resultText(result.resultVersion, result.state === 'published')) },
          {
            title: <span className="ui-unseen">{tabWords.commands}</span>,
            key: 'show',
            align: 'right',
            render: (_, { id }) => (id === shown ? <StateTag tone="accent">{cycleWords.shown}</StateTag> : <Button type="link" size="small" onClick={() => go({ tab: 'evaluation', section: 'cycle', id })}>{cycleWords.show}</Button>),
          },
        ]}
      />
    </Section>
  )
}

function StageTag({ period }: { readonly period: PeriodRow }): ReactNode {
  const stage = presentStage({ ...period, computedAt: period.result?.computedAt ?? null })
  return <StateTag tone={stage === 'locked' || stage === 'reported' ? 'good' : 'plain'}>{periodStageNames[stage]}</StateTag>
}

/** The plan of a period; a choice until it is frozen. */
function PlanOf({ period }: { readonly period: PeriodRow }): ReactNode {
  const { client, orpc } = useApi()
  const { capabilities } = useMe()
  const { isBusy, run } = useCommand()
  const mayChoose = capabilities.includes('period.run') && periodStages.indexOf(period.stage) < periodStages.indexOf('frozen')
  const plans = useQuery(orpc.plans.list.queryOptions({ enabled: mayChoose }))
  const present = period.planState === 'draft' ? cycleWords.planDraft(period.planName, period.planVersion) : cycleWords.planApproved(period.planName, period.planVersion)
  if (!mayChoose) return present
  const options = (plans.data ?? []).map(({ id, name, planVersion, state }) => ({ value: id, label: state === 'draft' ? cycleWords.planDraft(name, planVersion) : cycleWords.planApproved(name, planVersion) }))
  return (
    <Select
      aria-label={cycleWords.choosePlan(periodTitle(period.code))}
      size="small"
      className="cycle-plan"
      value={period.planId}
      disabled={isBusy}
      options={options.length === 0 ? [{ value: period.planId, label: present }] : options}
      onChange={(planId) =>
        void run(async () => {
          await client.periods.setPlan({ id: period.id, planId, version: period.version })
          return cycleWords.planChosen
        })
      }
    />
  )
}
