import { Button, Modal } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { moduleWords } from './vocabulary.ts'

export interface AskButtonProps {
  /** The command, on the button and on the one that does it. */
  readonly label: string
  readonly question: string
  /** What follows from it: what cannot be taken back. */
  readonly consequence?: ReactNode
  readonly disabled?: boolean
  readonly isBusy?: boolean
  /** Not the primary command of its page. */
  readonly isQuiet?: boolean
  /** Ctrl+Enter asks too. */
  readonly hotkey?: boolean
  /** False: there is nothing to confirm yet. */
  readonly mayConfirm?: boolean
  readonly onConfirm: () => void | Promise<void>
}

/** A command, mostly the primary one of a page, that cannot be taken back: asks over the page, so that nobody passes it by. */
export function AskButton({ label, question, consequence, disabled = false, isBusy = false, isQuiet = false, hotkey = false, mayConfirm = true, onConfirm }: AskButtonProps): ReactNode {
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    if (!hotkey || disabled) return
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) setAsking(true)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [hotkey, disabled])
  return (
    <>
      <Button type={isQuiet ? 'default' : 'primary'} disabled={disabled} loading={isBusy} onClick={() => setAsking(true)}>{label}</Button>
      <Modal
        open={isAsking}
        title={question}
        okText={label}
        cancelText={moduleWords.cancel}
        okButtonProps={{ autoFocus: true, disabled: !mayConfirm }}
        width={440}
        destroyOnHidden
        onCancel={() => setAsking(false)}
        onOk={() => {
          setAsking(false)
          void onConfirm()
        }}
      >
        {consequence}
      </Modal>
    </>
  )
}
