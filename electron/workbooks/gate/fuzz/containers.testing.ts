import { makeZip, relationships, rosterSheet, withEntry, workbookEntries, type MadeEntry } from '../packages.testing.ts'
import { noise, workbookFile, type Chance, type Family } from './chance.testing.ts'

/** What can be wrong with the package itself: records, names, parts that must not be there. */

const sheetName = 'xl/worksheets/sheet1.xml'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function plain(): Buffer {
  return makeZip(workbookEntries())
}

function withEntries(...more: readonly MadeEntry[]): Buffer {
  return makeZip([...workbookEntries(), ...more])
}

/** The end record behind a zip64 one that claims what it likes. */
function zip64(chance: Chance): Buffer {
  const bytes = plain()
  const end = bytes.subarray(bytes.length - 22)
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  for (const at of [24, 32, 40, 48]) record.writeBigUInt64LE(BigInt(chance.pick([0, 5, 2 ** 31, Number.MAX_SAFE_INTEGER])), at)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(chance.pick([bytes.length - 22, 0, 2 ** 40])), 8)
  const lying = Buffer.from(end)
  lying.writeUInt16LE(0xffff, 8)
  lying.writeUInt16LE(0xffff, 10)
  lying.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([bytes.subarray(0, bytes.length - 22), record, locator, lying])
}

function commented(chance: Chance): Buffer {
  const bytes = plain()
  const comment = chance.chance(0.5) ? Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), noise(chance, 200)]) : noise(chance, chance.below(65_535))
  const end = Buffer.from(bytes.subarray(bytes.length - 22))
  end.writeUInt16LE(chance.chance(0.7) ? comment.length : chance.below(65_536), 20)
  return Buffer.concat([bytes.subarray(0, bytes.length - 22), end, comment])
}

/** The end record with one field of chance. */
function endRecord(chance: Chance): Buffer {
  const bytes = plain()
  const at = bytes.length - 22
  const field = chance.pick([4, 6, 8, 10, 12, 14, 16, 18])
  bytes.writeUInt16LE(chance.pick([0, 1, 255, 0x7fff, 0xffff]), at + field)
  return bytes
}

function lying(chance: Chance): Buffer {
  const size = chance.pick([0, 1, 10, 10_000, 2 ** 31, 2 ** 32 - 1])
  const claim = chance.pick<Partial<MadeEntry>>([{ claimedSize: size }, { claimedPackedSize: size }, { claimedSize: size, claimedPackedSize: size }, { claimedSum: size }])
  return withEntry({ name: sheetName, data: rosterSheet, ...claim })
}

const unsafeNames = [
  '../evil.xml', '../../../../etc/passwd', 'xl/../../evil', 'xl/worksheets/../../../evil.xml', '/etc/passwd', '//server/share/a.xml', '\\\\server\\share\\a.xml', 'C:\\Windows\\a.dll', 'c:/a.xml',
  'xl\\..\\..\\a.xml', 'xl/a\u0000.xml', 'xl/a\n.xml', '..', 'xl/..', '\u007f', '',
]
const oddNames = ['xl/%2e%2e/%2e%2e/a.xml', 'xl/．．/a.xml', 'xl/\u202egpj.exe', `xl/${'很长'.repeat(2_000)}.xml`, 'xl/worksheets/sheet1.xml/a', 'xl/worksheets/', 'CON', 'xl/aux.xml', '. ', 'xl//a.xml', 'xl/./a.xml', '~/a']
const types = [0o140000, 0o020000, 0o060000, 0o010000, 0o040000]
const macroNames = ['xl/vbaProject.bin', 'XL/VBAPROJECT.BIN', 'xl/vbaProjectSignature.bin', 'vbaProject.bin', 'xl/macrosheets/sheet9.xml', 'xl/MacroSheets/intlsheet1.xml', 'xl/dialogsheets/sheet1.xml']
const linkTypes = ['externalLinkPath', 'externalLink', 'image', 'oleObject', 'attachedTemplate', 'package', 'frame', 'queryTable', 'audio']

function nested(chance: Chance): Buffer {
  let inner = plain()
  for (let depth = chance.between(1, 30); depth > 0; depth--) inner = makeZip([{ name: 'inner.zip', data: inner, stored: true }])
  return withEntries({ name: 'xl/embeddings/inner.zip', data: inner })
}

function relationshipTo(chance: Chance): Buffer {
  const target = chance.pick(['file:///c:/a.xlsx', '\\\\10.0.0.1\\c$\\a.xlsx', 'http://a.example/a.png', 'https://a.example/?x=1', 'ftp://a.example/a', 'javascript:alert(1)'])
  const mode = chance.pick(['TargetMode="External"', "TargetMode='external'", 'TargetMode = "EXTERNAL"', 'x:TargetMode="External"', 'TargetMode="&#69;xternal"'])
  const rels = relationships(`<Relationship Id="r" Type="${office}/${chance.pick(linkTypes)}" Target="${target}" ${mode}/>`)
  return withEntries({ name: chance.pick(['xl/_rels/a.xml.rels', 'xl/worksheets/_rels/sheet1.xml.rels', 'docProps/_rels/core.xml.rels', 'word/_rels/settings.xml.rels']), data: rels })
}

const empty = Buffer.alloc(0)

export const containerFamilies: readonly Family[] = [
  { name: 'headers that lie', make: (chance) => workbookFile(lying(chance)), answers: ['sizes_lie', 'damaged', 'ratio_too_high'] },
  { name: 'an end record of chance', make: (chance) => workbookFile(endRecord(chance)) },
  { name: 'zip64 records', make: (chance) => workbookFile(zip64(chance)) },
  { name: 'an archive comment', make: (chance) => workbookFile(commented(chance)) },
  { name: 'bytes before the package', make: (chance) => workbookFile(Buffer.concat([noise(chance, chance.between(1, 5_000)), plain()])), answers: ['not_workbook', 'damaged'] },
  { name: 'bytes behind the package', make: (chance) => workbookFile(Buffer.concat([plain(), noise(chance, chance.between(1, 90_000))])), answers: ['damaged'] },
  { name: 'two packages in one file', make: (chance) => workbookFile(chance.chance(0.5) ? Buffer.concat([plain(), plain()]) : Buffer.concat([plain(), makeZip([{ name: 'a', data: 'a' }])])) },
  { name: 'cut off', make: (chance) => workbookFile(plain().subarray(0, chance.between(5, plain().length - 1))), answers: ['damaged'] },
  { name: 'a name that leads outside', make: (chance) => workbookFile(withEntries({ name: chance.pick(unsafeNames), data: '<a/>' })), answers: ['unsafe_path'] },
  { name: 'a name to stumble over', make: (chance) => workbookFile(withEntries({ name: chance.pick(oddNames), data: '<a/>' })) },
  { name: 'the same name twice', make: (chance) => workbookFile(withEntries({ name: chance.pick([sheetName, sheetName.toUpperCase(), 'XL/workbook.xml', '[content_types].XML']), data: rosterSheet })), answers: ['duplicate_entry'] },
  { name: 'a link', make: (chance) => workbookFile(withEntries({ name: `xl/link${String(chance.below(9))}`, data: chance.pick(['/etc/passwd', '../../..', 'C:\\']), attributes: (0o120777 << 16) >>> 0 })), answers: ['symlink_entry'] },
  { name: 'a device, a pipe, a folder', make: (chance) => workbookFile(withEntries({ name: 'xl/device', data: 'x', attributes: ((chance.pick(types) | 0o777) << 16) >>> 0 })) },
  { name: 'an encrypted part', make: (chance) => workbookFile(withEntry({ name: sheetName, data: noise(chance, 300), flags: chance.pick([0x801, 0x841, 0x2041, 0x1]), method: chance.pick([0, 8, 99]) })), answers: ['encrypted_entry'] },
  { name: 'a compression nobody has', make: (chance) => workbookFile(withEntry({ name: sheetName, data: rosterSheet, method: chance.pick([1, 6, 9, 12, 14, 93, 95, 98, 65_535]) })), answers: ['damaged'] },
  { name: 'macros', make: (chance) => workbookFile(withEntries({ name: chance.pick(macroNames), data: noise(chance, 50) })), answers: ['macros'] },
  { name: 'a way outside', make: (chance) => workbookFile(relationshipTo(chance)), answers: ['external_links'] },
  { name: 'links to other files', make: (chance) => workbookFile(withEntries({ name: chance.pick(['xl/externalLinks/externalLink1.xml', 'xl/ExternalLinks/a.xml', 'xl/connections.xml', 'XL/Connections.xml']), data: '<a/>' })), answers: ['external_links'] },
  { name: 'archives in an archive', make: (chance) => workbookFile(nested(chance)) },
  { name: 'the contents are random', make: (chance) => workbookFile(withEntry({ name: chance.pick([sheetName, 'xl/workbook.xml', '[Content_Types].xml', 'xl/_rels/workbook.xml.rels', '_rels/.rels']), data: noise(chance, chance.below(5_000)) })) },
  { name: 'a part is missing', make: (chance) => workbookFile(makeZip(workbookEntries().filter((_, place) => place !== chance.below(5)))) },
  { name: 'a part is empty', make: (chance) => workbookFile(withEntry({ name: chance.pick(workbookEntries()).name, data: empty })) },
  { name: 'more parts than any workbook', make: (chance) => workbookFile(withEntries(...Array.from({ length: chance.between(1_996, 20_000) }, (_, place) => ({ name: `xl/media/${String(place)}`, data: empty, stored: true })))), answers: ['too_many_entries'], isLarge: true },
  { name: 'more than 20 MB', make: (chance) => workbookFile(withEntries({ name: 'xl/media/a.bin', data: Buffer.alloc(20 * 1_048_576 + chance.below(2_000_000), 7), stored: true })), answers: ['file_too_large'], isLarge: true },
  { name: 'just under 20 MB', make: (chance) => workbookFile(withEntries({ name: 'xl/media/a.bin', data: Buffer.alloc(20 * 1_048_576 - 2_000 - chance.below(1_000), 7), stored: true })), answers: ['rows'], isLarge: true },
]
