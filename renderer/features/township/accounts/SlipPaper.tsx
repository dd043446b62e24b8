import type { ReactNode } from 'react'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { slipWords as words } from './vocabulary.ts'
import type { Slip } from './slip-text.ts'

export interface SlipPaperProps {
  readonly township: string
  readonly slips: readonly Slip[]
}

/** The slips on paper, two in a row, to be cut apart. */
export function SlipPaper({ township, slips }: SlipPaperProps): ReactNode {
  return (
    <PrintSheet title={`${township}${words.title}`}>
      <div className="slip-sheet">
        {slips.map((slip) => (
          <section key={slip.name} className="slip">
            <strong>
              {slip.staffName === '' ? slip.name : slip.staffName}
              <small>{slip.moduleName}</small>
            </strong>
            <dl>
              <dt>{words.account}</dt>
              <dd>{slip.name}</dd>
              <dt>{words.password}</dt>
              <dd className="slip-password">{slip.oneTimePassword}</dd>
            </dl>
            <p>{words.rule}</p>
          </section>
        ))}
      </div>
    </PrintSheet>
  )
}
