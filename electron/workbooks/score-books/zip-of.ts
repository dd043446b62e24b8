import JSZip from 'jszip'

export interface NamedBytes {
  readonly name: string
  readonly bytes: Buffer
}

/** One zip of several workbooks, which are packed already. */
export function zipOf(files: readonly NamedBytes[]): Promise<Buffer> {
  const zip = new JSZip()
  for (const { name, bytes } of files) zip.file(name, bytes)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' })
}
