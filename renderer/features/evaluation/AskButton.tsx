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
  readonly onConfirm: () => void | Promise<void>
}

/** The primary command of a page that cannot be taken back: asks over the page, so that nobody passes it by. */
export function AskButton({ label, question, consequence, disabled = false, isBusy = false, onConfirm }: AskButtonProps): ReactNode {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button type="primary" disabled={disabled} loading={isBusy} onClick={() => setAsking(true)}>{label}</Button>
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
