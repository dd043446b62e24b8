import { useId, type ReactNode } from 'react'
import { quarterGradeNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import type { TrialPoolRow } from '../../plans/api-types.ts'
import { poolName } from '../results/result-columns.tsx'
import { countedGrades, countText, ungraded } from './trial-rows.ts'
import { trialPageWords as words } from './vocabulary.ts'

export interface PoolCountsProps {
  readonly pools: readonly TrialPoolRow[]
}

/** Places and grades of each pool under both plans. */
export function PoolCounts({ pools }: PoolCountsProps): ReactNode {
  const id = useId()
  return (
    <table className="trial-pools" aria-labelledby={id}>
      <caption id={id} className="ui-unseen">{words.pools}</caption>
      <thead>
        <tr>
          {[words.pool, words.people, words.quota, ...countedGrades.map((grade) => quarterGradeNames[grade]), words.others, words.tied].map((title) => <th key={title} scope="col">{title}</th>)}
        </tr>
      </thead>
      <tbody>
        {pools.map(({ pool, before, after }) => (
          <tr key={pool ?? ''}>
            <th scope="row">{poolName(pool)}</th>
            <Count before={before?.people} after={after?.people} />
            <Count before={before?.quota} after={after?.quota} />
            {countedGrades.map((grade) => <Count key={grade} before={before?.grades[grade]} after={after?.grades[grade]} />)}
            <Count before={ungraded(before)} after={ungraded(after)} />
            <Count before={before?.tiedAtLine} after={after?.tiedAtLine} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Count({ before, after }: { readonly before: number | undefined; readonly after: number | undefined }): ReactNode {
  const { text, isChanged } = countText(before ?? null, after ?? null)
  return <td className={isChanged ? 'trial-changed' : undefined}>{text}</td>
}
