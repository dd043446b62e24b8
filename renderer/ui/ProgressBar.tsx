import { Button } from 'antd'
import type { ReactNode } from 'react'
import './progress.css'
import { words } from './vocabulary.ts'

export interface ProgressBarProps {
  /** What is being done: “正在导出 任务台账”. */
  readonly label: string
  readonly done: number
  /** null while it is not known. */
  readonly total: number | null
  readonly onCancel?: () => void
}

/** Long work: how far it is, and the way to stop it. */
export function ProgressBar({ label, done, total, onCancel }: ProgressBarProps): ReactNode {
  const count = new Intl.NumberFormat('zh-CN')
  return (
    <div className="ui-progress">
      <span className="ui-progress-label">{label}</span>
      <progress className="ui-progress-bar" aria-label={label} {...(total === null ? {} : { value: done, max: total })} />
      <span className="ui-progress-count">{total === null ? count.format(done) : words.progress(count.format(done), count.format(total))}</span>
      {onCancel === undefined ? null : <Button size="small" onClick={onCancel}>{words.cancel}</Button>}
    </div>
  )
}
