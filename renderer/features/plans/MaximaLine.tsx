import type { ReactNode } from 'react'
import { StateTag } from '../../ui/StateTag.tsx'
import { maximaOf } from './maxima.ts'

export interface MaximaLineProps {
  readonly document: unknown
}

/** Live: whether the maxima of each dimension add up. */
export function MaximaLine({ document }: MaximaLineProps): ReactNode {
  return (
    <span className="plan-maxima" role="status">
      {maximaOf(document).map(({ key, text, fits }) => <StateTag key={key} tone={key === 'all' ? 'plain' : fits ? 'good' : 'bad'}>{text}</StateTag>)}
    </span>
  )
}
