import type { ReactNode } from 'react'
import type { ScoredEntry, SheetCount } from '../../../../shared/domain/plans/scorer-rules.ts'
import { scorerFaultText } from '../../../../shared/domain/plans/scorer-vocabulary.ts'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { counterParts, type CounterPart } from './counter-parts.ts'
import { sheetWords } from './vocabulary.ts'

export interface SheetCountersProps {
  readonly count: SheetCount
  readonly entries: readonly ScoredEntry[]
}

const tones: Readonly<Record<CounterPart['tone'], Tone>> = { plain: 'plain', open: 'accent', bad: 'bad', good: 'good' }

/** What has been given and what is left, live; a broken rule is said once the people are all scored or a limit is passed. */
export function SheetCounters({ count, entries }: SheetCountersProps): ReactNode {
  const parts = counterParts(count, entries.filter(({ score }) => score !== null).length)
  const faults = count.faults.filter((fault) => count.left === 0 || fault.kind === 'tooManyBest' || fault.kind === 'tooManyAlike')
  return (
    <>
      <span className="scoring-count" role="status" aria-label={sheetWords.counters}>
        {parts.map(({ key, text, tone }) => <StateTag key={key} tone={tones[tone]}>{text}</StateTag>)}
      </span>
      {faults.length === 0 ? null : <span className="scoring-faults">{faults.map(scorerFaultText).join(sheetWords.join)}</span>}
    </>
  )
}
