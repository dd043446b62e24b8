import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { Attachments } from '../../township/attachments/Attachments.tsx'
import type { SheetRow } from '../../plans/api-types.ts'
import { sheetTitle } from './sheet-title.ts'
import { scanWords } from './vocabulary.ts'

export interface ScansProps {
  readonly sheet: SheetRow
}

/** 扫描件: the paper a sheet was typed from, beside it. */
export function Scans({ sheet }: ScansProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{scanWords.count(sheet.scans)}</Button>
      <SideSheet open={isOpen} title={scanWords.title(sheetTitle(sheet), sheet.scorer)} onClose={() => setOpen(false)}>
        <Attachments owner={{ kind: 'score_sheet', id: sheet.id }} />
      </SideSheet>
    </>
  )
}
