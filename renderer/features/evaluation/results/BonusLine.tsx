import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { seesAll } from '../../../frame/may.ts'
import { yuanText } from '../money.ts'
import { poolName } from './result-columns.tsx'
import { bonusWords } from './year-vocabulary.ts'

/** The bonus of a year pool by pool, to the fen; nothing where no bonus is entered. */
export function BonusLine({ code }: { readonly code: string }): ReactNode {
  const { orpc } = useApi()
  const bonus = useQuery(orpc.results.bonus.queryOptions({ input: { code }, enabled: seesAll(useMe()) }))
  const rows = bonus.data ?? []
  if (rows.length === 0) return null
  return (
    <div className="evaluation-line result-line" role="group" aria-label={bonusWords.suggestion}>
      <span>{bonusWords.suggestion}</span>
      <span className="result-pools">
        {rows.map(({ pool, total, distributed, rest }) => (
          <StateTag key={pool} tone={rest > 0 ? 'warn' : 'plain'}>
            {bonusWords.line(poolName(pool), yuanText(total), yuanText(distributed), yuanText(rest))}
            {rest > 0 ? ` ${bonusWords.unspent}` : ''}
          </StateTag>
        ))}
      </span>
    </div>
  )
}
