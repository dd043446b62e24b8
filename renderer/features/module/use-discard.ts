import { App } from 'antd'
import { moduleWords } from './vocabulary.ts'

/** A way out of a form: asks first where something typed would be lost. */
export function useDiscard(isDirty: boolean, onClose: () => void): () => void {
  const { modal } = App.useApp()
  return () => {
    if (!isDirty) {
      onClose()
      return
    }
    void modal.confirm({ title: moduleWords.discard, content: moduleWords.discardHint, okText: moduleWords.discardYes, cancelText: moduleWords.discardNo, okButtonProps: { danger: true }, icon: null, onOk: onClose, autoFocusButton: 'cancel' })
  }
}
