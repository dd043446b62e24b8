import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Refusal } from './edit-book.ts'
import type { CellFault } from './paste-plan.ts'
import { words } from './vocabulary.ts'

export interface RefusalPanelProps {
  readonly refusal: Refusal
  readonly rowName: (fault: CellFault) => string
  readonly titleOf: (field: string) => string
  readonly onGoTo: (fault: CellFault) => void
  readonly onTakeGood: () => void
  readonly onDrop: () => void
}

/** A list longer than this helps nobody; the marks in the grid show the rest. */
const listed = 200

/** The cells that were refused, why, and what to do with the others. */
export function RefusalPanel({ refusal, rowName, titleOf, onGoTo, onTakeGood, onDrop }: RefusalPanelProps): ReactNode {
  const { faults, good, origin, partly } = refusal
  return (
    <section className="sheet-refusals" aria-label={words.refusals(faults.length, '')}>
      <div className="sheet-refusals-head" role="alert">
        <strong>{words.refusals(faults.length, partly ? words.someDone : words.nothingDone[origin])}</strong>
        <span className="sheet-refusals-actions">
          {good.length > 0 ? <Button size="small" onClick={onTakeGood}>{words.takeGoodOf(words.takeGood[origin], good.length)}</Button> : null}
          <Button size="small" onClick={onDrop}>{partly ? words.close : words.drop}</Button>
        </span>
      </div>
      <div className="sheet-refusals-list">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.refusalColumns.row}</th>
              <th scope="col">{words.refusalColumns.column}</th>
              <th scope="col">{words.refusalColumns.text}</th>
              <th scope="col">{words.refusalColumns.reason}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, listed).map((fault) => (
              <tr key={`${fault.key}:${fault.field}`}>
                <td>{fault.field === '' ? '' : <button type="button" onClick={() => onGoTo(fault)}>{rowName(fault)}</button>}</td>
                <td>{titleOf(fault.field)}</td>
                <td className="sheet-refusals-text">{fault.field === '' ? '' : words.attempted(fault.text)}</td>
                <td>{fault.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {faults.length > listed ? <p>{words.moreRefusals(faults.length - listed)}</p> : null}
      </div>
    </section>
  )
}
