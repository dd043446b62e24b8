import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { periodStages } from '../../../../../shared/domain/plans/cycle.ts'
import { periodStageNames } from '../../../../../shared/domain/plans/cycle-vocabulary.ts'
import { yearSources } from '../../../../../shared/domain/evaluation/inputs/input-sources.ts'
import { useApi, useMe } from '../../../../api/api.ts'
import { useNavigation } from '../../../../api/place.ts'
import { StateTag } from '../../../../ui/StateTag.tsx'
import { Loaded } from '../../../../frame/Loaded.tsx'
import { may, seesAll } from '../../../../frame/may.ts'
import { PartLine } from '../../../../frame/PartLine.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import type { PeriodRow } from '../../../plans/api-types.ts'
import { AskButton } from '../../../../frame/AskButton.tsx'
import { periodTitle } from '../../../../frame/dates.ts'
import { SourceTable } from '../SourceTable.tsx'
import { TabPage } from '../../../../frame/TabFrame.tsx'
import { useCommand } from '../../../../frame/use-command.ts'
import { tabWords } from '../../vocabulary.ts'
import { BonusPools } from './BonusPools.tsx'
import { yearPartNames, yearParts, yearWords } from '../../results/year-vocabulary.ts'
import { YearStandings } from './YearStandings.tsx'

export interface YearInputsProps {
  readonly period: PeriodRow
  /** Which part is open: `standings`, `bonus`, `sources`. */
  readonly id?: string
}

/** What a year takes besides its quarters: entered by 督考, confirmed by 党政正职, until it is published. */
export function YearInputs({ period, id }: YearInputsProps): ReactNode {
  const { client, orpc } = useApi()
  const { go } = useNavigation()
  const me = useMe()
  const { isBusy, run } = useCommand()
  const isWhole = seesAll(me)
  const input = { periodId: period.id }
  const standings = useQuery(orpc.yearInputs.standings.queryOptions({ input, enabled: isWhole }))
  const pools = useQuery(orpc.yearInputs.pools.queryOptions({ input, enabled: isWhole }))
  const part = yearParts.find((one) => one === id) ?? 'standings'
  const parts = <PartLine label={yearWords.title} parts={yearParts.map((key) => ({ key, label: yearPartNames[key] }))} current={part} onOpen={(key) => go({ tab: 'evaluation', section: 'inputs', id: key })} />
  if (!isWhole) return <TabPage heading={periodTitle(period.code)} body="scroll"><Empty title={tabWords.noSection} hint={tabWords.noSectionHint} /></TabPage>

  const isOpen = periodStages.indexOf(period.stage) < periodStages.indexOf('frozen')
  const mayEdit = isOpen && may(me, 'period.run')
  const waitingStandings = (standings.data ?? []).filter(({ isEntered, confirmedBy }) => isEntered && confirmedBy === null)
  const waitingPools = (pools.data ?? []).filter(({ fen, confirmedBy }) => fen !== null && confirmedBy === null)
  const waiting = waitingStandings.length + waitingPools.length

  async function confirm(): Promise<void> {
    const seen = { standings: waitingStandings.map(({ staffId, version }) => ({ staffId, version })), pools: waitingPools.map(({ pool, version }) => ({ pool, version })) }
    await run(async () => yearWords.confirmed((await client.yearInputs.confirm({ ...input, ...seen })).confirmed))
  }

  return (
    <TabPage
      heading={periodTitle(period.code)}
      note={<>{parts}{waiting === 0 ? null : <StateTag tone="warn">{yearWords.waiting(waiting)}</StateTag>}</>}
      actions={isOpen && may(me, 'ruling.decide') ? <AskButton label={yearWords.confirm} question={yearWords.confirmQuestion(waiting)} consequence={yearWords.confirmConsequence} disabled={waiting === 0} isBusy={isBusy} onConfirm={confirm} /> : null}
    >
      {isOpen ? null : <p className="tab-notice">{yearWords.closed(periodStageNames[period.stage])}</p>}
      {part === 'standings' ? (
        <Loaded query={standings}>{(rows) => <YearStandings periodId={period.id} rows={rows} revision={standings.dataUpdatedAt} mayEdit={mayEdit} />}</Loaded>
      ) : part === 'sources' ? (
        <SourceTable rows={Object.entries(yearSources).map(([key, source]) => ({ key, source }))} />
      ) : (
        <Loaded query={pools}>{(rows) => <BonusPools periodId={period.id} rows={rows} revision={pools.dataUpdatedAt} mayEdit={mayEdit} />}</Loaded>
      )}
    </TabPage>
  )
}
