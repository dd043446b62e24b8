import { GateRefusal } from './refusal.ts'

/** Control characters that no text table has. */
const control = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/u

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Loaded only when needed: its tables take longer than reading a usual workbook. */
async function gb18030(bytes: Buffer): Promise<string> {
  const { default: iconv } = await import('iconv-lite')
  return iconv.decode(bytes, 'gb18030')
}

/** Text of a .csv in UTF-8 (with or without BOM) or GBK/GB18030. @throws GateRefusal `not_text` */
export async function decodeTable(bytes: Buffer): Promise<string> {
  const text = utf8(bytes) ?? (await gb18030(bytes))
  if (control.test(text) || text.includes('\ufffd')) throw new GateRefusal('not_text')
  return text
}
