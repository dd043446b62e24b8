import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { SummarySheet } from './SummarySheet.tsx'
import { summaryWords } from './vocabulary.ts'

export interface SheetSummariesProps {
  readonly periodId: string
  /** The people of the sheet, in its order. */
  readonly staffIds: readonly string[]
}

/** The 个人小结 of the people on a score sheet, to be read while scoring. */
export function SheetSummaries({ periodId, staffIds }: SheetSummariesProps): ReactNode {
  const [open, setOpen] = useState<string | null>(null)
  const [first] = staffIds
  return (
    <>
      <Button disabled={first === undefined} onClick={() => setOpen(first ?? null)}>{summaryWords.ofSheet}</Button>
      <SummarySheet periodId={periodId} staffId={open} among={staffIds} onTurn={setOpen} onClose={() => setOpen(null)} />
    </>
  )
}
