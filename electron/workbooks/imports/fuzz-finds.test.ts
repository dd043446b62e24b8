import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeZip, rosterSheet, workbookEntries, type MadeEntry } from '../gate/packages.testing.ts'
import { attributesOf } from '../gate/xml-tokens.ts'
import { readHere } from './import.testing.ts'

/** What the fuzz of P7 found, each once by name. Read in time that grows with the square of the text, any of the long ones takes minutes. */

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'finds-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function outcome(...changed: readonly MadeEntry[]): Promise<string> {
  const own = workbookEntries().filter(({ name }) => changed.every((entry) => entry.name !== name))
  const file = path.join(folder, 'file.xlsx')
  await writeFile(file, makeZip([...own, ...changed.map((entry) => ({ ...entry, stored: true }))]))
  try {
    return `${String((await readHere(file)).sheets[0]?.rows.length)} rows`
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

function partOf(name: string): string {
  return String(workbookEntries().find((entry) => entry.name === name)?.data)
}

function sheetWith(rows: string): MadeEntry {
  return { name: 'xl/worksheets/sheet1.xml', data: rosterSheet.replace('</sheetData>', `${rows}</sheetData>`) }
}

function styles(inside: string): readonly MadeEntry[] {
  const rels = partOf('xl/_rels/workbook.xml.rels').replace('</Relationships>', '<Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>')
  return [{ name: 'xl/_rels/workbook.xml.rels', data: rels }, { name: 'xl/styles.xml', data: `<styleSheet>${inside}</styleSheet>` }]
}

describe('what the fuzz found', () => {
  test('a tag of a megabyte without an attribute', async () => {
    expect(await outcome(sheetWith(`<row ${':'.repeat(1_000_000)}/>`))).toBe('2 rows')
  })

  test('a number format of nothing but opening brackets', async () => {
    const code = '['.repeat(300_000)
    expect(await outcome(...styles(`<numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts><cellXfs>${'<xf numFmtId="170"/>'.repeat(50)}</cellXfs>`))).toBe('2 rows')
  })

  test('more cell formats than a workbook can have', async () => {
    const formats = (count: number) => styles(`<cellXfs>${'<xf numFmtId="0"/>'.repeat(count)}</cellXfs>`)
    expect([await outcome(...formats(65_490)), await outcome(...formats(65_491))]).toEqual(['2 rows', 'unreadable'])
  })

  test('more cells in one row than there are columns', async () => {
    const cells = (count: number) => sheetWith(`<row>${'<c r="B3"><v>1</v></c>'.repeat(count)}</row>`)
    expect([await outcome(cells(16_384)), await outcome(cells(16_385))]).toEqual(['3 rows', 'unreadable'])
  })

  test('one sheet under a hundred names', async () => {
    const sheets = '<sheet name="a" sheetId="1" r:id="rId1"/>'
    expect(await outcome({ name: 'xl/workbook.xml', data: partOf('xl/workbook.xml').replace('</sheets>', `${sheets.repeat(99)}</sheets>`) })).toBe('unreadable')
  })

  test('attributes as any program may write them', () => {
    expect([...attributesOf(` a="1" x:b = '2'\n\tc="a=b 'c'" d=e f="&lt;" =""/`)]).toEqual([['a', '1'], ['b', '2'], ['c', "a=b 'c'"], ['f', '<']])
    expect([...attributesOf('a="1"b="2" x:y:z="3"')]).toEqual([['a', '1'], ['b', '2'], ['y:z', '3']])
  })
})
