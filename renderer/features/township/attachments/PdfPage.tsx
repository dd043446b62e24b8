import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { layText, type PDFDocumentProxy, type PDFPageProxy } from './pdf.ts'
import { previewWords as words } from './vocabulary.ts'
import type { Zoom } from './zoom.ts'

export interface PdfPageProps {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  readonly zoom: Zoom
  /** Of the frame, in px. */
  readonly width: number
}

/** A4 until the page itself is known. */
const usual = { width: 595, height: 842 }

/** px of a screen for a point of paper. */
const pointsToPixels = 96 / 72

/** One page: its picture, and its words over it. */
export function PdfPage({ pdf, number, zoom, width }: PdfPageProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const page = usePage(pdf, number, useNear(place))
  const size = page === null ? usual : page.getViewport({ scale: 1 })
  const scale = zoom === 'fit' ? Math.min(width / size.width, 2 * pointsToPixels) : zoom * pointsToPixels
  const [isDrawn, setDrawn] = useState(false)

  useEffect(() => {
    const [picture, layer] = [canvas.current, text.current]
    if (page === null || picture === null || layer === null) return undefined
    const viewport = page.getViewport({ scale: scale * window.devicePixelRatio })
    picture.width = Math.floor(viewport.width)
    picture.height = Math.floor(viewport.height)
    setDrawn(false)
    layer.replaceChildren()
    const drawing = page.render({ canvas: picture, viewport })
    // A drawing that is given up, or a page that cannot be drawn, leaves what there is of it.
    drawing.promise.then(() => layText(page, layer, scale)).then(() => setDrawn(true), () => undefined)
    return () => drawing.cancel()
  }, [page, scale])

  const style: CSSProperties & { readonly '--total-scale-factor': number } = { width: size.width * scale, height: size.height * scale, '--total-scale-factor': scale }
  return (
    <div ref={place} className="pdf-page" style={style} role="group" aria-label={words.page(number, pdf.numPages)} data-drawn={isDrawn}>
      {page === null ? null : (
        <>
          <canvas ref={canvas} className="pdf-picture" aria-hidden />
          <div ref={text} className="pdf-text" />
        </>
      )}
    </div>
  )
}

/** Whether the place is on the screen, or a page away from it. */
function useNear(place: React.RefObject<HTMLDivElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const { current } = place
    if (current === null) return undefined
    const observer = new IntersectionObserver((entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)), { rootMargin: '100% 0px' })
    observer.observe(current)
    return () => observer.disconnect()
  }, [place])
  return isNear
}

/** The page while it is near; a page far away keeps no picture. */
function usePage(pdf: PDFDocumentProxy, number: number, isNear: boolean): PDFPageProxy | null {
  const [page, setPage] = useState<PDFPageProxy | null>(null)
  useEffect(() => {
    if (!isNear) return undefined
    let isWanted = true
    pdf.getPage(number).then(
      (got) => {
        if (isWanted) setPage(got)
      },
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [pdf, number, isNear])
  return page
}
