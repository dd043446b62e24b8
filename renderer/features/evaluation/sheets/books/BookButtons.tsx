import { Button, Dropdown } from 'antd'
import { useState, type ReactNode } from 'react'
import type { BookScorer } from '../../../plans/api-types.ts'
import { IssueBooks } from './IssueBooks.tsx'
import { TakeBooks } from './TakeBooks.tsx'
import { bookWords } from './vocabulary.ts'

export interface BookButtonsProps {
  readonly periodId: string
  readonly scorers: readonly BookScorer[]
}

/** 发出 and 收回, for who enters by proxy while a quarter is scored. */
export function BookButtons({ periodId, scorers }: BookButtonsProps): ReactNode {
  const [open, setOpen] = useState<'issue' | 'take' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'issue', label: bookWords.issue, onClick: () => setOpen('issue') },
            { key: 'take', label: bookWords.take, onClick: () => setOpen('take') },
          ],
        }}
      >
        <Button>{bookWords.book}</Button>
      </Dropdown>
      {open === 'issue' ? <IssueBooks periodId={periodId} scorers={scorers} onClose={close} /> : null}
      {open === 'take' ? <TakeBooks periodId={periodId} onClose={close} /> : null}
    </>
  )
}
