import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useNotice } from '../../../ui/use-notice.tsx'
import './door.css'
import { PasswordForm } from './PasswordForm.tsx'
import { passwordWords } from './vocabulary.ts'

/** A dialog over the shell in which one changes one's own password. */
export function ChangePassword({ onClose }: { readonly onClose: () => void }): ReactNode {
  const notice = useNotice()
  function done(): void {
    notice.done(passwordWords.done)
    onClose()
  }
  return (
    <Modal open title={passwordWords.title} footer={null} width={480} onCancel={onClose} destroyOnHidden>
      <PasswordForm known={null} onDone={done} cancel={{ label: passwordWords.cancel, onCancel: onClose }} />
    </Modal>
  )
}
