import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import './keys.css'
import { words } from './vocabulary.ts'

export interface SideSheetProps {
  readonly open: boolean
  readonly title: ReactNode
  /** Width in px; 560 unless given, never wider than the window. */
  readonly width?: number
  /** Stands right of the title: a state, a link. */
  readonly extra?: ReactNode
  /** Buttons at the foot; the primary one last. */
  readonly footer?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A sheet from the right over the page, for one record: the list behind it stays where it was. Esc closes. */
export function SideSheet({ open, title, width = 560, extra, footer, onClose, children }: SideSheetProps): ReactNode {
  return (
    <Drawer open={open} title={title} size={width} extra={extra} footer={footer === undefined ? null : <div className="ui-sheet-foot">{footer}</div>} onClose={onClose} destroyOnHidden styles={{ wrapper: { maxWidth: '100vw' }, header: { padding: '10px 16px' }, body: { padding: 0, overflow: 'hidden' }, footer: { padding: '8px 16px' } }}>
      <div className="ui-sheet-body" role="region" aria-label={words.sheetBody} tabIndex={0}>
        {children}
      </div>
    </Drawer>
  )
}
