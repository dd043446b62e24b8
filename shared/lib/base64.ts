const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const values = new Uint8Array(128).fill(255)
for (const [value, letter] of [...alphabet].entries()) values[letter.charCodeAt(0)] = value

/** The bytes of a base64 text (standard letters, padded). @throws SyntaxError when it is none */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  const end = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length
  if (text.length % 4 !== 0) throw new SyntaxError('not base64')
  const bytes = new Uint8Array(Math.floor((end * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (let index = 0; index < end; index += 1) {
    const value = values[text.charCodeAt(index)] ?? 255
    if (value === 255) throw new SyntaxError('not base64')
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at] = (held >> bits) & 0xff
    at += 1
  }
  return bytes
}
