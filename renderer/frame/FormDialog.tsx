import { Modal } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { FormErrors } from '../ui/FormErrors.tsx'
import type { FieldFault } from '../ui/FormErrors.tsx'
import { MarkedFields } from '../ui/marked-fields.ts'
import { useDiscard } from './use-discard.ts'
import { useFirstFocus } from './use-first-focus.ts'
import { useReturnFocus } from './use-return-focus.ts'
import { useSubmit } from './use-submit.ts'
import { moduleWords } from './vocabulary.ts'

export interface FormDialogProps {
  readonly title: string
  /** The word on the button that does it. */
  readonly confirm: string
  readonly danger?: boolean
  /** There is nothing to do yet: neither the button nor Enter does it. */
  readonly disabled?: boolean
  readonly width?: number
  /** Answers with what is wrong; the dialog is closed when nothing is. */
  readonly onSubmit: () => Promise<readonly FieldFault[]>
  readonly fieldOf?: (path: string) => string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small form over the page, for one command: Enter does it, Esc leaves and asks first where something was typed. Mount it to open it. */
export function FormDialog({ title, confirm, danger = false, disabled = false, width = 480, onSubmit, fieldOf, onClose, children }: FormDialogProps): ReactNode {
  const form = useRef<HTMLFormElement>(null)
  const [isDirty, setDirty] = useState(false)
  const leave = useDiscard(isDirty, onClose)
  const { faults, isSending, send, drop } = useSubmit(async () => {
    const found = await onSubmit()
    if (found.length === 0) onClose()
    return found
  }, fieldOf)

  useFirstFocus(form)
  useReturnFocus()

  return (
    <Modal
      open
      title={title}
      width={width}
      okText={confirm}
      cancelText={moduleWords.cancel}
      okButtonProps={{ danger, disabled }}
      confirmLoading={isSending}
      onOk={() => form.current?.requestSubmit()}
      onCancel={leave}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <form
        ref={form}
        noValidate
        onChange={({ target }) => {
          setDirty(true)
          if (target instanceof Element) drop(target.id)
        }}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormErrors faults={faults} />
        <MarkedFields value={faults.map(({ id }) => id)}>{children}</MarkedFields>
        <button type="submit" hidden disabled={disabled} />
      </form>
    </Modal>
  )
}
