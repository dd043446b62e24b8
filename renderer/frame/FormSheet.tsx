import { Button } from 'antd'
import { useId, useRef, type ReactNode } from 'react'
import { FormErrors, type FieldFault } from '../ui/FormErrors.tsx'
import { SideSheet } from '../ui/SideSheet.tsx'
import { useDiscard } from './use-discard.ts'
import { useFirstFocus } from './use-first-focus.ts'
import { useReturnFocus } from './use-return-focus.ts'
import { moduleWords } from './vocabulary.ts'

export interface FormSheetProps {
  readonly title: string
  readonly width?: number
  readonly faults: readonly FieldFault[]
  readonly isSending: boolean
  /** Something was typed that is not saved. */
  readonly isDirty: boolean
  /** The word on the primary button, which Enter presses. */
  readonly confirm: string
  /** Further buttons left of the primary one. */
  readonly others?: ReactNode
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form in a sheet from the right. What was typed is not lost by a stray Esc: closing asks first. */
export function FormSheet({ title, width = 760, faults, isSending, isDirty, confirm, others, onSubmit, onClose, children }: FormSheetProps): ReactNode {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const leave = useDiscard(isDirty, onClose)
  useFirstFocus(form)
  useReturnFocus()
  return (
    <SideSheet
      open
      title={title}
      width={width}
      onClose={leave}
      footer={
        <>
          <Button onClick={leave}>{moduleWords.cancel}</Button>
          {others}
          <Button type="primary" htmlType="submit" form={id} loading={isSending}>{confirm}</Button>
        </>
      }
    >
      <form
        ref={form}
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <FormErrors faults={faults} />
        {children}
      </form>
    </SideSheet>
  )
}
