import type { ReactNode } from 'react'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import type { ChipKey } from '../../villages/events/record-request.ts'
import { RecordsSection } from '../../villages/events/RecordsSection.tsx'
import { workbenchWords } from './vocabulary.ts'
import './workbench.css'

export interface RecordsSheetProps {
  /** With which quick filter it opens; null is closed. */
  readonly chip: ChipKey | null
  readonly onClose: () => void
}

/** 服务记录 in the reader's view, over the workbench: also for whoever has no tab of the module that keeps them. */
export function RecordsSheet({ chip, onClose }: RecordsSheetProps): ReactNode {
  return (
    <SideSheet open={chip !== null} width={1280} title={workbenchWords.records} onClose={onClose}>
      <div className="ledger-sheet">{chip === null ? null : <RecordsSection chip={chip} head={null} />}</div>
    </SideSheet>
  )
}
