import { StringDecoder } from 'node:string_decoder'

/** Anything that is not plain, well-formed, DTD-free XML. */
export class XmlError extends Error {}

/** A tag of an XML text. Names are without prefix; `attributes` is the raw text for `attribute` and `attributesOf`. `start` and `end` are offsets in the text. */
export interface XmlTag {
  readonly kind: 'open' | 'close'
  readonly name: string
  readonly attributes: string
  readonly selfClosing: boolean
  readonly start: number
  readonly end: number
}

export interface XmlText {
  readonly kind: 'text'
  readonly text: string
  readonly end: number
}

/** Comments and processing instructions. */
export interface XmlAside {
  readonly kind: 'aside'
  readonly end: number
}

export type XmlToken = XmlTag | XmlText | XmlAside

/** Offset behind the `>` that ends a tag, skipping quoted values; -1 when the text ends first. */
function endOfTag(text: string, from: number): number {
  for (let position = from; position < text.length; position++) {
    const code = text.charCodeAt(position)
    if (code === 62) return position + 1
    if (code !== 34 && code !== 39) continue
    position = text.indexOf(code === 34 ? '"' : "'", position + 1)
    if (position === -1) return -1
  }
  return -1
}

function until(text: string, start: number, ending: string): XmlAside | null {
  const end = text.indexOf(ending, start)
  return end === -1 ? null : { kind: 'aside', end: end + ending.length }
}

/** Where a name ends: at white space, a slash or `last`. */
function endOfName(text: string, start: number, last: number): number {
  for (let position = start; position < last; position++) {
    const code = text.charCodeAt(position)
    if (code <= 32 || code === 47) return position
  }
  return last
}

function tagAt(text: string, start: number): XmlTag | null {
  const end = endOfTag(text, start + 1)
  if (end === -1) return null
  const closing = text.charCodeAt(start + 1) === 47
  const selfClosing = !closing && text.charCodeAt(end - 2) === 47
  const first = start + (closing ? 2 : 1)
  const last = end - (selfClosing ? 2 : 1)
  const space = endOfName(text, first, last)
  const qualified = text.slice(first, space)
  if (qualified === '' || qualified.includes('<')) throw new XmlError('tag')
  const name = qualified.slice(qualified.indexOf(':') + 1)
  return { kind: closing ? 'close' : 'open', name, attributes: text.slice(space, last), selfClosing, start, end }
}

/** Text up to the next tag; at the end of an unfinished text a started entity is left for later. */
function textAt(text: string, start: number, finished: boolean): XmlText | null {
  const tag = text.indexOf('<', start)
  if (tag !== -1) return { kind: 'text', text: decodeEntities(text.slice(start, tag)), end: tag }
  const entity = finished ? -1 : text.indexOf('&', Math.max(start, text.length - 12))
  const end = entity === -1 ? text.length : entity
  return end === start ? null : { kind: 'text', text: decodeEntities(text.slice(start, end)), end }
}

/** The token at an offset, or null when the text ends before it does. @throws XmlError for a DOCTYPE and broken tags */
export function xmlTokenAt(text: string, start: number, finished: boolean): XmlToken | null {
  if (text.charCodeAt(start) !== 60) return textAt(text, start, finished)
  const second = text.charAt(start + 1)
  if (second === '?') return until(text, start, '?>')
  if (second !== '!') return second === '' ? null : tagAt(text, start)
  if (text.startsWith('<!--', start)) return until(text, start + 4, '-->')
  if (text.startsWith('<![CDATA[', start)) {
    const end = text.indexOf(']]>', start)
    return end === -1 ? null : { kind: 'text', text: text.slice(start + 9, end), end: end + 3 }
  }
  if (text.length - start < 9 && !finished) return null
  throw new XmlError('declaration')
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function characterOf(code: number): string {
  if (!(code >= 0 && code <= 0x10_ff_ff)) throw new XmlError('character')
  return String.fromCodePoint(code)
}

function entityNamed(name: string): string {
  if (name.startsWith('#')) return characterOf(name.charAt(1) === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
  const character = entities[name]
  if (character === undefined) throw new XmlError('entity')
  return character
}

const longestEntity = 10

/** `&amp;` and `&#24352;` as characters; other entities do not exist without a DTD. */
export function decodeEntities(text: string): string {
  let amp = text.indexOf('&')
  if (amp === -1) return text
  let [result, position] = ['', 0]
  for (; amp !== -1; amp = text.indexOf('&', position)) {
    const end = text.indexOf(';', amp)
    if (end === -1 || end - amp > longestEntity) throw new XmlError('entity')
    result += text.slice(position, amp) + entityNamed(text.slice(amp + 1, end))
    position = end + 1
  }
  return result + text.slice(position)
}

/** The name that ends a stretch of text, without prefix. */
function lastName(text: string): string {
  const word = text.trimEnd()
  let start = word.length
  while (start > 0 && word.charCodeAt(start - 1) > 32 && word.charCodeAt(start - 1) !== 47) start--
  return word.slice(Math.max(start, word.indexOf(':', start) + 1))
}

/** Attributes of a tag by name without prefix. Every character is looked at once: a tag may be a megabyte of anything. */
export function attributesOf(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let position = 0
  for (let equals = source.indexOf('='); equals !== -1; equals = source.indexOf('=', position)) {
    let start = equals + 1
    while (source.charCodeAt(start) <= 32) start++
    const quote = source.charAt(start)
    const end = quote === '"' || quote === "'" ? source.indexOf(quote, start + 1) : -1
    const name = lastName(source.slice(position, equals))
    position = end === -1 ? start : end + 1
    if (end !== -1 && name !== '') found.set(name, decodeEntities(source.slice(start + 1, end)))
  }
  return found
}

/** One attribute quickly, for tags that come by the hundred thousand. */
export function attribute(source: string, name: string): string | undefined {
  const start = source.indexOf(` ${name}="`)
  if (start === -1) return /['\t\n\r]| =|= |:/.test(source) ? attributesOf(source).get(name) : undefined
  const from = start + name.length + 3
  return decodeEntities(source.slice(from, source.indexOf('"', from)))
}

/** Receives the tokens of a document in order. A self-closing tag is opened and closed. */
export interface XmlHandler {
  open?(tag: XmlTag): void
  close?(name: string): void
  text?(text: string): void
}

const deepest = 64
const longestToken = 1_048_576

export interface XmlFeed {
  write(chunk: Buffer): void
  end(): void
}

/** Feeds a document that arrives in pieces to a handler. @throws XmlError when it is not well formed, deeper than 64 levels, or has a DOCTYPE */
export function xmlFeed(handler: XmlHandler): XmlFeed {
  const decoder = new StringDecoder('utf8')
  const path: string[] = []
  let pending = ''
  let seenRoot = false

  function take(token: XmlToken): void {
    if (token.kind === 'text' && path.length > 0) handler.text?.(token.text)
    if (token.kind === 'open') {
      if (path.length >= deepest || (seenRoot && path.length === 0)) throw new XmlError('depth')
      seenRoot = true
      handler.open?.(token)
      if (token.selfClosing) handler.close?.(token.name)
      else path.push(token.name)
    }
    if (token.kind === 'close') {
      if (path.pop() !== token.name) throw new XmlError('close')
      handler.close?.(token.name)
    }
  }

  function drain(finished: boolean): void {
    let position = 0
    while (position < pending.length) {
      const token = xmlTokenAt(pending, position, finished)
      if (token === null) break
      take(token)
      position = token.end
    }
    pending = pending.slice(position)
    if (pending.length > longestToken || (finished && pending !== '')) throw new XmlError('token')
  }

  return {
    write: (chunk) => {
      pending += decoder.write(chunk)
      drain(false)
    },
    end: () => {
      pending += decoder.end()
      drain(true)
      if (path.length > 0 || !seenRoot) throw new XmlError('end')
    },
  }
}

/** A whole small document at once. */
export function readXml(text: string, handler: XmlHandler): void {
  const feed = xmlFeed(handler)
  feed.write(Buffer.from(text, 'utf8'))
  feed.end()
}
