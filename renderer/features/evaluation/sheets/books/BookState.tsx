import type { ReactNode } from 'react'
import { StateTag } from '../../../../ui/StateTag.tsx'
import type { BookScorer } from '../../../plans/api-types.ts'
import { momentText } from '../../../../frame/dates.ts'
import { bookWords } from './vocabulary.ts'

export interface BookStateProps {
  readonly book: BookScorer['book']
  /** Without the day, for a list that has little room. */
  readonly isShort?: boolean
}

/** 已发出 · 已收回, and when. */
export function BookState({ book, isShort = false }: BookStateProps): ReactNode {
  if (book === null) return isShort ? null : <span className="books-quiet">{bookWords.none}</span>
  if (book.takenAt === null) return <StateTag tone="accent">{isShort ? bookWords.tagOut : bookWords.out(momentText(book.issuedAt))}</StateTag>
  return <StateTag tone="good">{isShort ? bookWords.tagBack : bookWords.back(momentText(book.takenAt))}</StateTag>
}
