import type { ReactNode } from 'react'
import { StateTag } from '../../ui/StateTag.tsx'
import type { TrialBase } from '../plans/api-types.ts'
import { momentText } from '../../frame/dates.ts'
import { basisWords } from './vocabulary.ts'

/** What the numbers of a page are made from: the frozen snapshot, or what is there until now. */
export function BasisNote({ basis, frozenAt, withoutBallots }: Pick<TrialBase, 'basis' | 'frozenAt' | 'withoutBallots'>): ReactNode {
  return (
    <>
      {basis === 'frozen' ? <StateTag tone="good">{basisWords.frozen(frozenAt === null ? '' : momentText(frozenAt))}</StateTag> : <StateTag tone="warn">{basisWords.open}</StateTag>}
      {withoutBallots ? <StateTag tone="warn">{basisWords.withoutBallots}</StateTag> : null}
    </>
  )
}
