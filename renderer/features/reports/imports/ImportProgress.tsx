import type { ReactNode } from 'react'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { Working } from '../../../ui/Working.tsx'
import type { Progress } from './use-import.ts'
import { importWords as words, stageNames } from './vocabulary.ts'

/** How far an import is; writing is short and is not stopped half-way. */
export function ImportProgress({ name, progress: { stage, done, of }, onCancel }: { readonly name: string; readonly progress: Progress; readonly onCancel: () => void }): ReactNode {
  const label = words.stage(stageNames[stage], name)
  const cancel = stage === 'writing' ? {} : { onCancel }
  return of === 0 ? <Working label={label} {...cancel} /> : <ProgressBar label={label} done={done} total={of} {...cancel} />
}
