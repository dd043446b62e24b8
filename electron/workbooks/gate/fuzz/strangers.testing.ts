import iconv from 'iconv-lite'
import { makeZip, workbookEntries } from '../packages.testing.ts'
import { noise, workbookFile, type Chance, type Family, type MadeFile } from './chance.testing.ts'

/** Files that are no workbook, and tables as text. */

const oleMagic = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const magics = ['%PDF-1.7\n', '\u0089PNG\r\n\u001a\n', 'GIF89a', '{\\rtf1', 'Rar!\u001a\u0007', '7z\u00bc\u00af\u0027\u001c', '\u001f\u008b', 'MZ', '\u007fELF', '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', '<html><table><tr><td>姓名</td></tr></table></html>', 'PK\u0005\u0006', 'PK', 'PK\u0003', 'PK\u0007\u0008']

function stranger(chance: Chance): MadeFile {
  const start = chance.pick(magics)
  const bytes = Buffer.concat([Buffer.from(start, /[一-鿿]/u.test(start) ? 'utf8' : 'latin1'), noise(chance, chance.below(3_000))])
  return workbookFile(bytes, chance.pick(['file.xlsx', 'file.pdf', 'file.xls', 'file', '.xlsx', 'file.xlsx.exe']))
}

/** Another office format in the same kind of package. */
function otherOffice(chance: Chance): Buffer {
  const [types, ...rest] = workbookEntries()
  const written = chance.pick(['wordprocessingml.document', 'presentationml.presentation', 'spreadsheetml.worksheet'])
  const text = String(types?.data).replaceAll('spreadsheetml.sheet', written)
  if (chance.chance(0.25)) return makeZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }, { name: 'content.xml', data: '<office:document-content/>' }])
  if (chance.chance(0.25)) return makeZip([{ name: '[Content_Types].xml', data: String(types?.data).replace('openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'ms-excel.sheet.binary.macroEnabled.main') }, ...rest, { name: 'xl/workbook.bin', data: noise(chance, 500) }])
  return makeZip([{ name: '[Content_Types].xml', data: text }, ...rest])
}

function oldWorkbook(chance: Chance): MadeFile {
  const password = chance.chance(0.3) ? Buffer.from('EncryptedPackage', 'utf16le') : Buffer.alloc(0)
  return workbookFile(Buffer.concat([oleMagic, noise(chance, chance.below(4_000)), password, noise(chance, 100)]), chance.pick(['a.xls', 'a.et', 'a.xlsx', 'a.csv', 'a.doc']))
}

const headings = '姓名,身份证号,人员身份,所在模块'
const record = '张三,330825198202169773,公务员,大党建'

function table(text: string, encoding = 'utf8'): MadeFile {
  return workbookFile(iconv.encode(text, encoding), 'table.csv')
}

function oddTable(chance: Chance): MadeFile {
  const field = () => chance.pick(['', '"', '""', '"a""b"', '"a\nb"', "'", '=1+1', '@SUM(A1)', '="00123"', '\t', ' ', '，', ';', '😀', '\u202e', '\u200b', '张三', '330825198202169773', '大党建', '公务员', '2026.13.45', '1e308', '-0'])
  const row = () => Array.from({ length: chance.below(12) }, field).join(chance.pick([',', ',', ';', '\t', '，']))
  const rows = Array.from({ length: chance.below(300) }, row)
  const ending = chance.pick(['\n', '\r\n', '\r', '\n\r', '\n\n'])
  return table(`${chance.pick(['', '\ufeff', 'sep=;\n', 'sep="\n'])}${headings}${ending}${rows.join(ending)}`, chance.pick(['utf8', 'gb18030']))
}

function brokenText(chance: Chance): MadeFile {
  const whole = iconv.encode(`${headings}\n${record}\n`.repeat(chance.between(1, 40)), chance.pick(['gbk', 'utf8', 'utf16le', 'utf16be', 'big5', 'utf-32le']))
  const at = chance.below(whole.length)
  return workbookFile(Buffer.concat([whole.subarray(0, at), noise(chance, chance.below(20)), whole.subarray(at + chance.below(3))]), 'table.csv')
}

function withControls(chance: Chance): MadeFile {
  return table(`${headings}\n${record.replace('三', `三${chance.pick(['\u0000', '\u0000\u0000', '\u0007', '\u007f'])}`)}\n`)
}

const megabyte = 1_048_576

export const strangerFamilies: readonly Family[] = [
  { name: 'another kind of file', make: stranger, answers: ['not_workbook', 'damaged'] },
  { name: 'an old workbook, or one with a password', make: oldWorkbook, answers: ['old_format', 'password_protected'] },
  { name: 'another office format', make: (chance) => workbookFile(otherOffice(chance)), answers: ['not_workbook', 'macros'] },
  { name: 'an empty file', make: (chance) => workbookFile(Buffer.alloc(0), chance.pick(['a.xlsx', 'a.csv', ''])), answers: ['empty_file'] },
  { name: 'a table of odd fields', make: oddTable },
  { name: 'a table in broken text', make: brokenText },
  { name: 'a table with control characters', make: withControls, answers: ['not_text'] },
  { name: 'a table of nothing but separators', make: (chance) => table(`${headings}\n${chance.pick([',', ';', '\t']).repeat(chance.between(1, 15) * megabyte)}`), answers: ['not_recognised', 'too_large'], isLarge: true },
  { name: 'a table of nothing but quotes', make: (chance) => table(`${headings}\n${'"'.repeat(chance.between(1, 15) * megabyte)}`), answers: ['unreadable'], isLarge: true },
  { name: 'a table of nothing but line ends', make: (chance) => table(`${headings}\n${record}${chance.pick(['\n', '\r', '\r\n']).repeat(chance.between(1, 9) * megabyte)}`), answers: ['rows', 'not_recognised'], isLarge: true },
  { name: 'a table of one endless word', make: (chance) => table(`${headings}\n${'长'.repeat(chance.between(1, 6) * megabyte)}`), answers: ['unreadable'], isLarge: true },
  { name: 'a table of too many people', make: () => table(`${headings}\n${`${record}\n`.repeat(50_001)}`), answers: ['too_large'], isLarge: true },
]
