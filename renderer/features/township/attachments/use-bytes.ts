import { useEffect, useState } from 'react'
import type { BinaryFile } from '../../../../shared/contract/binary.ts'

/** The bytes of a file that is in the page already; null for the moment before. */
export function useBytes(file: BinaryFile): Uint8Array<ArrayBuffer> | null {
  const [bytes, setBytes] = useState<Uint8Array<ArrayBuffer> | null>(null)
  useEffect(() => {
    let isShown = true
    void file.arrayBuffer().then((buffer) => {
      if (isShown) setBytes(new Uint8Array(buffer))
    })
    return () => {
      isShown = false
    }
  }, [file])
  return bytes
}
