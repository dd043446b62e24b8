import type { ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { usePeriod } from '../../../api/period.ts'
import { useNavigation } from '../../../api/place.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { TabPage } from '../TabFrame.tsx'
import { ToCycle } from '../ToCycle.tsx'
import { PartLine } from '../../module/PartLine.tsx'
import { tabWords } from '../vocabulary.ts'
import { OwnResult } from './OwnResult.tsx'
import { QuarterResults } from './QuarterResults.tsx'
import { resultWords } from './vocabulary.ts'
import { YearResults } from './YearResults.tsx'

export interface ResultsSectionProps {
  /** `own`, or nothing. */
  readonly id?: string
}

/** 结果: those of the township (as far as the caller sees), and the caller's own. */
export function ResultsSection({ id }: ResultsSectionProps): ReactNode {
  const { go } = useNavigation()
  const { capabilities, roles, staffId } = useMe()
  const period = usePeriod()
  // 党政正职 are never scored.
  const parts = [
    ...(capabilities.includes('result.read') ? [{ key: 'all', label: resultWords.townList } as const] : []),
    ...(capabilities.includes('self.work') && staffId !== null && !roles.includes('principal') ? [{ key: 'own', label: resultWords.own } as const] : []),
  ]
  const part = parts.find(({ key }) => key === id)?.key ?? parts[0]?.key ?? 'own'
  if (period === null) {
    return (
      <TabPage body="scroll">
        <Empty title={tabWords.noPeriod} hint={tabWords.noPeriodHint} action={<ToCycle />} />
      </TabPage>
    )
  }
  const line = <PartLine label={resultWords.list} parts={parts} current={part} onOpen={(key) => go(key === 'own' ? { tab: 'evaluation', section: 'results', id: key } : { tab: 'evaluation', section: 'results' })} />
  if (part === 'own') return <OwnResult key={period.id} period={period} line={line} />
  return period.kind === 'quarter' ? <QuarterResults key={period.id} period={period} line={line} /> : <YearResults key={period.id} period={period} line={line} />
}
