import { useId, type ReactNode } from 'react'
import { poolTexts } from './pool-texts.ts'
import { groupNames } from './vocabulary.ts'

export interface PoolTableProps {
  readonly document: unknown
}

/** 序列: whom each holds. */
export function PoolTable({ document }: PoolTableProps): ReactNode {
  const id = useId()
  return (
    <section className="plan-group" aria-labelledby={id}>
      <h3 id={id}>{groupNames.pools}</h3>
      {poolTexts(document).map((pool) => (
        <div key={pool.id} className="plan-row">
          <span>{pool.name}</span>
          <span className="plan-text">{pool.holds}</span>
        </div>
      ))}
    </section>
  )
}
