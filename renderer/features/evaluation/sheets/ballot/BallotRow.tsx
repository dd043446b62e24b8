import type { KeyboardEvent, ReactNode } from 'react'
import type { BallotAnswer } from '../../../plans/api-types.ts'
import type { Choice } from './ballot-choice.ts'
import { ballotWords } from './vocabulary.ts'

export interface BallotRowProps {
  readonly colleague: BallotAnswer['colleagues'][number]
  readonly bands: BallotAnswer['bands']
  readonly choice: Choice | null
  readonly onChoose: (choice: Choice) => void
  readonly onKey: (event: KeyboardEvent) => void
}

/** One colleague: a band or the abstention. */
export function BallotRow({ colleague: { staffId, staffName, moduleName, postName }, bands, choice, onChoose, onKey }: BallotRowProps): ReactNode {
  const marks: readonly { readonly label: string; readonly choice: Choice }[] = [
    ...bands.map(({ band, points }) => ({ label: ballotWords.band(band, points), choice: { kind: 'band', band } as const })),
    { label: ballotWords.abstain, choice: { kind: 'abstain' } },
  ]
  return (
    <tr className={choice === null ? '' : 'ballot-chosen'}>
      <th scope="row">{staffName}</th>
      <td>{moduleName}</td>
      <td>{postName}</td>
      <td>
        <div role="radiogroup" aria-label={ballotWords.choiceOf(staffName)} className="ballot-marks" onKeyDown={onKey}>
          {marks.map((mark) => (
            <label key={mark.label}>
              <input type="radio" name={`ballot-${staffId}`} checked={choice !== null && isSame(choice, mark.choice)} onChange={() => onChoose(mark.choice)} />
              {mark.label}
            </label>
          ))}
        </div>
      </td>
    </tr>
  )
}

function isSame(a: Choice, b: Choice): boolean {
  return a.kind === 'band' ? b.kind === 'band' && a.band === b.band : b.kind === 'abstain'
}
