import { useQuery } from '@tanstack/react-query'
import { Button, Select, Space } from 'antd'
import { useState, type ReactNode } from 'react'
import { copies, workbooks } from '../../../../shared/contract/reports/transfer.ts'
import { useApi } from '../../../api/api.ts'
import { usePeriod } from '../../../api/period.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { ExportLog } from './ExportLog.tsx'
import { ExportProgress } from '../../papers/ExportProgress.tsx'
import { BookPreview } from '../../papers/pages/BookPreview.tsx'
import { pageWords } from '../../papers/pages/vocabulary.ts'
import { periodFor, periodNeeds, periodOptions } from '../../papers/export-choice.ts'
import { useExport } from '../../papers/use-export.ts'
import { copyNames, copySays, exportWords, workbookNames, workbookSays, type Copy, type Workbook } from '../../papers/vocabulary.ts'

/** 导出: which workbook, of which period, in which copy; and what has been exported. */
export function ExportSection(): ReactNode {
  const { orpc } = useApi()
  const chosen = usePeriod()
  const periods = useQuery(orpc.periods.list.queryOptions())
  const [workbook, setWorkbook] = useState<Workbook>('evaluation')
  const [copy, setCopy] = useState<Copy>('working')
  const [wished, setWished] = useState<string | null>(null)
  const [isLooking, setLooking] = useState(false)
  const { running, start, cancel } = useExport()
  const rows = periods.data ?? []
  const needsPeriod = periodNeeds[workbook] !== 'none'
  const period = needsPeriod ? periodFor(workbook, rows, wished ?? chosen?.code ?? null) : (chosen?.code ?? '')

  return (
    <TabPage body="scroll">
      <form
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (period !== null && running === null) void start({ workbook, period, copy }, workbookNames[workbook])
        }}
      >
        <div className="export-workbooks" role="radiogroup" aria-label={exportWords.workbook}>
          {workbooks.map((one) => (
            <label key={one} className={one === workbook ? 'export-workbook export-chosen' : 'export-workbook'}>
              <input type="radio" name="workbook" value={one} checked={one === workbook} onChange={() => setWorkbook(one)} />
              <span>
                <strong>{workbookNames[one]}</strong>
                <span>{workbookSays[one]}</span>
              </span>
            </label>
          ))}
        </div>
        <div className="export-choice">
          <FieldRow label={exportWords.period}>
            {(field) =>
              needsPeriod ? (
                <Select {...field} className="export-period" value={period} placeholder={exportWords.pickPeriod} options={periodOptions(workbook, rows).map((option) => ({ ...option }))} onChange={setWished} />
              ) : (
                <output id={field.id} className="export-plain">{exportWords.noPeriodNeeded}</output>
              )
            }
          </FieldRow>
          <FieldRow label={exportWords.copy} isGroup help={copySays[copy]}>
            {(field) => <Choices field={field} look="buttons" value={copy} options={copies.map((value) => ({ value, label: copyNames[value] }))} onChange={setCopy} />}
          </FieldRow>
          <div className="export-run">
            {running === null ? (
              <Space>
                <Button type="primary" htmlType="submit" disabled={period === null}>{exportWords.start}</Button>
                <Button disabled={period === null} onClick={() => setLooking(true)}>{pageWords.preview}</Button>
              </Space>
            ) : (
              <ExportProgress running={running} onCancel={cancel} />
            )}
          </div>
          <p className="export-who">{exportWords.who}</p>
        </div>
      </form>
      <ExportLog />
      {isLooking && period !== null ? <BookPreview asked={{ book: { workbook, period, copy } }} name={workbookNames[workbook]} onClose={() => setLooking(false)} /> : null}
    </TabPage>
  )
}
