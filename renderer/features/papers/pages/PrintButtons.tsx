import { Button, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { PrintRange } from './gather-sheaf.ts'
import { pageWords, type PrintWay } from './vocabulary.ts'

interface SheetToPrint {
  readonly name: string
  readonly pages: number
}

export interface PrintButtonsProps {
  readonly sheets: readonly SheetToPrint[]
  readonly sheet: SheetToPrint
  readonly onPrint: (way: PrintWay, ranges: readonly PrintRange[]) => void
}

const scopes = ['sheet', 'range', 'book'] as const

/** Which pages are printed: of the sheet that is shown, some of them, or of the whole workbook. */
export function PrintButtons({ sheets, sheet, onPrint }: PrintButtonsProps): ReactNode {
  const [scope, setScope] = useState<(typeof scopes)[number]>('sheet')
  const [from, setFrom] = useState(1)
  const [to, setTo] = useState(sheet.pages)
  const whole = (one: SheetToPrint): PrintRange => ({ sheet: one.name, from: 1, to: one.pages })

  function ranges(): readonly PrintRange[] {
    switch (scope) {
      case 'sheet':
        return [whole(sheet)]
      case 'range':
        return [{ sheet: sheet.name, from: Math.min(from, to), to: Math.max(from, to) }]
      case 'book':
        return sheets.map(whole)
    }
  }

  return (
    <>
      <Select className="book-scope" aria-label={pageWords.scope} value={scope} options={scopes.map((value) => ({ value, label: pageWords.scopes[value] }))} onChange={setScope} />
      {scope === 'range' ? (
        <>
          <InputNumber className="book-number" aria-label={pageWords.from} controls={false} precision={0} min={1} max={sheet.pages} value={from} onChange={(value) => setFrom(value ?? 1)} />
          <span>{pageWords.to}</span>
          <InputNumber className="book-number" aria-label={pageWords.lastPage} controls={false} precision={0} min={1} max={sheet.pages} value={to} onChange={(value) => setTo(value ?? sheet.pages)} />
        </>
      ) : null}
      <Button onClick={() => onPrint('pdf', ranges())}>{pageWords.pdf}</Button>
      <Button type="primary" onClick={() => onPrint('paper', ranges())}>{pageWords.print}</Button>
    </>
  )
}
