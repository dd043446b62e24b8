import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostileFiles } from './hostile-files.testing.ts'
import { inspectFile } from './inspect-file.ts'
import { gateLimits, type GateLimits } from './limits.ts'
import { makeZip, relationships, withEntry, workbookEntries } from './packages.testing.ts'
import { GateRefusal, gateCodes } from './refusal.ts'
import { gateTexts, sentenceFor } from './vocabulary.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gate-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function outcome(fileName: string, bytes: Buffer, limits?: GateLimits): Promise<string> {
  const file = path.join(folder, fileName)
  await writeFile(file, bytes)
  try {
    return (await inspectFile(file, limits)).kind
  } catch (error) {
    return error instanceof GateRefusal ? error.code : String(error)
  } finally {
    await rm(file)
  }
}

const corpus = hostileFiles()

describe('refused', () => {
  test.each(corpus)('$name', async ({ fileName, bytes, code }) => {
    const made = bytes()
    const start = performance.now()
    expect(await outcome(fileName, made)).toBe(code)
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  test('no file, or no file at all', async () => {
    await expect(inspectFile(path.join(folder, 'none.xlsx'))).rejects.toMatchObject({ code: 'not_found' })
    await expect(inspectFile(folder)).rejects.toMatchObject({ code: 'not_found' })
    await symlink(path.join(folder, 'none.xlsx'), path.join(folder, 'dangling.xlsx'))
    await expect(inspectFile(path.join(folder, 'dangling.xlsx'))).rejects.toMatchObject({ code: 'not_found' })
  })

  test('every code has one sentence with a way out, and the corpus shows every code', () => {
    expect(Object.keys(gateTexts)).toEqual([...gateCodes])
    for (const use of ['import', 'template', 'verify', 'scoreBook'] as const) {
      for (const text of Object.values(gateTexts)) expect(sentenceFor(text, use)).toMatch(use === 'import' ? /^[^。{}]+。$/u : /^(?!.*导入)[^。{}]+。$/u)
    }
    expect([...new Set([...corpus.map(({ code }) => code), 'not_found'])].sort()).toEqual([...gateCodes].sort())
  })
})

describe('let through', () => {
  test('a smallest workbook, also with ordinary hyperlinks', async () => {
    expect(await outcome('a.xlsx', makeZip(workbookEntries()))).toBe('xlsx')
    const link = '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:a@a.example" TargetMode="External"/>'
    expect(await outcome('a.xlsx', withEntry({ name: 'xl/worksheets/_rels/sheet1.xml.rels', data: relationships(link) }))).toBe('xlsx')
    expect(await outcome('wrong-name.csv', makeZip(workbookEntries()))).toBe('xlsx')
  })

  test('a workbook as a library writes it', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('花名册').addRows(Array.from({ length: 2_000 }, (_, index) => [index, '张三', '同样的内容']))
    expect(await outcome('b.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()))).toBe('xlsx')
  })

  test.each(['utf8', 'gbk', 'gb18030'])('a table in %s', async (encoding) => {
    const text = '姓名,身份证号\r\n张三,330825198202169773\r\n'
    const file = path.join(folder, 'table.csv')
    await writeFile(file, iconv.encode(text, encoding))
    expect(await inspectFile(file)).toEqual({ kind: 'csv', text })
  })

  test('a table with a byte order mark', async () => {
    expect(await outcome('bom.csv', Buffer.from('\ufeff姓名\n张三'))).toBe('csv')
  })
})

describe('each limit is the limit: raised, the same file passes', () => {
  const bytesOf = (name: string) => corpus.find((file) => file.name === name)?.bytes() ?? Buffer.alloc(0)
  test.each<[string, Partial<GateLimits>]>([
    ['2,001 parts', { entries: 2_001 }],
    ['a part of 51 MB', { entryBytes: 51 * 1_048_576 }],
    ['5 parts of 45 MB', { totalBytes: 300 * 1_048_576 }],
    ['a zip bomb', { ratio: 2_000 }],
  ])('%s', async (name, raised) => {
    expect(await outcome('c.xlsx', bytesOf(name), { ...gateLimits, ...raised })).toBe('xlsx')
  })

  test('the size of a file', async () => {
    const bytes = withEntry({ name: 'xl/media/a.bin', data: Buffer.alloc(1_000, 7), stored: true })
    expect(await outcome('d.xlsx', bytes, { ...gateLimits, fileBytes: bytes.length - 1 })).toBe('file_too_large')
    expect(await outcome('d.xlsx', bytes, { ...gateLimits, fileBytes: bytes.length })).toBe('xlsx')
  })
})

test('changed bytes are refused with a sentence or read, never anything else', async () => {
  const good = makeZip(workbookEntries())
  const outcomes = new Map<string, number>()
  for (let at = 0; at < good.length; at += 3) {
    const bytes = Buffer.from(good)
    bytes[at] = (bytes[at] ?? 0) ^ 0x55
    const result = await outcome('mutated.xlsx', bytes)
    outcomes.set(result, (outcomes.get(result) ?? 0) + 1)
  }
  for (const result of outcomes.keys()) expect(['xlsx', ...gateCodes]).toContain(result)
})
