import type { ReactNode } from 'react'
import { usePeriod } from '../../../api/period.ts'
import { useNavigation } from '../../../api/place.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { PartLine } from '../../../frame/PartLine.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { ToCycle } from '../ToCycle.tsx'
import { tabWords } from '../vocabulary.ts'
import { AppealList } from './AppealList.tsx'
import { RulingList } from './RulingList.tsx'
import { rulingPartNames, rulingParts, rulingWords } from './vocabulary.ts'

export interface RulingsSectionProps {
  /** `appeals`, or nothing. */
  readonly id?: string
}

/** 裁定与申诉 of a period: what 督考 proposes and 党政正职 decide. */
export function RulingsSection({ id }: RulingsSectionProps): ReactNode {
  const { go } = useNavigation()
  const period = usePeriod()
  const part = rulingParts.find((one) => one === id) ?? 'rulings'
  const parts = <PartLine label={rulingWords.section} parts={rulingParts.map((key) => ({ key, label: rulingPartNames[key] }))} current={part} onOpen={(key) => go(key === 'rulings' ? { tab: 'evaluation', section: 'rulings' } : { tab: 'evaluation', section: 'rulings', id: key })} />
  if (period === null) {
    return (
      <TabPage body="scroll">
        <Empty title={tabWords.noPeriod} hint={tabWords.noPeriodHint} action={<ToCycle />} />
      </TabPage>
    )
  }
  return (
    <TabPage heading={periodTitle(period.code)} note={parts}>
      {part === 'rulings' ? <RulingList key={period.id} period={period} /> : <AppealList key={period.id} period={period} />}
    </TabPage>
  )
}
