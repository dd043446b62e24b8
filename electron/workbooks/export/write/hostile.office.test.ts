import { afterAll, describe, expect, it } from 'vitest'
import type { CellStyle } from '../model/model.ts'
import { OfficeDesk } from '../testing/office.ts'
import { cleanText } from './clean-text.ts'
import { hostileTexts } from './hostile-texts.testing.ts'
import { writeWorkbook } from './write-workbook.ts'

const style: CellStyle = { role: 'body', align: 'left', format: 'plain' }

describe('500 hostile texts', () => {
  const desk = OfficeDesk.open()
  afterAll(async () => (await desk).close())

  it('are read back as the same text by openpyxl, and through LibreOffice', async () => {
    const opened = await desk
    // A text that was nothing but forbidden characters leaves an empty cell; openpyxl drops every `x005F_`, escape or not.
    const texts = hostileTexts().filter((text) => cleanText(text) !== '' && !text.includes('x005F_'))
    const rows = texts.map((text, index) => ({ number: index + 1, height: null, cells: [{ kind: 'text', text, style } as const], merges: [], pageBreakAfter: false }))
    const file = opened.file('hostile.xlsx')
    const sheet = { name: '表', columns: [{ width: 20, hidden: false }], rows, freeze: { rows: 0, columns: 0 }, orientation: 'landscape', titleRows: null, chart: null, streamed: false } as const
    await writeWorkbook({ title: '试', author: '试', createdAt: 0, sheets: [sheet] }, file)
    const recalculated = await opened.recalculate([file])
    const read = await opened.read([file, recalculated(file)], 'read')
    expect(texts.length).toBeGreaterThanOrEqual(500)
    for (const path of [file, recalculated(file)]) {
      const cells = read[path]?.['表'] ?? {}
      const wrong = texts.flatMap((text, index) => {
        const cell = cells[`A${String(index + 1)}`]
        return cell?.type === 'text' && cell.value === cleanText(text) ? [] : [{ text, cell }]
      })
      expect(wrong).toEqual([])
    }
  })
})
