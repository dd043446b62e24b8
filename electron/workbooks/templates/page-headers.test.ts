import { describe, expect, test } from 'vitest'
import { emptyMapping } from '../../../shared/domain/reports/templates/template.ts'
import { filledHeader, pageHeadersOf, type HeaderPiece } from './page-headers.ts'
import { planFilling } from './plan-filling.ts'
import { fillSheet } from './fill-sheet.ts'
import { noShift } from './row-shift.ts'
import { readSheetXml } from './sheet-xml.ts'
import { madePeople, valuesOf } from './values.testing.ts'

const words = (text: string): HeaderPiece => ({ kind: 'words', text })
const value = (text: string): HeaderPiece => ({ kind: 'value', text })

test.each<[string, readonly HeaderPiece[], string]>([
  ['codes stay', [words('&C第 &P 页 共 &N 页 '), value('清溪镇')], '&C第 &P 页 共 &N 页 清溪镇'],
  ['an & of a value is none of a code', [words('&L'), value('A&B镇')], '&LA&&B镇'],
  ['a year is no size of a font', [words('&C&14'), value('2026年')], '&C&14 2026年'],
  ['a size behind an & that is written twice is none', [words('&&14'), value('2026')], '&&142026'],
  ['behind other codes nothing is put in between', [words('&"黑体,常规"&KFF0000'), value('2026')], '&"黑体,常规"&KFF00002026'],
  ['lines of a value are one line', [value('甲\n 乙')], '甲 乙'],
])('%s', (_, pieces, text) => {
  expect(filledHeader(pieces)).toBe(text)
})

const sheetOf = (footer: string) => readSheetXml(`<worksheet><sheetData/><headerFooter differentFirst="1"><oddHeader>&amp;C{{乡镇}}</oddHeader><oddFooter>${footer}</oddFooter><firstFooter><![CDATA[&R{{周期}}]]></firstFooter></headerFooter></worksheet>`)

function filled(footer: string): string {
  const source = sheetOf(footer)
  const sheet = { name: '表', cells: [], merges: [], headers: pageHeadersOf(source) }
  const plan = planFilling([sheet], emptyMapping, valuesOf(madePeople(1, 3)))[0] ?? null
  return fillSheet({ sheet: '表', source, plan, formulas: [], stale: new Set(), formats: [], date1904: false, movement: { of: () => noShift } }, false)
}

describe('headers and footers of a sheet', () => {
  test('are filled, those without placeholders keep their text', () => {
    expect(filled('&amp;L&amp;P / &amp;N')).toBe('<worksheet><sheetData/><headerFooter differentFirst="1"><oddHeader>&amp;C清溪镇</oddHeader><oddFooter>&amp;L&amp;P / &amp;N</oddFooter><firstFooter>&amp;R2026年第一季度</firstFooter></headerFooter></worksheet>')
    expect(filled('&amp;L共{{结果汇总.行数}}人，&amp;10{{年度}}')).toContain('<oddFooter>&amp;L共3人，&amp;10 2026</oddFooter>')
  })

  test('longer than a spreadsheet takes is said, not written', () => {
    expect(() => filled(`{{乡镇}}${'长'.repeat(253)}`)).toThrow('“表”的页眉或页脚填好之后超过 255 个字')
    expect(filled(`{{乡镇}}${'长'.repeat(252)}`)).toContain('清溪镇长长')
  })
})
