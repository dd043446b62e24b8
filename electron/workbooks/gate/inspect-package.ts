import type { GateLimits } from './limits.ts'
import { GateRefusal } from './refusal.ts'
import { attributesOf, readXml, XmlError } from './xml-tokens.ts'
import type { ZipPart, ZipParts } from './zip-parts.ts'

const contentTypes = '[Content_Types].xml'
/** Content types and relationships are small; more is no workbook. */
const smallPartBytes = 2 * 1_048_576

const macroNames = /(?:^|\/)vbaProject[^/]*\.bin$|\/(?:macrosheets|dialogsheets)\//i
const macroTypes = /macroEnabled|vbaProject|macrosheet/i
const externalNames = /(?:^|\/)externalLinks\/|^xl\/connections\.xml$/i
const workbookTypes = /spreadsheetml\.(?:sheet|template)\.main\+xml/i

const doctypes = [Buffer.from('<!DOCTYPE', 'utf8'), Buffer.from('<!DOCTYPE', 'utf16le'), Buffer.from('<!DOCTYPE', 'utf16le').swap16()]
const longestDoctype = 18

function looksLikeXml(name: string, start: Buffer): boolean {
  return /\.(?:xml|rels|vml)$/i.test(name) || /^[\s\ufeff\0]*</u.test(start.subarray(0, 64).toString('latin1').replace(/^ï»¿|^ÿþ|^þÿ/u, ''))
}

function isSmallXml(name: string): boolean {
  return name === contentTypes || name.endsWith('.rels')
}

/** Unpacks one part, looks for a DOCTYPE across chunk borders, and gives back its text if it is one of the small ones. */
async function inspectPart(part: ZipPart, counted: (bytes: number) => void): Promise<string | null> {
  const kept: Buffer[] = []
  let keptBytes = 0
  let tail = Buffer.alloc(0)
  let xml: boolean | null = null
  for await (const chunk of part.read()) {
    counted(chunk.length)
    xml ??= looksLikeXml(part.name, chunk)
    if (xml) {
      const window = Buffer.concat([tail, chunk])
      if (doctypes.some((doctype) => window.includes(doctype))) throw new GateRefusal('doctype')
      tail = window.subarray(Math.max(window.length - longestDoctype, 0))
    }
    if (!isSmallXml(part.name)) continue
    keptBytes += chunk.length
    if (keptBytes > smallPartBytes) throw new GateRefusal('damaged')
    kept.push(chunk)
  }
  return isSmallXml(part.name) ? Buffer.concat(kept).toString('utf8') : null
}

/** Hyperlinks point outside in ordinary workbooks; anything else that does would be fetched by whoever opens it. */
function pointsOutside(rels: string): boolean {
  let outside = false
  readXml(rels, {
    open: (tag) => {
      if (tag.name !== 'Relationship') return
      const attributes = attributesOf(tag.attributes)
      const type = attributes.get('Type') ?? ''
      const external = attributes.get('TargetMode')?.toLowerCase() === 'external'
      outside ||= /\/externalLink(?:Path)?$/i.test(type) || (external && !/\/hyperlink$/i.test(type))
    },
  })
  return outside
}

/** Names first, then every part unpacked and counted, then what the package says of itself. @throws GateRefusal */
export async function inspectPackage(parts: ZipParts, limits: GateLimits): Promise<void> {
  const names = [...parts.keys()]
  if (!parts.has(contentTypes)) throw new GateRefusal('not_workbook')
  if (names.some((name) => macroNames.test(name))) throw new GateRefusal('macros')
  if (names.some((name) => externalNames.test(name))) throw new GateRefusal('external_links')
  let total = 0
  const count = (bytes: number) => {
    total += bytes
    if (total > limits.totalBytes) throw new GateRefusal('unpacked_too_large')
  }
  for (const part of parts.values()) {
    const text = await inspectPart(part, count)
    if (text === null) continue
    if (part.name === contentTypes) {
      if (macroTypes.test(text)) throw new GateRefusal('macros')
      if (!workbookTypes.test(text)) throw new GateRefusal('not_workbook')
    } else if (outsideOf(text)) throw new GateRefusal('external_links')
  }
}

function outsideOf(rels: string): boolean {
  try {
    return pointsOutside(rels)
  } catch (error) {
    throw error instanceof XmlError ? new GateRefusal('damaged') : error
  }
}
