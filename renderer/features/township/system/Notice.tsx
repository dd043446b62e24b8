import type { ReactNode } from 'react'
import './system.css'

export interface NoticeProps {
  /** `warn` and `bad` say something to heed; `bad` is read out at once. */
  readonly tone: 'plain' | 'good' | 'warn' | 'bad'
  readonly children: ReactNode
}

/** One sentence that stays where it stands, as long as it is true. */
export function Notice({ tone, children }: NoticeProps): ReactNode {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  )
}
