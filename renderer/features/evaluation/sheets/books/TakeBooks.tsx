import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ConfirmButton } from '../../../../ui/ConfirmButton.tsx'
import { ProgressBar } from '../../../../ui/ProgressBar.tsx'
import { SideSheet } from '../../../../ui/SideSheet.tsx'
import './books.css'
import { isTicked, takenCount, verdictOf } from './take-files.ts'
import { TakenFiles } from './TakenFiles.tsx'
import { useTakeBooks, type TakingBooks } from './use-take-books.ts'
import { bookWords } from './vocabulary.ts'

export interface TakeBooksProps {
  readonly periodId: string
  readonly onClose: () => void
}

/** 收回工作簿: choose many, look, take, and take them back. */
export function TakeBooks({ periodId, onClose }: TakeBooksProps): ReactNode {
  const taking = useTakeBooks(periodId)
  const { files, choose } = taking
  return (
    <SideSheet open width={1080} title={bookWords.take} onClose={onClose} footer={<Commands taking={taking} onClose={onClose} />}>
      <div className="books">
        <p className="books-hint">{bookWords.takeHint}</p>
        {files.length === 0 ? <div><Button type="primary" autoFocus onClick={() => void choose()}>{bookWords.chooseFile}</Button></div> : <TakenFiles taking={taking} />}
      </div>
    </SideSheet>
  )
}

function Commands({ taking: { files, work, stop, choose, apply, undo }, onClose }: { readonly taking: TakingBooks; readonly onClose: () => void }): ReactNode {
  if (work !== null) return <div className="books-progress"><ProgressBar label={bookWords.working[work.kind](work.done + 1, work.of)} done={work.done} total={work.of} onCancel={stop} /></div>
  const ticked = files.filter((file) => isTicked(file, files))
  const people = ticked.reduce((sum, { state }) => sum + (state.kind === 'previewed' ? takenCount(state.result) : 0), 0)
  const taken = files.filter(({ state }) => state.kind === 'taken').length
  const canTake = files.some(({ state }) => state.kind === 'previewed')
  const waits = files.some((file) => ['good', 'check', 'choose'].includes(verdictOf(file, files).kind))
  return (
    <>
      <Button onClick={onClose}>{bookWords.close}</Button>
      {taken === 0 ? null : <ConfirmButton danger label={bookWords.undoTaken(taken)} question={bookWords.undoTakenQuestion(taken)} consequence={bookWords.undoConsequence} onConfirm={undo} />}
      {files.length === 0 ? null : <Button type={canTake ? 'default' : 'primary'} onClick={() => void choose()}>{bookWords.again}</Button>}
      {canTake ? <Button type="primary" disabled={ticked.length === 0} onClick={() => void apply()}>{ticked.length === 0 ? (waits ? bookWords.pick : bookWords.nothing) : bookWords.apply(ticked.length, people)}</Button> : null}
    </>
  )
}
