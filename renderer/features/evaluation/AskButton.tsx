import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { tabWords } from './vocabulary.ts'

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
  readonly onConfirm: () => void | Promise<void>
}

/** A command, mostly the primary one of a page, that cannot be taken back: asks over the page, so that nobody passes it by. */
export function AskButton({ label, question, consequence, disabled = false, isBusy = false, isQuiet = false, onConfirm }: AskButtonProps): ReactNode {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button type={isQuiet ? 'default' : 'primary'} disabled={disabled} loading={isBusy} onClick={() => setAsking(true)}>{label}</Button>
      <Modal
        open={isAsking}
        title={question}
        okText={label}
        cancelText={tabWords.cancel}
        okButtonProps={{ autoFocus: true }}
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
