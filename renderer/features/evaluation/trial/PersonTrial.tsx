import type { ReactNode } from 'react'
import { quarterGradeNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import type { TrialRow } from '../../plans/api-types.ts'
import { poolName } from '../results/result-columns.tsx'
import { signed, totalDelta } from './trial-rows.ts'
import './trial.css'
import { causeNames, placeNames, trialPageWords as words } from './vocabulary.ts'

export interface PersonTrialProps {
  /** Who; null closes the sheet. */
  readonly row: TrialRow | null
  readonly onClose: () => void
}

/** One person under both plans, and what the change of the total is made of. */
export function PersonTrial({ row, onClose }: PersonTrialProps): ReactNode {
  return (
    <SideSheet open={row !== null} title={row === null ? '' : words.whyOf(row.staffName)} onClose={onClose}>
      {row === null ? null : (
        <table className="trial-person">
          <thead>
            <tr>
              <th scope="col">{words.part}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
              <th scope="col">{words.changeOf}</th>
            </tr>
          </thead>
          <tbody>
            <Line title={words.total} before={row.before.total} after={row.after.total} change={signed(totalDelta(row) / 100)} />
            {row.causes.map(({ cause, delta }) => <Line key={cause} title={causeNames[cause]} before="" after="" change={signed(Number(delta))} />)}
            <Line title={words.rank} before={String(row.before.rankTown)} after={String(row.after.rankTown)} />
            <Line title={words.pool} before={poolName(row.before.pool)} after={poolName(row.after.pool)} />
            <Line title={words.poolRank} before={String(row.before.rankPool)} after={String(row.after.rankPool)} />
            <Line title={words.grade} before={quarterGradeNames[row.before.grade]} after={quarterGradeNames[row.after.grade]} />
            <Line title={words.gradePlace} before={placeNames[row.before.place]} after={placeNames[row.after.place]} />
          </tbody>
        </table>
      )}
    </SideSheet>
  )
}

interface LineProps {
  readonly title: string
  readonly before: string
  readonly after: string
  readonly change?: string
}

function Line({ title, before, after, change = '' }: LineProps): ReactNode {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{before}</td>
      <td className={before === after ? undefined : 'trial-changed'}>{after}</td>
      <td>{change}</td>
    </tr>
  )
}
