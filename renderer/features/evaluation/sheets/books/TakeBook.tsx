import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useNavigation } from '../../../../api/place.ts'
import { ConfirmButton } from '../../../../ui/ConfirmButton.tsx'
import { SideSheet } from '../../../../ui/SideSheet.tsx'
import { Working } from '../../../../ui/Working.tsx'
import { Notice } from '../../../system/Notice.tsx'
import './books.css'
import { BookRows } from './BookRows.tsx'
import { mayTake, takenCount } from './take-counts.ts'
import { useTakeBook, type Taking } from './use-take-book.ts'
import { bookWords } from './vocabulary.ts'

export interface TakeBookProps {
  readonly periodId: string
  readonly onClose: () => void
}

/** 收回工作簿: choose, look, take, and take it back. */
export function TakeBook({ periodId, onClose }: TakeBookProps): ReactNode {
  const taking = useTakeBook(periodId)
  return (
    <SideSheet open width={920} title={bookWords.take} onClose={onClose} footer={<Commands taking={taking} onClose={onClose} />}>
      <div className="books">
        <Body taking={taking} />
      </div>
    </SideSheet>
  )
}

function Commands({ taking, onClose }: { readonly taking: Taking; readonly onClose: () => void }): ReactNode {
  const { state } = taking
  const close = <Button onClick={onClose}>{bookWords.close}</Button>
  switch (state.kind) {
    case 'choosing':
    case 'reading':
      return close
    case 'previewed': {
      const isGood = mayTake(state.result)
      return (
        <>
          <Button disabled={state.isApplying} onClick={() => void taking.choose()}>{bookWords.otherFile}</Button>
          <Button type="primary" loading={state.isApplying} disabled={!isGood} onClick={() => void taking.apply()}>{isGood ? bookWords.apply(takenCount(state.result)) : bookWords.nothing}</Button>
        </>
      )
    }
    case 'applied':
      return (
        <>
          {close}
          {state.isUndone ? null : <ConfirmButton danger label={bookWords.undo} question={bookWords.undoQuestion(state.result.scorer)} consequence={bookWords.undoConsequence} onConfirm={taking.undo} />}
          <Button type="primary" onClick={() => void taking.choose()}>{bookWords.again}</Button>
        </>
      )
  }
}

function Body({ taking }: { readonly taking: Taking }): ReactNode {
  const { state } = taking
  switch (state.kind) {
    case 'choosing':
      return (
        <>
          {state.fault === null ? null : <Notice tone="bad">{state.fault}</Notice>}
          <p className="books-hint">{bookWords.takeHint}</p>
          <div><Button type="primary" autoFocus onClick={() => void taking.choose()}>{bookWords.chooseFile}</Button></div>
        </>
      )
    case 'reading':
      return <Working label={bookWords.reading(state.file.name)} onCancel={taking.restart} />
    case 'previewed':
      return (
        <>
          {state.fault === null ? null : <Notice tone="bad">{state.fault}</Notice>}
          <BookRows result={state.result} />
        </>
      )
    case 'applied':
      return (
        <>
          {state.fault === null ? null : <Notice tone="bad">{state.fault}</Notice>}
          {state.isUndone ? <Notice tone="plain">{bookWords.undone}</Notice> : <Applied taking={taking} />}
          <BookRows result={state.result} />
        </>
      )
  }
}

/** What was taken, and the sheets where the scan is put and they are handed in. */
function Applied({ taking: { state } }: { readonly taking: Taking }): ReactNode {
  const { go } = useNavigation()
  if (state.kind !== 'applied') return null
  return (
    <>
      <Notice tone="good">{bookWords.applied(takenCount(state.result))}</Notice>
      <div className="books-links">
        {state.result.sheets.filter(({ refused }) => refused === null).map(({ sheetId, title }) => (
          <Button key={sheetId} onClick={() => go({ tab: 'evaluation', section: 'sheets', id: sheetId })}>{bookWords.open(title)}</Button>
        ))}
      </div>
    </>
  )
}
