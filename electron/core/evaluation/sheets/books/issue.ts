import { Refusal } from '../../../../../shared/contract/refusal.ts'
import { scoreBook, scoreBookOriginal } from '../../../../db/schema/index.ts'
import type { GuardedContext } from '../../../app/guard.ts'
import { nextSeq } from '../../../app/rows.ts'
import { requirePeriodById } from '../../../plans/periods.ts'
import { requireScoring } from '../score-entry.ts'
import { issueWords } from './vocabulary.ts'

/** Enters the books of a file that has been saved: only now they have gone out. Refusals: `score_book_gone`, the stages of the period, `about_self`. */
export function issueBooks({ guard, connection, house: { madeBooks } }: Pick<GuardedContext, 'guard' | 'connection' | 'house'>, { issueId }: { readonly issueId: string }): { readonly books: number } {
  const made = madeBooks.find(connection, issueId)
  if (made === null) throw new Refusal('score_book_gone')
  const { periodId, books } = made
  guard.mutate({
    about: () => books.map(({ scorerId, people }) => ({ scorer: scorerId, staff: people })),
    write(tx, now) {
      const row = requirePeriodById(tx, periodId)
      requireScoring(row, issueWords.act)
      for (const { bookId, scorerId, code, original } of books) {
        tx.insert(scoreBook).values({ id: bookId, seq: nextSeq(tx, scoreBook), periodId, scorerId, code, issuedAt: now, issuedBy: guard.actor.name }).run()
        tx.insert(scoreBookOriginal).values({ bookId, content: original }).run()
      }
      return row
    },
    audit: ({ code }) => ({ subject: periodId, detail: { period: code, books: books.map((book) => ({ bookId: book.bookId, scorerId: book.scorerId, scorer: book.scorer, sheets: book.sheets, people: book.people.length, code: book.code })) } }),
  })
  madeBooks.drop(connection)
  return { books: books.length }
}
