import { makeZip, rosterSheet, sheetXml, withEntry, workbookEntries, type MadeEntry } from '../packages.testing.ts'
import { workbookFile, type Chance, type Family, type MadeFile } from './chance.testing.ts'

/** What can be wrong inside a sheet: XML, places, values, and far too much of everything. */

const sheetName = 'xl/worksheets/sheet1.xml'

const megabyte = 1_048_576

/** Lies in the package as it is where there is room: what repeats itself is then no matter of the ratio. */
function stored(name: string, data: string | Buffer): MadeEntry {
  return { name, data, stored: Buffer.byteLength(data) < 15 * megabyte }
}

function book(sheet: string | Buffer): MadeFile {
  return workbookFile(withEntry(stored(sheetName, sheet)))
}

function withRows(rows: string, behind = ''): MadeFile {
  return book(rosterSheet.replace('</sheetData>', `${rows}</sheetData>${behind}`))
}

function text(value: string): string {
  return `<c t="inlineStr"><is><t>${value}</t></is></c>`
}

/** Doctypes with everything that has ever been done with one. */
function doctype(chance: Chance): MadeFile {
  const laughs = Array.from({ length: 10 }, (_, index) => `<!ENTITY l${String(index + 1)} "${`&l${String(index)};`.repeat(10)}">`).join('')
  const inner = chance.pick([
    '<!DOCTYPE a>', '<!DOCTYPE a SYSTEM "http://a.example/a.dtd">', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>', `<!DOCTYPE a [<!ENTITY l0 "lol">${laughs}]>`,
    '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://a.example/p">%p;]>', '<!DOCTYPE\na>', '<!DOCTYPE a PUBLIC "-//x" "\\\\10.0.0.1\\a">',
  ])
  const whole = `<?xml version="1.0"?>${chance.chance(0.5) ? `<!--${'x'.repeat(chance.below(70_000))}-->` : ''}${inner}<a>&l9;&e;</a>`
  const bytes = chance.pick([Buffer.from(whole), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole, 'utf16le')]), Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(whole, 'utf16le').swap16()])])
  return workbookFile(withEntry({ name: chance.pick([sheetName, 'xl/workbook.xml', 'xl/sharedStrings.xml', 'docProps/core.xml', 'customXml/item1.xml', '_rels/.rels']), data: bytes, stored: true }))
}

function deep(chance: Chance): MadeFile {
  const levels = chance.between(65, 300_000)
  const inside = chance.chance(0.5) ? '</a>'.repeat(levels) : ''
  return withRows(`<row r="3"><c>${'<a>'.repeat(levels)}${inside}</c></row>`)
}

const broken = [
  '<row', '<row r="3', '<row r=\'3', '<c><v>1</v>', '</row>', '</sheetData></worksheet><worksheet>', '<!--', '<![CDATA[', '<?', '<!ENTITY a "b">', '&lol;', '&', '&#xFFFFFFFF;', '&#-1;', '&#;', '&#x;', '<>', '< row/>', '</>', '<row/ >', '<a:b:c/>', '<row r="1" r="2"/>', ']]>', '\u0000', '\ufffe',
  '<row =""/>', '<row r=3/>', '<row r/>', '<!doctype a>', '<%x%>',
]

function brokenXml(chance: Chance): MadeFile {
  const at = chance.below(rosterSheet.length)
  return book(`${rosterSheet.slice(0, at)}${chance.pick(broken)}${rosterSheet.slice(at)}`)
}

/** Attributes that a careless expression reads again and again. */
function longTag(chance: Chance): MadeFile {
  const length = chance.between(10_000, 1_000_000)
  const inside = chance.pick([' :', ' a', '\t', '=', ' =', "'\"", ' a= ', ' a =', '/', ' r="', ' x:r = ', ':', 'a:', "x'", 'é'])
  return withRows(`<row ${inside.repeat(Math.ceil(length / inside.length))}/><row r="4"><c ${inside.repeat(20_000)}><v>1</v></c></row>`)
}

const oddPlaces = ['0', '-1', '1.5', 'NaN', '1e308', '99999999999999999999', '1048577', '', ' 3 ', '0x10', '３', '1', '2']
const oddReferences = ['A0', 'XFE1', 'ZZZZ1', 'A', '1', '', 'a1', 'A1:B2', '$A$1', 'A-1', 'A1e3', 'R1C1', `${'A'.repeat(900)}1`, 'A99999999999', 'B2', 'XFD1048576']

function oddRows(chance: Chance): MadeFile {
  const cell = () => `<c r="${chance.pick(oddReferences)}" t="${chance.pick(['n', 's', 'str', 'b', 'e', 'd', 'inlineStr', 'x', ''])}" s="${chance.pick(['0', '-1', '999999', 'NaN', ''])}"><v>${chance.pick(['1', '-1', '1e309', 'NaN', '', '99999999', '1.5', '  ', '330825198202169773', 'true', '2958466', '-5'])}</v></c>`
  const row = () => `<row r="${chance.pick(oddPlaces)}">${Array.from({ length: chance.below(8) }, cell).join('')}</row>`
  return withRows(Array.from({ length: chance.between(1, 40) }, row).join(''))
}

const oddTexts = [
  '张　三', '\u202e三张', '张\u200b三', '👨‍👩‍👧‍👦', '𠮷', 'e\u0301'.repeat(2_000), '=HYPERLINK("http://a")', '+1', '@x', '长'.repeat(32_767), ' '.repeat(32_767), '（'.repeat(9_000), '姓名'.repeat(8_000), '1'.repeat(32_767), '同上', '合计', '3.3E+17', '2026年2月30日',
  '２０２６．３', '0000', '9999-99-99', '大党建', '"', ':'.repeat(30_000), '·'.repeat(30_000), 'A·'.repeat(10_000), '&amp;', '_x0000_', '_x000D_'.repeat(3_000), '-'.repeat(20_000), '、'.repeat(30_000), '1 '.repeat(15_000), '（a）'.repeat(8_000), '\t', '〃',
]

/** Texts that might make an expression of the recognition run forever, in the headings or below them. */
function oddWords(chance: Chance): MadeFile {
  const words = () => Array.from({ length: chance.between(1, 40) }, () => chance.pick(oddTexts).replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
  const head = ['姓名', '身份证号', '人员身份', '所在模块', '出生年月', '联系电话', '参加工作时间', '序号']
  const rows = Array.from({ length: chance.between(1, 30) }, words)
  return book(sheetXml(chance.chance(0.3) ? [...rows, head, ...rows] : [head.map((heading) => (chance.chance(0.15) ? chance.pick(oddTexts).slice(0, 3_000) : heading)), ...rows]))
}

function sharedStrings(chance: Chance): MadeFile {
  const strings = chance.pick(['<sst count="99999999" uniqueCount="99999999"/>', `<sst>${'<si/>'.repeat(chance.below(200_000))}</sst>`, `<sst><si><t>${'张'.repeat(chance.below(40_000))}</t></si></sst>`, '<sst><si><rPh><t>a</t></rPh></si></sst>', '<sst></rPh><si/></sst>', `<sst><si>${'<r><t>张</t></r>'.repeat(20_000)}</si></sst>`])
  const cells = Array.from({ length: chance.below(500) }, () => `<c t="s"><v>${chance.pick(['0', '1', '-1', '99999999', 'NaN', '1e9', '0.5', ' 0 '])}</v></c>`).join('')
  const [types, rels, workbook, workbookRels, sheet] = workbookEntries(rosterSheet.replace('</sheetData>', `<row>${cells}</row></sheetData>`))
  const link = '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
  return workbookFile(makeZip([types, rels, workbook, workbookRels === undefined ? undefined : { ...workbookRels, data: String(workbookRels.data).replace('</Relationships>', `${link}</Relationships>`) }, sheet, stored('xl/sharedStrings.xml', strings)].filter((entry) => entry !== undefined)))
}

function withStyles(styles: string, cells: string): MadeFile {
  const link = '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
  const entries = workbookEntries(rosterSheet.replace('</sheetData>', `<row>${cells}</row></sheetData>`)).map((entry) => (entry.name === 'xl/_rels/workbook.xml.rels' ? { ...entry, data: String(entry.data).replace('</Relationships>', `${link}</Relationships>`) } : entry))
  return workbookFile(makeZip([...entries, stored('xl/styles.xml', styles)]))
}

/** Number formats that an expression might choke on, far more styles than a workbook has. */
function styles(chance: Chance): MadeFile {
  const code = chance.pick(['[', '&quot;', '\\', '_', '[h', '(', 'y', '[$-x', ';', '&quot;a']).repeat(chance.between(1, 300_000))
  const formats = Array.from({ length: chance.between(1, 4) }, (_, index) => `<numFmt numFmtId="${String(170 + index)}" formatCode="${code}"/>`).join('')
  const xfs = Array.from({ length: chance.pick([1, 10, 3_000]) }, (_, index) => `<xf numFmtId="${String(170 + (index % 4))}"/>`).join('')
  return withStyles(`<styleSheet><numFmts>${formats}</numFmts><cellXfs>${xfs}</cellXfs></styleSheet>`, '<c s="0"><v>45000</v></c><c s="2999"><v>1</v></c>')
}

function merges(chance: Chance): MadeFile {
  const range = () => chance.pick(['A1:XFD1048576', 'A1:A1048576', 'A1:XFD1', `A${String(chance.between(1, 900))}:D${String(chance.between(1, 900))}`, 'D9:A1', 'A1', ':', '', 'A1:B2:C3', '$A$1:$B$2', 'ZZZZ1:A1', `B${String(chance.below(40))}:B1048576`])
  const count = chance.pick([1, 20, 2_000, 19_000])
  return withRows('', `<mergeCells>${Array.from({ length: count }, () => `<mergeCell ref="${range()}"/>`).join('')}</mergeCells>`)
}

function formulas(chance: Chance): MadeFile {
  const cell = () => chance.pick([
    '<c r="B3"><f>B3+1</f></c>', '<c r="A3"><f>B3</f><v>1</v></c>', `<c><f>${'SUM(A1,'.repeat(chance.below(8_000))}</f><v>2</v></c>`, '<c t="str"><f>HYPERLINK("http://a.example")</f><v>点击</v></c>', '<c><f t="shared" ref="A1:XFD1048576" si="0">A1</f></c>',
    '<c><f t="array" ref="A1:XFD1048576">TRANSPOSE(A1:XFD1)</f></c>', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c><f>[1]a!A1</f><v>3</v></c>', `<c><f>${'1+'.repeat(chance.below(100_000))}1</f></c>`, '<c><f>cmd|\' /C calc\'!A0</f><v>0</v></c>', '<c t="str"><f>INDIRECT("A"&amp;1)</f><v>张三</v></c>',
  ])
  return withRows(Array.from({ length: chance.between(1, 60) }, () => `<row>${Array.from({ length: 4 }, cell).join('')}</row>`).join(''))
}

function badBytes(chance: Chance): MadeFile {
  const mark = Buffer.from(rosterSheet)
  const at = chance.below(mark.length)
  const bytes = chance.pick([Buffer.from([0xff]), Buffer.from([0xc0, 0xaf]), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from([0xf8, 0x88, 0x80, 0x80, 0x80]), Buffer.from('d5c5c8fd', 'hex'), Buffer.from([0xe5, 0xbc]), Buffer.from([0, 0, 0])])
  const encoded = Buffer.concat([mark.subarray(0, at), bytes, mark.subarray(at)])
  return book(chance.chance(0.3) ? Buffer.from(encoded.toString('latin1').replace('UTF-8', chance.pick(['GBK', 'UTF-16', 'UTF-7', 'x'])), 'latin1') : encoded)
}

/** The list of sheets, and what it leads to. */
function sheetList(chance: Chance): MadeFile {
  const sheet = (index: number) => `<sheet name="${chance.pick(['花名册', '', '表'.repeat(300), '../a', '&lt;b&gt;', '[x]', 'a'])}" sheetId="${String(index)}" state="${chance.pick(['', 'hidden', 'veryHidden', 'x'])}" r:id="${chance.pick(['rId1', 'rId1', 'rId2', 'rId9', ''])}"/>`
  const count = chance.pick([0, 1, 3, 199, 200, 500, 5_000])
  const target = chance.pick(['worksheets/sheet1.xml', 'workbook.xml', '../../../../etc/passwd', '/xl/worksheets/sheet1.xml', 'http://a.example', '', './worksheets/../worksheets/sheet1.xml', '_rels/workbook.xml.rels'])
  const entries = workbookEntries().map((entry) => {
    if (entry.name === 'xl/workbook.xml') return { ...entry, data: String(entry.data).replace(/<sheet .*?\/>/, Array.from({ length: count }, (_, index) => sheet(index)).join('')) }
    return entry.name === 'xl/_rels/workbook.xml.rels' ? { ...entry, data: String(entry.data).replace('</Relationships>', `<Relationship Id="rId2" Type="http://x/worksheet" Target="${target}"/></Relationships>`) } : entry
  })
  return workbookFile(makeZip(entries))
}

/** XML of the right words in any order. */
function soup(chance: Chance): MadeFile {
  const names = ['worksheet', 'sheetData', 'row', 'c', 'v', 'is', 't', 'f', 'mergeCells', 'mergeCell', 'rPh', 'r', 'x:row', 'cols', 'dimension']
  const grow = (depth: number): string => {
    const name = chance.pick(names)
    const inside = depth > 6 || chance.chance(0.3) ? chance.pick(oddTexts).slice(0, 40).replaceAll('&', '&amp;') : Array.from({ length: chance.below(5) }, () => grow(depth + 1)).join('')
    return `<${name} r="${chance.pick([...oddPlaces, ...oddReferences])}" ref="A1:B2">${inside}</${name}>`
  }
  return book(`<worksheet><sheetData>${Array.from({ length: 30 }, () => grow(0)).join('')}</sheetData></worksheet>`)
}

/** Values that do not pack into nothing. */
function values(count: number, of: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => of(index)).join('')
}

const large: readonly Family[] = [
  { name: 'a million empty rows', make: (chance) => withRows(values(megabyte - 3, (index) => `<row r="${String(index + 3)}" ht="${String((index * chance.between(3, 9)) % 400)}"/>`)), answers: ['rows'], isLarge: true },
  { name: 'a row of a million cells', make: (chance) => withRows(`<row>${values(megabyte, (index) => `<c><v>${String((index * 7 + chance.below(3)) % 9_973)}</v></c>`)}</row>`), answers: ['rows'], isLarge: true },
  { name: 'a million cells in one place', make: () => withRows(`<row>${values(megabyte, (index) => `<c r="B3"><v>${String((index * 7) % 9_973)}</v></c>`)}</row>`), answers: ['unreadable'], isLarge: true },
  { name: 'all 16,384 columns', make: (chance) => withRows(values(60, (row) => `<row>${values(16_384, (index) => `<c><v>${String((index * 7 + row + chance.below(2)) % 973)}</v></c>`)}</row>`)), answers: ['rows'], isLarge: true },
  { name: 'a million cells and more', make: () => withRows(values(25_000, (row) => `<row>${values(41, (index) => `<c><v>${String((index * 31 + row * 17) % 9_973)}</v></c>`)}</row>`)), answers: ['too_large'], isLarge: true },
  { name: 'more rows than are read', make: () => withRows(values(50_000, (row) => `<row><c><v>${String(row)}</v></c><c><v>${String(row % 7)}</v></c></row>`)), answers: ['too_large'], isLarge: true },
  { name: 'more merged ranges than are read', make: () => withRows('', `<mergeCells>${values(20_001, (row) => `<mergeCell ref="A${String(row + 9)}:B${String(row + 9)}"/>`)}</mergeCells>`), answers: ['too_large'], isLarge: true },
  { name: 'more text than is read', make: () => withRows(values(700, (row) => `<row>${text(values(6_000, (index) => String((index * 31 + row * 17) % 99_991)).slice(0, 30_000))}</row>`)), answers: ['too_large'], isLarge: true },
  { name: 'more sheets than are read', make: () => workbookFile(makeZip([...workbookEntries().map((entry) => (entry.name === 'xl/workbook.xml' ? { ...entry, data: String(entry.data).replace('<sheets>', `<sheets>${'<sheet name="a" state="hidden" r:id="rId1"/>'.repeat(200)}`) } : entry))])), answers: ['unreadable'], isLarge: true },
  { name: 'two million styles', make: () => withStyles(`<styleSheet><cellXfs>${values(2_000_000, (index) => `<xf numFmtId="${String(index % 60)}"/>`)}</cellXfs></styleSheet>`, '<c s="1"><v>1</v></c>'), answers: ['unreadable'], isLarge: true },
  { name: 'millions of shared strings', make: () => workbookFile(makeZip([...workbookEntries().map((entry) => (entry.name === 'xl/_rels/workbook.xml.rels' ? { ...entry, data: String(entry.data).replace('</Relationships>', '<Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>') } : entry)), { name: 'xl/sharedStrings.xml', data: `<sst>${values(2_500_000, (index) => (index % 3 === 0 ? '<si/>' : index % 7 === 0 ? '<si> </si>' : '<si></si>'))}</sst>` }])), answers: ['rows', 'too_large'], isLarge: true },
  { name: 'one sheet a hundred times', make: () => workbookFile(makeZip(workbookEntries(rosterSheet.replace('</sheetData>', `${values(400_000, (index) => `<row r="${String(index + 3)}" ht="${String((index * 7) % 400)}"/>`)}</sheetData>`)).map((entry) => (entry.name === 'xl/workbook.xml' ? { ...entry, data: String(entry.data).replace(/<sheet .*?\/>/, '<sheet name="a" r:id="rId1"/>'.repeat(100)) } : entry)))), answers: ['unreadable'], isLarge: true },
  { name: 'a roster of as many people as are read', make: () => withRows(values(49_990, (index) => `<row>${text(`张${String.fromCodePoint(0x4e00 + (index % 20_000))}`)}${text(String(330_825_000_000_000_000n + BigInt(index)))}${text('公务员')}${text('大党建')}</row>`)), answers: ['rows'], isLarge: true },
]

export const sheetFamilies: readonly Family[] = [
  { name: 'a DOCTYPE', make: doctype, answers: ['doctype'] },
  { name: 'a deep tree', make: deep, answers: ['unreadable'] },
  { name: 'broken XML', make: brokenXml },
  { name: 'a tag without end of attributes', make: longTag },
  { name: 'places that are none', make: oddRows },
  { name: 'odd words', make: oddWords },
  { name: 'shared strings that are not there', make: sharedStrings },
  { name: 'styles and formats', make: styles },
  { name: 'merged ranges', make: merges },
  { name: 'formulas', make: formulas },
  { name: 'bytes that are no text', make: badBytes },
  { name: 'sheets that lead anywhere', make: sheetList },
  { name: 'a soup of tags', make: soup },
  { name: 'a declared size without end', make: (chance) => book(rosterSheet.replace('<sheetData>', `<dimension ref="${chance.pick(['A1:XFD1048576', 'A1:A0', 'x', 'A1:ZZZ99999999'])}"/><cols><col min="1" max="${chance.pick(['16384', '99999999', '-1'])}" width="1e9"/></cols><sheetData>`)), answers: ['rows'] },
  ...large,
]
