import { App, Button } from 'antd'
import { useMemo } from 'react'
import { words } from './vocabulary.ts'

export interface Notices {
  /** Something was done; with `undo` a button takes it back while the notice stands (6 seconds). */
  readonly done: (text: string, undo?: () => void) => void
  /** Something was refused or went wrong: one sentence with the way out. Stands for 8 seconds. */
  readonly failed: (sentence: string) => void
}

/** Short notices at the foot of the window. */
export function useNotice(): Notices {
  const { message } = App.useApp()
  return useMemo(() => {
    const done = (text: string, undo?: () => void) => {
      if (!undo) {
        void message.success(text)
        return
      }
      const key = `undo-${text}`
      const takeBack = () => {
        message.destroy(key)
        undo()
      }
      const content = (
        <>
          {text} <Button type="link" size="small" onClick={takeBack}>{words.undo}</Button>
        </>
      )
      void message.open({ key, type: 'success', duration: 6, content })
    }
    const failed = (sentence: string) => {
      void message.open({ type: 'error', duration: 8, content: sentence })
    }
    return { done, failed }
  }, [message])
}
