import type { ReactNode } from 'react'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import type { ChipKey } from '../../tasks/tasks/task-chips.ts'
import { TasksSection } from '../../tasks/tasks/TasksSection.tsx'
import './workbench.css'
import { workbenchWords } from './vocabulary.ts'

export interface LedgerSheetProps {
  /** With which quick filter it opens; null is closed. */
  readonly chip: ChipKey | null
  readonly onClose: () => void
}

/** 任务台账 of everything in the reader's view, over the workbench. */
export function LedgerSheet({ chip, onClose }: LedgerSheetProps): ReactNode {
  return (
    <SideSheet open={chip !== null} width={1280} title={workbenchWords.ledger} onClose={onClose}>
      <div className="ledger-sheet">{chip === null ? null : <TasksSection chip={chip} head={null} />}</div>
    </SideSheet>
  )
}
