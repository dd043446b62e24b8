import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { passwordWords, wizardWords } from './vocabulary.ts'
import { Notice } from '../../township/system/Notice.tsx'

/** Before anything else, a one-time password is replaced by one's own. `known` is the one just used. */
export function FirstPassword({ known }: { readonly known: string | null }): ReactNode {
  const { session } = useApi()
  return (
    <DoorFrame>
      <div className="door-box door-box-wide">
        <h1>{passwordWords.title}</h1>
        <Notice tone="plain">{passwordWords.oneTime}</Notice>
        <PasswordForm known={known} onDone={() => session.refresh()} cancel={{ label: wizardWords.leave, onCancel: () => void session.leave() }} />
      </div>
    </DoorFrame>
  )
}
