import iconv from 'iconv-lite'
import type { GateCode } from './refusal.ts'
import { makeZip, relationships, rosterSheet, withEntry, workbookEntries } from './packages.testing.ts'

/** A file nobody should open, and what the gate must say. */
export interface HostileFile {
  readonly name: string
  readonly fileName: string
  /** Made when asked for: together they would fill the memory. */
  readonly bytes: () => Buffer
  readonly code: GateCode
}

const oleMagic = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const megabyte = 1_048_576
const external = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const sheetName = 'xl/worksheets/sheet1.xml'

/** Bytes that look random and never change. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = 12_345
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[index] = state >>> 24
  }
  return bytes
}

/** Mostly zeros: packs well, but no better than a workbook might. */
function sparse(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (const [index, byte] of noise(length >> 8).entries()) bytes[index << 8] = byte
  return bytes
}

function fiveLargeParts(): Buffer {
  const data = sparse(45 * megabyte)
  return makeZip([...workbookEntries(), ...Array.from({ length: 5 }, (_, index) => ({ name: `xl/media/${String(index)}.bin`, data }))])
}

/** One byte of the packed sheet is another one. */
function changedInside(bytes: Buffer): Buffer {
  const at = bytes.indexOf(sheetName) + sheetName.length + 60
  return Buffer.from(bytes).fill((bytes[at] ?? 0) ^ 0x55, at, at + 1)
}

function file(name: string, bytes: () => Buffer, code: GateCode, fileName = 'file.xlsx'): HostileFile {
  return { name, fileName, bytes, code }
}

const good = () => makeZip(workbookEntries())

/** Every kind of file that must not come in. */
export function hostileFiles(): readonly HostileFile[] {
  const [types, ...rest] = workbookEntries()
  const typesText = String(types?.data)
  return [
    file('empty file', () => Buffer.alloc(0), 'empty_file'),
    file('21 MB', () => Buffer.concat([good(), Buffer.alloc(21 * megabyte)]), 'file_too_large'),
    file('random bytes', () => noise(4_096), 'not_workbook'),
    file('a web page', () => Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'), 'not_workbook'),
    file('an old workbook', () => Buffer.concat([oleMagic, noise(2_048)]), 'old_format', 'file.xls'),
    file('an old workbook by another name', () => Buffer.concat([oleMagic, noise(2_048)]), 'old_format', 'file.csv'),
    file('a password', () => Buffer.concat([oleMagic, Buffer.alloc(64), Buffer.from('EncryptedPackage', 'utf16le'), noise(512)]), 'password_protected'),
    file('a picture as .csv', () => noise(2_048), 'not_text', 'file.csv'),
    file('UTF-16 as .csv', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名,身份证号', 'utf16le')]), 'not_text', 'file.csv'),
    file('half a character of GBK', () => iconv.encode('姓名', 'gbk').subarray(0, 3), 'not_text', 'file.csv'),
    file('truncated', () => good().subarray(0, 600), 'damaged'),
    file('without its last byte', () => good().subarray(0, -1), 'damaged'),
    file('one byte changed', () => changedInside(good()), 'damaged'),
    file('a wrong checksum', () => withEntry({ name: sheetName, data: rosterSheet, claimedSum: 1 }), 'damaged'),
    file('an unknown compression', () => withEntry({ name: sheetName, data: rosterSheet, method: 12 }), 'damaged'),
    file('a document', () => makeZip([{ name: '[Content_Types].xml', data: typesText.replaceAll('spreadsheetml.sheet', 'wordprocessingml.document') }, ...rest]), 'not_workbook'),
    file('any zip', () => makeZip([{ name: 'a.txt', data: 'a' }]), 'not_workbook'),
    file('a zip of nothing', () => Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(40)]), 'damaged'),
    file('2,001 parts', () => makeZip([...workbookEntries(), ...Array.from({ length: 1_996 }, (_, index) => ({ name: `xl/media/${String(index)}`, data: '' }))]), 'too_many_entries'),
    file('a part of 51 MB', () => withEntry({ name: 'xl/media/a.bin', data: sparse(51 * megabyte) }), 'entry_too_large'),
    file('5 parts of 45 MB', () => fiveLargeParts(), 'unpacked_too_large'),
    file('a zip bomb', () => withEntry({ name: sheetName, data: Buffer.alloc(40 * megabyte, ' ') }), 'ratio_too_high'),
    file('a bomb that claims to be small', () => withEntry({ name: sheetName, data: Buffer.alloc(40 * megabyte, ' '), claimedSize: 1_000 }), 'ratio_too_high'),
    file('a larger part than claimed', () => withEntry({ name: sheetName, data: rosterSheet, claimedSize: 10 }), 'sizes_lie'),
    file('a smaller part than claimed', () => withEntry({ name: sheetName, data: rosterSheet, claimedSize: 10_000 }), 'sizes_lie'),
    file('a longer stretch than claimed', () => withEntry({ name: '[Content_Types].xml', data: typesText, claimedPackedSize: 400 }), 'sizes_lie'),
    file('a parent folder', () => withEntry({ name: '../../evil.xml', data: '<a/>' }), 'unsafe_path'),
    file('a parent folder inside', () => withEntry({ name: 'xl/../../evil.xml', data: '<a/>' }), 'unsafe_path'),
    file('an absolute path', () => withEntry({ name: '/etc/passwd', data: 'x' }), 'unsafe_path'),
    file('a drive', () => withEntry({ name: 'C:/evil.xml', data: '<a/>' }), 'unsafe_path'),
    file('backslashes', () => withEntry({ name: 'xl\\..\\evil.xml', data: '<a/>' }), 'unsafe_path'),
    file('a name of control characters', () => withEntry({ name: 'xl/a\u0000.xml', data: '<a/>' }), 'unsafe_path'),
    file('two of one name', () => makeZip([...workbookEntries(), { name: sheetName, data: rosterSheet }]), 'duplicate_entry'),
    file('two of one name but for case', () => makeZip([...workbookEntries(), { name: 'XL/Worksheets/Sheet1.xml', data: rosterSheet }]), 'duplicate_entry'),
    file('a symbolic link', () => withEntry({ name: 'xl/link', data: '/etc/passwd', attributes: (0o120777 << 16) >>> 0 }), 'symlink_entry'),
    file('an encrypted part', () => withEntry({ name: sheetName, data: rosterSheet, flags: 0x801 }), 'encrypted_entry'),
    file('a strongly encrypted part', () => withEntry({ name: sheetName, data: rosterSheet, flags: 0x841 }), 'encrypted_entry'),
    file('an AES part', () => withEntry({ name: sheetName, data: rosterSheet, method: 99 }), 'encrypted_entry'),
    file('macros', () => withEntry({ name: 'xl/vbaProject.bin', data: 'x' }), 'macros'),
    file('macros by type', () => makeZip([{ name: '[Content_Types].xml', data: typesText.replace('openxmlformats-officedocument.spreadsheetml.sheet', 'ms-excel.sheet.macroEnabled') }, ...rest]), 'macros', 'file.xlsm'),
    file('macros of 1992', () => withEntry({ name: 'xl/macrosheets/sheet1.xml', data: '<a/>' }), 'macros'),
    file('links to other files', () => withEntry({ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' }), 'external_links'),
    file('a link by relationship', () => withEntry({ name: 'xl/_rels/a.xml.rels', data: relationships(`<Relationship Id="r" Type="${external}/externalLinkPath" Target="file:///c:/a.xlsx" TargetMode="External"/>`) }), 'external_links'),
    file('a picture from outside', () => withEntry({ name: 'xl/drawings/_rels/a.xml.rels', data: relationships(`<Relationship Id="r" Type="${external}/image" Target="http://a.example/x.png" TargetMode="&#69;xternal"/>`) }), 'external_links'),
    file('a data connection', () => withEntry({ name: 'xl/connections.xml', data: '<connections/>' }), 'external_links'),
    file('a DOCTYPE', () => withEntry({ name: sheetName, data: `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>` }), 'doctype'),
    file('a DOCTYPE behind a long comment', () => withEntry({ name: sheetName, data: Buffer.concat([Buffer.from('<!--'), noise(70_000).map((byte) => 97 + (byte % 26)), Buffer.from('--><!DOCTYPE a><a/>')]) }), 'doctype'),
    file('a DOCTYPE in UTF-16', () => withEntry({ name: 'docProps/app.xml', data: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<?xml version="1.0"?><!DOCTYPE a><a/>', 'utf16le')]) }), 'doctype'),
    file('a DOCTYPE in a part without its ending', () => withEntry({ name: 'customXml/item1', data: '  <!DOCTYPE a><a/>' }), 'doctype'),
    file('relationships that are no XML', () => withEntry({ name: 'xl/_rels/workbook.xml.rels', data: '<Relationships><Relationship' }), 'damaged'),
  ]
}
