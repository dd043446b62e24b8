import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { periodStages } from '../../../../shared/domain/plans/cycle.ts'
import { periodStageNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { usePeriod } from '../../../api/period.ts'
import { useNavigation } from '../../../api/place.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { PartLine } from '../../../frame/PartLine.tsx'
import { tabWords } from '../vocabulary.ts'
import { YearInputs } from './year/YearInputs.tsx'
import { GroupGrades } from './GroupGrades.tsx'
import { PkFactors } from './PkFactors.tsx'
import { PointList } from './PointList.tsx'
import { SourceList } from './SourceList.tsx'
import { offeredParts } from './offered-parts.ts'
import { inputPartNames, inputWords, type InputPart } from './vocabulary.ts'
import { VillageRanks } from './VillageRanks.tsx'
import type { InputProps } from './input-props.ts'

export interface InputsSectionProps {
  /** Which part is open: `villages`, `factors`, `groups`, `points`, `sources`. */
  readonly id?: string
}

/** 数据录入: what the evaluation takes besides sheets and tasks. */
export function InputsSection({ id }: InputsSectionProps): ReactNode {
  const { orpc } = useApi()
  const { go } = useNavigation()
  const chosen = usePeriod()
  const periods = useQuery(orpc.periods.list.queryOptions())
  const { offered, first } = offeredParts(useMe().capabilities)
  const part = offered.find((one) => one === id) ?? first
  const parts = <PartLine label={inputWords.title} parts={offered.map((key) => ({ key, label: inputPartNames[key] }))} current={part} onOpen={(key) => go({ tab: 'evaluation', section: 'inputs', id: key })} />
  return (
    <Loaded query={periods}>
      {(rows) => {
        const period = rows.find((row) => row.id === chosen?.id)
        if (period?.kind === 'year') return <YearInputs period={period} {...(id === undefined ? {} : { id })} />
        if (period === undefined) {
          return (
            <TabPage note={parts} body="scroll">
              <Empty title={tabWords.noPeriod} hint={tabWords.noPeriodHint} />
            </TabPage>
          )
        }
        const isOpen = periodStages.indexOf(period.stage) < periodStages.indexOf('frozen')
        return (
          <TabPage note={parts}>
            {isOpen ? null : <p className="tab-notice">{inputWords.closed(periodStageNames[period.stage])}</p>}
            <PartOf key={`${period.id}:${part}`} part={part} period={period} isOpen={isOpen} />
          </TabPage>
        )
      }}
    </Loaded>
  )
}

function PartOf({ part, ...props }: InputProps & { readonly part: InputPart }): ReactNode {
  switch (part) {
    case 'villages':
      return <VillageRanks {...props} />
    case 'factors':
      return <PkFactors {...props} />
    case 'groups':
      return <GroupGrades {...props} />
    case 'points':
      return <PointList {...props} />
    case 'sources':
      return <SourceList {...props} />
  }
}
