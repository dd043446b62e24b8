import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { emptyMapping } from '../../../shared/domain/reports/templates/template.ts'
import { findOffice } from '../exports/testing/find-office.ts'
import { OfficeDesk, type ReadCell } from '../exports/testing/office.ts'
import { gateLimits } from '../gate/limits.ts'
import { openZipParts } from '../gate/zip-parts.ts'
import { corpus } from './corpus.testing.ts'
import { fillTemplate } from './fill-template.ts'
import { packTemplate } from './template-maker.testing.ts'
import { madePeople, valuesOf } from './values.testing.ts'

const seed = 20_260_408

function expected(people: ReturnType<typeof madePeople>, what: 'sum' | 'mean' | 'roundedMean' | 'count' | 'double'): number {
  const sum = people.reduce((total, { score }) => total + score, 0)
  return { sum, mean: sum / people.length, roundedMean: Math.round(sum / people.length * 100) / 100, count: people.length, double: 2 * sum }[what]
}

function numberIn(cell: ReadCell | undefined): number | null {
  return cell?.type === 'number' ? Number(cell.value) : null
}

describe('filled templates in other programs', () => {
  const desk = OfficeDesk.open()
  afterAll(async () => (await desk).close())

  test('LibreOffice opens and calculates the corpus, openpyxl reads it', async () => {
    const opened = await desk
    const files: { readonly file: string; readonly one: (typeof corpus)[number]; readonly people: ReturnType<typeof madePeople> }[] = []
    for (const [index, one] of corpus.entries()) {
      const people = madePeople(seed + index, one.people)
      const file = opened.file(`corpus-${String(index)}.xlsx`)
      writeFileSync(file, await fillTemplate(await openZipParts(await packTemplate(one.template), gateLimits), one.mapping, valuesOf(people)))
      files.push({ file, one, people })
    }
    const recalculated = await opened.recalculate(files.map(({ file }) => file))
    const values = await opened.read(files.map(({ file }) => recalculated(file)), 'values')
    const texts = await opened.read(files.map(({ file }) => file), 'read')
    const wrong = files.flatMap(({ file, one, people }) =>
      one.sums.flatMap(([sheet, cell, what]) => {
        const found = numberIn(values[recalculated(file)]?.[sheet]?.[cell])
        const wanted = expected(people, what)
        return found !== null && Math.abs(found - wanted) < 1e-6 ? [] : [{ template: one.template.name, sheet, cell, found, wanted }]
      }))
    expect(wrong).toEqual([])
    expect(corpus.flatMap(({ sums }) => sums).length).toBeGreaterThan(20)
    const unread = files.filter(({ file, one }) => one.template.sheets.some(({ name }) => texts[file]?.[name] === undefined))
    expect(unread.map(({ one }) => one.template.name)).toEqual([])
  })

  test('templates made by openpyxl come back filled, with what stood around', async () => {
    const opened = await desk
    execFileSync(findOffice().python, [new URL('./make_templates.py', import.meta.url).pathname, opened.folder, String(seed)])
    const people = madePeople(seed, 25)
    const filled: string[] = []
    for (const name of ['lists', 'charts', 'tables']) {
      const file = opened.file(`${name}-filled.xlsx`)
      writeFileSync(file, await fillTemplate(await openZipParts(readFileSync(opened.file(`${name}.xlsx`)), gateLimits), emptyMapping, valuesOf(people)))
      filled.push(file)
    }
    const recalculated = await opened.recalculate(filled)
    const values = await opened.read(filled.map(recalculated), 'values')
    const read = await opened.read(filled, 'read')
    const sum = expected(people, 'sum')
    for (const [index, sheet] of ['上报表', '图 与 表', '表'].entries()) {
      const file = filled[index] ?? ''
      const [cells, texts] = [values[recalculated(file)]?.[sheet] ?? {}, read[file]?.[sheet] ?? {}]
      expect([cells['A1']?.value, cells['D9']?.value ?? null, texts['E2']]).toEqual(['2026年第一季度干部考核结果上报表', expect.anything(), { type: 'date', value: '2026-04-08' }])
      expect(people.map((_, at) => [texts[`B${String(6 + at)}`]?.value, texts[`C${String(6 + at)}`]?.type])).toEqual(people.map(({ name }) => [name, 'text']))
      expect(numberIn(cells['D31'])).toBeCloseTo(sum, 6)
      expect(numberIn(cells['E31'])).toBe(people.filter(({ score }) => score >= 90).length)
    }
    const other = values[recalculated(filled[0] ?? '')]?.['汇总'] ?? {}
    expect(numberIn(other['A1'])).toBeCloseTo(sum, 6)
    expect(numberIn(other['A2'])).toBeCloseTo(sum / people.length, 6)
  })

  test('a total that did not grow would be noticed', async () => {
    const opened = await desk
    const list = corpus.find(({ template }) => template.name === '中间重复、下方合计')
    if (list === undefined) throw new Error('no such template')
    const people = madePeople(seed, list.people)
    const source = await fillTemplate(await openZipParts(await packTemplate(list.template), gateLimits), list.mapping, valuesOf(people))
    const { default: JSZip } = await import('jszip')
    const zip = await JSZip.loadAsync(source)
    const part = 'xl/worksheets/sheet1.xml'
    zip.file(part, ((await zip.file(part)?.async('string')) ?? '').replace('SUM(C5:C16)', 'SUM(C5:C5)'))
    const file = opened.file('broken.xlsx')
    writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer' }))
    const recalculated = await opened.recalculate([file])
    const values = await opened.read([recalculated(file)], 'values')
    const found = numberIn(values[recalculated(file)]?.['上报表']?.['C17'])
    expect(found).not.toBeNull()
    expect(Math.abs((found ?? 0) - expected(people, 'sum'))).toBeGreaterThan(1)
  })
})
