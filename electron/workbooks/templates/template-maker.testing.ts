import JSZip from 'jszip'
import { escapeXml } from './sheet-xml.ts'

/** Makes .xlsx packages by hand, part by part, so that every part is one we know byte by byte. */

export interface MadeSheet {
  readonly name: string
  /** `sheetData` without its own tags. */
  readonly rows: string
  /** What stands before and behind `sheetData`. */
  readonly head?: string
  readonly tail?: string
  readonly state?: 'hidden'
  /** Relationships by id: type and target as the sheet's rels name them. */
  readonly relations?: Readonly<Record<string, readonly [type: string, target: string, mode?: 'External']>>
}

export interface MadeTemplate {
  readonly name: string
  readonly sheets: readonly MadeSheet[]
  readonly names?: string
  readonly calcPr?: string
  readonly strings?: readonly string[]
  readonly parts?: Readonly<Record<string, string | Buffer>>
  readonly types?: Readonly<Record<string, string>>
  readonly calcChain?: string
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Styles: 0 plain · 1 `0.00` in a box · 2 a date · 3 text · 4 bold and centred. */
const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="2"><font><sz val="12"/><name val="仿宋_GB2312"/></font><font><b/><sz val="16"/><name val="方正小标宋简体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="2" borderId="1" applyNumberFormat="1"/><xf numFmtId="164" borderId="1" applyNumberFormat="1"/><xf numFmtId="49" borderId="1" applyNumberFormat="1"/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment horizontal="center"/></xf></cellXfs><dxfs count="1"><dxf><font><color rgb="FFC00000"/></font></dxf></dxfs></styleSheet>`

function relationships(entries: readonly string[]): string {
  return `${declaration}<Relationships xmlns="${packages}/relationships">${entries.join('')}</Relationships>`
}

function sheetXml({ rows, head = '', tail = '' }: MadeSheet): string {
  return `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`
}

export function partsOf(template: MadeTemplate): ReadonlyMap<string, string | Buffer> {
  const parts = new Map<string, string | Buffer>()
  const sheetPart = (index: number) => `xl/worksheets/sheet${String(index + 1)}.xml`
  const overrides = [
    ...template.sheets.map((_, index) => [sheetPart(index), `${sheetTypes}.worksheet+xml`] as const),
    ['xl/workbook.xml', `${sheetTypes}.sheet.main+xml`] as const,
    ['xl/styles.xml', `${sheetTypes}.styles+xml`] as const,
    ['xl/sharedStrings.xml', `${sheetTypes}.sharedStrings+xml`] as const,
    ...(template.calcChain === undefined ? [] : [['xl/calcChain.xml', `${sheetTypes}.calcChain+xml`] as const]),
    ...Object.entries(template.types ?? {}),
  ]
  parts.set('[Content_Types].xml', `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join('')}</Types>`)
  parts.set('_rels/.rels', relationships([`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`]))
  parts.set('xl/workbook.xml', `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${template.sheets.map(({ name, state }, index) => `<sheet name="${escapeXml(name)}" sheetId="${String(index + 11)}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${String(index + 1)}"/>`).join('')}</sheets>${template.names === undefined ? '' : `<definedNames>${template.names}</definedNames>`}${template.calcPr ?? ''}</workbook>`)
  parts.set('xl/_rels/workbook.xml.rels', relationships([
    ...template.sheets.map((_, index) => `<Relationship Id="rId${String(index + 1)}" Type="${office}/worksheet" Target="worksheets/sheet${String(index + 1)}.xml"/>`),
    `<Relationship Id="rId90" Type="${office}/styles" Target="styles.xml"/>`,
    `<Relationship Id="rId91" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`,
    ...(template.calcChain === undefined ? [] : [`<Relationship Id="rId92" Type="${office}/calcChain" Target="calcChain.xml"/>`]),
  ]))
  parts.set('xl/styles.xml', styles)
  parts.set('xl/sharedStrings.xml', `${declaration}<sst xmlns="${main}">${(template.strings ?? []).map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`)
  template.sheets.forEach((sheet, index) => {
    parts.set(sheetPart(index), sheetXml(sheet))
    if (sheet.relations === undefined) return
    parts.set(`xl/worksheets/_rels/sheet${String(index + 1)}.xml.rels`, relationships(Object.entries(sheet.relations).map(([id, [type, target, mode]]) => `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${office}/${type}`}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`)))
  })
  if (template.calcChain !== undefined) parts.set('xl/calcChain.xml', `${declaration}<calcChain xmlns="${main}">${template.calcChain}</calcChain>`)
  for (const [name, part] of Object.entries(template.parts ?? {})) parts.set(name, part)
  return parts
}

/** The package of a made template. */
export async function packTemplate(template: MadeTemplate): Promise<Buffer> {
  const zip = new JSZip()
  for (const [name, part] of partsOf(template)) zip.file(name, part, { createFolders: false })
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** `<c>` of a text, inline. */
export function words(address: string, text: string, style = 0): string {
  return `<c r="${address}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

export function formula(address: string, text: string, value: number, style = 1): string {
  return `<c r="${address}" s="${String(style)}"><f>${escapeXml(text)}</f><v>${String(value)}</v></c>`
}

export function blank(address: string, style = 1): string {
  return `<c r="${address}" s="${String(style)}"/>`
}

export function numeral(address: string, value: number, style = 1): string {
  return `<c r="${address}" s="${String(style)}"><v>${String(value)}</v></c>`
}

export function row(number: number, ...cells: readonly string[]): string {
  return `<row r="${String(number)}" spans="1:6" ht="24" customHeight="1">${cells.join('')}</row>`
}
