import type { ReactNode } from 'react'
import { useMe } from '../../api/api.ts'
import { usePeriod } from '../../api/period.ts'
import { useNavigation } from '../../api/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { TabPage } from '../../frame/TabFrame.tsx'
import { ToCycle } from './ToCycle.tsx'
import { seesAll } from '../../frame/may.ts'
import { DecisionPage } from './decisions/DecisionPage.tsx'
import { decisionWords } from './decisions/vocabulary.ts'
import { PartLine } from '../../frame/PartLine.tsx'
import { tabWords } from './vocabulary.ts'
import { OwnResult } from './rulings/OwnResult.tsx'
import { QuarterResults } from './results/QuarterResults.tsx'
import { resultWords } from './results/vocabulary.ts'
import { YearResults } from './results/YearResults.tsx'
import { OlderQuarters } from './rulings/OlderQuarters.tsx'

export interface ResultsSectionProps {
  /** `own`, `decide`, or nothing. */
  readonly id?: string
}

/** 结果: those of the township (as far as the caller sees), and the caller's own. */
export function ResultsSection({ id }: ResultsSectionProps): ReactNode {
  const { go } = useNavigation()
  const me = useMe()
  const { capabilities, roles, staffId } = me
  const period = usePeriod()
  // 党政正职 are never scored.
  const parts = [
    ...(capabilities.includes('result.read') ? [{ key: 'all', label: resultWords.townList } as const] : []),
    ...(seesAll(me) ? [{ key: 'decide', label: decisionWords.part } as const] : []),
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
  const line = <PartLine label={resultWords.list} parts={parts} current={part} onOpen={(key) => go(key === 'all' ? { tab: 'evaluation', section: 'results' } : { tab: 'evaluation', section: 'results', id: key })} />
  if (part === 'decide') return <DecisionPage key={period.id} period={period} line={line} />
  if (part === 'own') return <OwnResult key={period.id} period={period} line={line} />
  return period.kind === 'quarter' ? <QuarterResults key={period.id} period={period} line={line} /> : <YearResults key={period.id} period={period} line={line} onOlderQuarters={(people) => <OlderQuarters period={period} people={people} />} />
}
