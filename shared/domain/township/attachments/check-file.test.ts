import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFile, faultBeforeReading } from './check-file.ts'
import { cleanName } from './clean-name.ts'
import { largestAttachment, longestName } from './limits.ts'
import { sampleDocx, sampleJpg, samplePdf, samplePng, sampleWebp, sampleXlsx, sampleZip } from './samples.testing.ts'
import { attachmentSentence } from './vocabulary.ts'
import { zipNames } from './zip-names.ts'

const text = new TextEncoder().encode('走访记录\r\n一户一策\t完成')
const gbk = Uint8Array.from([0xd7, 0xdf, 0xb7, 0xc3, 0x0d, 0x0a])
const program = Uint8Array.from([0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00])

describe('a file', () => {
  test.each([
    ['现场.jpg', sampleJpg, 'image/jpeg'],
    ['现场.JPEG', sampleJpg, 'image/jpeg'],
    ['截图.png', samplePng, 'image/png'],
    ['照片.webp', sampleWebp, 'image/webp'],
    ['批文.pdf', samplePdf, 'application/pdf'],
    ['方案.docx', sampleDocx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['名册.xlsx', sampleXlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['公文.ofd', sampleZip(['OFD.xml', 'Doc_0/Document.xml']), 'application/ofd'],
    ['记录.txt', text, 'text/plain'],
    ['记录.csv', gbk, 'text/csv'],
  ])('%s is taken by its content', (name, bytes, mime) => {
    expect(checkFile(name, bytes)).toMatchObject({ kind: 'good', name, mime })
  })

  test.each([
    ['空.pdf', new Uint8Array(0), 'empty'],
    ['改名.pdf', samplePng, 'otherContent'],
    ['改名.docx', sampleXlsx, 'otherContent'],
    ['改名.txt', samplePdf, 'otherContent'],
    ['程序.pdf', program, 'otherContent'],
    ['程序.exe', program, 'notAllowed'],
    ['照片\u202egpj.exe', program, 'notAllowed'],
    ['没有扩展名', samplePdf, 'notAllowed'],
    ['网页.html', text, 'notAllowed'],
    ['打包.zip', sampleZip(['a.txt']), 'archive'],
    ['打包.docx', sampleZip(['a.txt']), 'otherContent'],
    ['老格式.doc', program, 'oldFormat'],
    ['带宏.docx', sampleZip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']), 'macro'],
    ['宏表.xlsx', sampleZip(['[Content_Types].xml', 'xl/workbook.xml', 'xl/macrosheets/sheet1.xml']), 'macro'],
    ['半个.docx', sampleDocx.subarray(0, -4), 'damaged'],
    ['半张.png', samplePng.subarray(0, 20), 'damaged'],
    ['半份.pdf', samplePdf.subarray(0, 20), 'damaged'],
    ['半张.jpg', sampleJpg.subarray(0, -2), 'damaged'],
    ['半张.webp', sampleWebp.subarray(0, -2), 'damaged'],
    ['..', samplePdf, 'noName'],
  ])('%s is refused: %3$s', (name, bytes, fault) => {
    const checked = checkFile(name, bytes)
    expect(checked).toMatchObject({ kind: 'refused', fault: { kind: fault } })
    if (checked.kind === 'refused') expect(attachmentSentence(name, checked.fault)).toMatch(/^[^。]+。$/u)
  })

  test('20 MB is taken, one byte more is refused by its size alone', () => {
    expect(faultBeforeReading('a.pdf', largestAttachment)).toBeNull()
    expect(faultBeforeReading('a.pdf', largestAttachment + 1)).toEqual({ kind: 'tooLarge', bytes: largestAttachment + 1 })
    expect(attachmentSentence('录像.pdf', { kind: 'tooLarge', bytes: 2 * 1024 ** 3 })).toBe('“录像.pdf”有 2048.0 MB，超过 20.0 MB，请压缩或拆分后再添加。')
  })
})

describe('a name', () => {
  test.each([
    ['C:\\照片\\现场.jpg', '现场.jpg'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['  走访   记录 .txt ', '走访 记录 .txt'],
    ['a\u0000b\u200b\u202ec.txt', 'abc.txt'],
    ['问:什么?.pdf', '问_什么_.pdf'],
    ['...隐藏.png', '隐藏.png'],
    ['𠮷'.repeat(200) + '.pdf', '𠮷'.repeat(116) + '.pdf'],
    ['///', ''],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanName(given)).toBe(kept)
  })

  test('is short, without path or control signs, and kept the same when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const kept = cleanName(given)
        expect([...kept].length).toBeLessThanOrEqual(longestName)
        expect(kept).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u)
        expect(cleanName(kept)).toBe(kept)
      }),
    )
  })
})

test('names of a zip are read from whole directories alone, whatever the bytes', () => {
  expect(zipNames(sampleZip(['a', 'b/c']))).toEqual(['a', 'b/c'])
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(400), (noise, at) => {
    const changed = Uint8Array.from([...sampleDocx.subarray(0, at), ...noise])
    expect(() => zipNames(changed)).not.toThrow()
    expect(() => checkFile('a.docx', changed)).not.toThrow()
  }))
})
