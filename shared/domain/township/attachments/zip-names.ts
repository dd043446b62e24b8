const endSign = 0x06054b50
const entrySign = 0x02014b50
const endLength = 22
const entryLength = 46

/** Names of the entries of a zip, from its central directory; null where that is not whole. Nothing is unpacked. */
export function zipNames(bytes: Uint8Array): readonly string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < count; entry += 1) {
    if (at + entryLength > end || view.getUint32(at, true) !== entrySign) return null
    const nameLength = view.getUint16(at + 28, true)
    const next = at + entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return null
    names.push(String.fromCharCode(...bytes.subarray(at + entryLength, at + entryLength + nameLength)))
    at = next
  }
  return names
}

/** Where the end record begins: behind it stands at most a comment. */
function endOf(view: DataView): number | null {
  const last = view.byteLength - endLength
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === endSign && at + endLength + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  return null
}
