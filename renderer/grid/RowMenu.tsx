import { Dropdown } from 'antd'
import type { MenuProps } from 'antd'
import type { ReactNode } from 'react'
import type { RowAction } from './types.ts'
import { words } from './vocabulary.ts'

export interface MenuPoint {
  readonly x: number
  readonly y: number
}

export interface RowMenuProps {
  /** Where it opens, in the window; null while it is closed. */
  readonly point: MenuPoint | null
  readonly isEditable: boolean
  readonly actions: readonly RowAction[]
  readonly onOpenRow: (() => void) | null
  readonly onCopy: () => void
  readonly onPaste: () => void
  readonly onFillDown: () => void
  readonly onClear: () => void
  readonly onClose: () => void
}

/** The menu of the right mouse button, of the menu key and of Shift+F10. */
export function RowMenu({ point, isEditable, actions, onOpenRow, onCopy, onPaste, onFillDown, onClear, onClose }: RowMenuProps): ReactNode {
  if (!point) return null
  const command = (key: string, label: string, keys: string, onClick: () => void) => ({ key, label, extra: keys, onClick })
  const items: NonNullable<MenuProps['items']> = [
    ...(onOpenRow ? [command('open', words.open, 'Alt+Enter', onOpenRow)] : []),
    command('copy', words.copy, 'Ctrl+C', onCopy),
    ...(isEditable ? [command('paste', words.paste, 'Ctrl+V', onPaste), command('fill', words.fillDown, 'Ctrl+D', onFillDown), command('clear', words.clearCells, 'Delete', onClear)] : []),
    ...(actions.length > 0 ? [{ key: 'rule', type: 'divider' as const }] : []),
    ...actions.map(({ key, label, danger = false, onRun }) => ({ key: `row-${key}`, label, danger, onClick: onRun })),
  ]
  return (
    <Dropdown open menu={{ items, autoFocus: true, onClick: onClose }} trigger={['click']} onOpenChange={(open) => { if (!open) onClose() }} autoFocus>
      <span className="sheet-menu-point" style={{ left: point.x, top: point.y }} />
    </Dropdown>
  )
}
