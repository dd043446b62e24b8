import type { ReactNode } from 'react'
import type { BinaryFile } from '../../../../shared/contract/binary.ts'
import { decodeText } from './decode-text.ts'
import { useBytes } from './use-bytes.ts'
import { previewWords as words } from './vocabulary.ts'

/** A text as it is, lines kept. */
export function TextPreview({ file }: { readonly file: BinaryFile }): ReactNode {
  const bytes = useBytes(file)
  return bytes === null ? null : <pre className="preview-text" aria-label={words.text}>{decodeText(bytes)}</pre>
}
