import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a made package; every claim of its headers can be a lie. */
export interface MadeEntry {
  readonly name: string
  readonly data: Buffer | string
  readonly stored?: boolean
  readonly flags?: number
  readonly method?: number
  readonly attributes?: number
  readonly claimedSize?: number
  readonly claimedPackedSize?: number
  readonly claimedSum?: number
}

function header(signature: number, entry: MadeEntry, packed: Buffer, data: Buffer, offset: number | null): Buffer {
  const name = Buffer.from(entry.name, 'utf8')
  const central = offset !== null
  const bytes = Buffer.alloc(central ? 46 : 30)
  let at = bytes.writeUInt32LE(signature, 0)
  if (central) at = bytes.writeUInt16LE(0x031e, at)
  at = bytes.writeUInt16LE(20, at)
  at = bytes.writeUInt16LE(entry.flags ?? 0x800, at)
  at = bytes.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), at)
  at = bytes.writeUInt32LE(0, at)
  at = bytes.writeUInt32LE(entry.claimedSum ?? crc32(data), at)
  at = bytes.writeUInt32LE(entry.claimedPackedSize ?? packed.length, at)
  at = bytes.writeUInt32LE(entry.claimedSize ?? data.length, at)
  bytes.writeUInt16LE(name.length, at)
  if (central) {
    bytes.writeUInt32LE(entry.attributes ?? 0, 38)
    bytes.writeUInt32LE(offset, 42)
  }
  return Buffer.concat([bytes, name])
}

/** A zip file byte by byte. `claimedCount` is what the end record says. */
export function makeZip(entries: readonly MadeEntry[], claimedCount = entries.length): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  const packedOf = new Map<Buffer, Buffer>()
  let offset = 0
  for (const entry of entries) {
    const data = Buffer.isBuffer(entry.data) ? entry.data : Buffer.from(entry.data, 'utf8')
    const packed = entry.stored ? data : (packedOf.get(data) ?? deflateRawSync(data, { level: data.length > 1_000_000 ? 1 : 9 }))
    packedOf.set(data, packed)
    const local = Buffer.concat([header(0x04034b50, entry, packed, data, null), packed])
    directory.push(header(0x02014b50, entry, packed, data, offset))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(claimedCount, 8)
  end.writeUInt16LE(claimedCount, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, central, end])
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Sheet data of one row per list of texts. */
export function sheetXml(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')
  return `${xml}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join('')}</sheetData></worksheet>`
}

export const rosterSheet = sheetXml([['姓名', '身份证号', '人员身份', '所在模块'], ['张三', '330825198202169773', '公务员', '大党建']])

/** The smallest workbook that opens. */
export function workbookEntries(sheet: string | Buffer = rosterSheet): readonly MadeEntry[] {
  return [
    { name: '[Content_Types].xml', data: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>` },
    { name: '_rels/.rels', data: `${xml}<Relationships><Relationship Id="rId1" Type="${officeTypes}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: 'xl/workbook.xml', data: `${xml}<workbook xmlns:r="${officeTypes}"><sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', data: `${xml}<Relationships><Relationship Id="rId1" Type="${officeTypes}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>` },
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
  ]
}

/** The workbook with one entry changed or added. */
export function withEntry(entry: MadeEntry): Buffer {
  const entries = workbookEntries()
  return makeZip(entries.some(({ name }) => name === entry.name) ? entries.map((own) => (own.name === entry.name ? entry : own)) : [...entries, entry])
}

export function relationships(...inner: readonly string[]): string {
  return `${xml}<Relationships>${inner.join('')}</Relationships>`
}
