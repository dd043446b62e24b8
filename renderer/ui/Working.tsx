import { Button } from 'antd'
import type { ReactNode } from 'react'
import './progress.css'
import { useSeconds } from './use-seconds.ts'
import { words } from './vocabulary.ts'

export interface WorkingProps {
  /** “正在读取 花名册.xlsx” */
  readonly label: string
  readonly onCancel?: () => void
}

/** Work of unknown length: that it goes on, and for how long already. */
export function Working({ label, onCancel }: WorkingProps): ReactNode {
  const seconds = useSeconds(true)
  return (
    <div className="ui-progress">
      <span className="ui-progress-label" role="status">
        {label}
      </span>
      <progress className="ui-progress-bar" aria-label={label} />
      <span className="ui-progress-count">{words.seconds(seconds)}</span>
      {onCancel === undefined ? null : (
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      )}
    </div>
  )
}
