import { Button } from 'antd'
import type { ReactNode, RefObject } from 'react'
import type { SheetHandle } from '../../grid/types.ts'
import { ExportProgress } from '../papers/ExportProgress.tsx'
import { useExport } from '../papers/use-export.ts'
import { rowsRequest } from './register-request.ts'
import type { ChipKey, Register } from './types.ts'
import { registerWords as words } from './vocabulary.ts'

export interface ExportRowsProps {
  readonly register: Register
  readonly chip: ChipKey
  readonly grid: RefObject<SheetHandle | null>
}

/** 导出: the rows that the grid finds, on all its pages and in its order, as a workbook of one sheet. */
export function ExportRows({ register, chip, grid }: ExportRowsProps): ReactNode {
  const { running, start, cancel } = useExport()

  function exportShown(): void {
    const query = grid.current?.query()
    if (query !== undefined) void start({ workbook: 'register', rows: rowsRequest(register, chip, query), copy: 'working' }, register.name)
  }

  return running === null ? <Button onClick={exportShown}>{words.export}</Button> : <ExportProgress running={running} onCancel={cancel} />
}
