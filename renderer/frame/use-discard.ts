import { App } from 'antd'
import { useRef } from 'react'
import { moduleWords } from './vocabulary.ts'

/** Asks whether what has been typed is to be given up, one question at a time; `goOn` when it is. */
export function useAskDiscard(): (goOn: () => void) => void {
  const { modal } = App.useApp()
  const isAsking = useRef(false)
  return (goOn) => {
    if (isAsking.current) return
    isAsking.current = true
    const answered = (): void => {
      isAsking.current = false
    }
    void modal.confirm({
      title: moduleWords.discard,
      content: moduleWords.discardHint,
      okText: moduleWords.discardYes,
      cancelText: moduleWords.discardNo,
      okButtonProps: { danger: true },
      icon: null,
      autoFocusButton: 'cancel',
      onCancel: answered,
      onOk() {
        answered()
        goOn()
      },
    })
  }
}

/** A way out of a form: asks first where something typed would be lost. */
export function useDiscard(isDirty: boolean, onClose: () => void): () => void {
  const ask = useAskDiscard()
  return () => {
    if (isDirty) ask(onClose)
    else onClose()
  }
}
