import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { BinaryFile } from '../../../../shared/contract/binary.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PdfPage } from './PdfPage.tsx'
import { isLocked, readPdf, type PDFDocumentProxy } from './pdf.ts'
import { useBytes } from './use-bytes.ts'
import { previewWords as words } from './vocabulary.ts'
import type { Zoom } from './zoom.ts'

type Reading = { readonly kind: 'reading' } | { readonly kind: 'read'; readonly pdf: PDFDocumentProxy } | { readonly kind: 'failed'; readonly sentence: string }

/** A PDF page by page; a page is drawn when it comes near. */
export function PdfPreview({ file, zoom }: { readonly file: BinaryFile; readonly zoom: Zoom }): ReactNode {
  const reading = usePdf(useBytes(file))
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  if (reading.kind === 'failed') return <Failure sentence={reading.sentence} />
  return (
    <div ref={frame} className="preview-pdf" role="document" aria-label={words.document}>
      {reading.kind === 'reading' || width === 0 ? (
        <Loading lines={12} />
      ) : (
        Array.from({ length: reading.pdf.numPages }, (_, place) => <PdfPage key={place} pdf={reading.pdf} number={place + 1} zoom={zoom} width={width} />)
      )}
    </div>
  )
}

function usePdf(bytes: Uint8Array | null): Reading {
  const [reading, setReading] = useState<Reading>({ kind: 'reading' })
  useEffect(() => {
    if (bytes === null) return undefined
    let isShown = true
    const task = readPdf(bytes)
    task
      .then(({ promise }) => promise)
      .then(
        (pdf) => {
          if (isShown) setReading({ kind: 'read', pdf })
        },
        (error: unknown) => {
          if (isShown) setReading({ kind: 'failed', sentence: isLocked(error) ? words.lockedPdf : words.brokenPdf })
        },
      )
    return () => {
      isShown = false
      void task.then((begun) => begun.destroy())
    }
  }, [bytes])
  return reading
}

function useWidth(frame: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const { current } = frame
    if (current === null) return undefined
    const observer = new ResizeObserver(() => setWidth(current.clientWidth))
    observer.observe(current)
    return () => observer.disconnect()
  }, [frame])
  return width
}
