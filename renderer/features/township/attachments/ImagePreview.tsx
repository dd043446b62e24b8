import { useEffect, useState, type ReactNode } from 'react'
import type { BinaryFile } from '../../../../shared/contract/binary.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { useBytes } from './use-bytes.ts'
import { previewWords as words } from './vocabulary.ts'
import type { Zoom } from './zoom.ts'

/** A picture, as large as the window or scaled. */
export function ImagePreview({ file, name, zoom }: { readonly file: BinaryFile; readonly name: string; readonly zoom: Zoom }): ReactNode {
  const bytes = useBytes(file)
  const [address, setAddress] = useState<string | null>(null)
  const [width, setWidth] = useState(0)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    if (bytes === null) return undefined
    const made = URL.createObjectURL(new Blob([bytes]))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  if (isBroken) return <Failure sentence={words.brokenImage} />
  if (address === null) return null
  return <img className={zoom === 'fit' ? 'preview-image preview-fit' : 'preview-image'} style={zoom === 'fit' ? {} : { width: width * zoom }} src={address} alt={name} onLoad={({ currentTarget }) => setWidth(currentTarget.naturalWidth)} onError={() => setBroken(true)} />
}
