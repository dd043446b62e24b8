import type { ReactNode } from 'react'
import type { PeriodKind } from '../../../../shared/domain/plans/cycle.ts'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { bestGrades, gradeName } from '../../../../shared/domain/plans/grade-names.ts'
import type { PoolLine as Line } from './pool-lines.ts'
import { poolName } from './result-columns.tsx'
import './results.css'
import { poolWords } from './vocabulary.ts'

export interface PoolLineProps {
  readonly kind: PeriodKind
  readonly lines: readonly Line[]
}

const tones: Readonly<Record<Line['state'], Tone>> = { room: 'plain', full: 'good', over: 'bad', none: 'quiet' }

/** 名额 live: “公务员（参公）“好” 5/5 已满”. */
export function PoolLine({ kind, lines }: PoolLineProps): ReactNode {
  const best = gradeName(kind, bestGrades[kind])
  return (
    <span className="result-pools" role="status" title={poolWords.hint}>
      {lines.map(({ pool, given, quota, state, tiedAtLine }) => (
        <StateTag key={pool ?? ''} tone={tones[state]}>
          {poolWords.line(poolName(pool), best, given, quota)} {wordOf(state, given, quota)}
          {tiedAtLine > 0 ? ` ${poolWords.tied(tiedAtLine)}` : ''}
        </StateTag>
      ))}
    </span>
  )
}

function wordOf(state: Line['state'], given: number, quota: number): string {
  switch (state) {
    case 'full':
      return poolWords.full
    case 'over':
      return poolWords.over(given - quota)
    case 'room':
      return poolWords.room(quota - given)
    case 'none':
      return poolWords.none
  }
}
