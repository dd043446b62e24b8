import { Button } from 'antd'
import type { ReactNode } from 'react'
import './states.css'
import { words } from './vocabulary.ts'

export interface FailureProps {
  /** One sentence: what failed and the way out. */
  readonly sentence: string
  readonly onRetry?: () => void
}

export function Failure({ sentence, onRetry }: FailureProps): ReactNode {
  return (
    <div className="ui-state ui-failure" role="alert">
      <p className="ui-state-title">{sentence}</p>
      {onRetry === undefined ? null : (
        <div className="ui-state-action">
          <Button onClick={onRetry}>{words.retry}</Button>
        </div>
      )}
    </div>
  )
}
