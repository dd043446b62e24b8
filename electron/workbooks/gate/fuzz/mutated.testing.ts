import JSZip from 'jszip'
import { makeZip, type MadeEntry } from '../packages.testing.ts'
import { noise, type Chance, type MadeFile } from './chance.testing.ts'

/** A file that townships might really send, and the parts of its package if it has any. */
export interface RealFile extends MadeFile {
  readonly kind: 'staff' | 'tasks' | 'registers'
  readonly parts: readonly MadeEntry[]
}

export async function realFile(kind: RealFile['kind'], fileName: string, bytes: Buffer): Promise<RealFile> {
  const parts: MadeEntry[] = []
  if (fileName.endsWith('.xlsx')) {
    const zip = await JSZip.loadAsync(bytes)
    for (const part of Object.values(zip.files)) if (!part.dir) parts.push({ name: part.name, data: await part.async('nodebuffer') })
  }
  return { kind, fileName, bytes, parts }
}

type Mutation = (bytes: Buffer, chance: Chance) => Buffer

function stretch(length: number, chance: Chance): readonly [number, number] {
  const from = chance.below(Math.max(length, 1))
  return [from, Math.min(length, from + chance.between(1, chance.pick([4, 60, 2_000])))]
}

const ofBytes: readonly Mutation[] = [
  (bytes, chance) => {
    const changed = Buffer.from(bytes)
    for (let count = chance.pick([1, 1, 3, 50]); count > 0; count--) {
      const at = chance.below(changed.length)
      changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8))
    }
    return changed
  },
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length)),
  (bytes, chance) => Buffer.from(bytes).fill(chance.pick([0, 255]), ...stretch(bytes.length, chance)),
  (bytes, chance) => {
    const [from, to] = stretch(bytes.length, chance)
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)])
  },
  (bytes, chance) => {
    const [from, to] = stretch(bytes.length, chance)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  (bytes, chance) => {
    const at = chance.below(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), noise(chance, chance.between(1, 40)), bytes.subarray(at)])
  },
]

const values = ['', '0', '-1', '1e308', 'NaN', '99999999999', 'A1:XFD1048576', 'ZZZ0', 'hidden', 'External', '&#0;', '&lol;', 'true', '2026', '\u202e', 'x'.repeat(5_000), 's', 'inlineStr', 'd', 'e', 'str']
const texts = ['', '0', '-1', '9e99', '=1+1', '姓名', '合计', '同上', '\u0000', '&amp;', '3.3E+17', '330825198202169773', '2026.3', '大党建', '长'.repeat(40_000), ' '.repeat(3_000)]

/** Where an expression matches, one place by chance. */
function replaceOne(xml: string, what: RegExp, by: string, chance: Chance): string {
  const found = [...xml.matchAll(what)]
  if (found.length === 0) return xml
  const match = chance.pick(found)
  return xml.slice(0, match.index) + by + xml.slice(match.index + match[0].length)
}

const ofXml: readonly ((xml: string, chance: Chance) => string)[] = [
  (xml, chance) => replaceOne(xml, /<[^<>]*>/g, '', chance),
  (xml, chance) => replaceOne(xml, /"[^"]*"/g, `"${chance.pick(values)}"`, chance),
  (xml, chance) => replaceOne(xml, />[^<]*</g, `>${chance.pick(texts)}<`, chance),
  (xml, chance) => replaceOne(xml, / [\w:]+="[^"]*"/g, '', chance),
  (xml, chance) => replaceOne(xml, /<(\w+)/g, `<${chance.pick(['c', 'row', 'v', 'si', 't', 'x', 'sheet', 'mergeCell'])}`, chance),
  (xml, chance) => {
    const [from, to] = stretch(xml.length, chance)
    return xml.slice(0, to) + xml.slice(from)
  },
  (xml, chance) => {
    const rows = [...xml.matchAll(/<row[ >].*?<\/row>/gs)]
    return rows.length === 0 ? xml : replaceOne(xml, /<sheetData>/g, `<sheetData>${chance.pick(rows)[0].repeat(chance.pick([1, 30, 900]))}`, chance)
  },
]

function mutateXml(data: Buffer, chance: Chance): Buffer {
  let xml = data.toString('utf8')
  for (let count = chance.pick([1, 1, 2, 8]); count > 0; count--) xml = chance.pick(ofXml)(xml, chance)
  return Buffer.from(xml, 'utf8')
}

/** A part whose content another one gets, that is gone, or that is changed inside. */
function mutateParts(parts: readonly MadeEntry[], chance: Chance): Buffer {
  const telling = parts.filter(({ name }) => /worksheets\/sheet|sharedStrings|styles|workbook\.xml$|\.rels$|Content_Types/.test(name))
  const chosen = chance.pick(chance.chance(0.85) ? telling : parts)
  const change = chance.pick(['swap', 'remove', 'bytes', 'xml', 'xml', 'xml', 'xml'] as const)
  if (change === 'remove') return makeZip(parts.filter((part) => part !== chosen))
  const content = Buffer.isBuffer(chosen.data) ? chosen.data : Buffer.from(chosen.data)
  const data = change === 'swap' ? chance.pick(parts).data : change === 'bytes' ? chance.pick(ofBytes)(content, chance) : mutateXml(content, chance)
  return makeZip(parts.map((part) => (part === chosen ? { ...part, data } : part)))
}

/** The file with something changed: its bytes, a part of its package, or the XML of one. */
export function mutate({ fileName, bytes, parts }: RealFile, chance: Chance): MadeFile {
  return { fileName, bytes: parts.length === 0 || chance.chance(0.3) ? chance.pick(ofBytes)(bytes, chance) : mutateParts(parts, chance) }
}
