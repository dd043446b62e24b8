import type { ReactNode } from 'react'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Working } from '../../ui/Working.tsx'
import type { RunningExport } from './use-export.ts'
import { exportWords, stageNames } from './vocabulary.ts'

/** How far an export is; before that is known, for how long it has run. */
export function ExportProgress({ running: { name, stage, done, of }, onCancel }: { readonly running: RunningExport; readonly onCancel: () => void }): ReactNode {
  const label = exportWords.running(name, stageNames[stage])
  return of === 0 ? <Working label={label} onCancel={onCancel} /> : <ProgressBar label={label} done={done} total={of} onCancel={onCancel} />
}
