import { Button } from 'antd'
import type { ReactNode } from 'react'
import './keys.css'
import { words } from './vocabulary.ts'

export type SavedState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed'; readonly sentence: string; readonly onRetry?: () => void; readonly onDrop?: () => void }

export interface SavedSignProps {
  readonly state: SavedState
}

/** 已保存 09:41 · 正在保存 · 保存失败 with the sentence and a retry. */
export function SavedSign({ state }: SavedSignProps): ReactNode {
  switch (state.kind) {
    case 'idle':
      return <span className="ui-saved" role="status" />
    case 'saving':
      return <span className="ui-saved" role="status">{words.saving}</span>
    case 'saved':
      return <span className="ui-saved" role="status">{words.saved(state.at.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false }))}</span>
    case 'failed':
      return (
        <span className="ui-saved ui-saved-failed" role="alert">
          {words.notSaved}：{state.sentence}
          {state.onRetry === undefined ? null : <Button type="link" size="small" danger onClick={state.onRetry}>{words.retry}</Button>}
          {state.onDrop === undefined ? null : <Button type="link" size="small" danger onClick={state.onDrop}>{words.giveUp}</Button>}
        </span>
      )
  }
}
