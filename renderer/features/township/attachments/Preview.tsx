import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { kindFacts, kindOfMime, type Preview as PreviewKind } from '../../../../shared/domain/township/attachments/kinds.ts'
import { useApi } from '../../../api/api.ts'
import { useLatest } from '../../../grid/use-latest.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import type { Attachment } from './api-types.ts'
import { ImagePreview } from './ImagePreview.tsx'
import { PdfPreview } from './PdfPreview.tsx'
import { TextPreview } from './TextPreview.tsx'
import { useSaveAs } from './use-save-as.ts'
import { attachmentWords, previewWords as words } from './vocabulary.ts'
import { larger, smaller, type Zoom } from './zoom.ts'

export interface PreviewProps {
  readonly rows: readonly Attachment[]
  /** Which of them is shown; null is none. */
  readonly id: string | null
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** A file looked at over the page: ← → to the next one, + − and 0 for its size, Esc closes. */
export function Preview({ rows, id, onOpen, onClose }: PreviewProps): ReactNode {
  const place = rows.findIndex((row) => row.id === id)
  const row = rows[place]
  return row === undefined ? null : <Shown row={row} place={place} rows={rows} onOpen={onOpen} onClose={onClose} />
}

interface ShownProps extends Omit<PreviewProps, 'id'> {
  readonly row: Attachment
  readonly place: number
}

function Shown({ row, place, rows, onOpen, onClose }: ShownProps): ReactNode {
  const saveAs = useSaveAs()
  const body = useRef<HTMLDivElement>(null)
  const [zoomed, setZoomed] = useState<{ readonly id: string; readonly zoom: Zoom }>({ id: row.id, zoom: 'fit' })
  const zoom = zoomed.id === row.id ? zoomed.zoom : 'fit'
  const setZoom = (next: Zoom) => setZoomed({ id: row.id, zoom: next })
  const kind = kindOfMime(row.mime)
  const how = kind === null ? 'none' : kindFacts[kind].preview
  const [previous, next] = [rows[place - 1], rows[place + 1]]
  const isZoomed = how === 'image' || how === 'pdf'

  const press = useLatest((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'ArrowLeft' && previous !== undefined) onOpen(previous.id)
    else if (event.key === 'ArrowRight' && next !== undefined) onOpen(next.id)
    else if (event.key === '+' || event.key === '=') setZoom(larger(zoom))
    else if (event.key === '-') setZoom(smaller(zoom))
    else if (event.key === '0') setZoom('fit')
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press.current(event)
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [press])

  return (
    <Modal open centered title={row.name} width="min(1200px, 94vw)" footer={null} onCancel={onClose} afterOpenChange={(isOpen) => (isOpen ? body.current?.focus() : undefined)}>
      <div className="preview">
        <div className="preview-bar">
          <Button size="small" disabled={previous === undefined} onClick={() => previous && onOpen(previous.id)}>{words.previous}</Button>
          <span className="preview-place">{words.place(place + 1, rows.length)}</span>
          <Button size="small" disabled={next === undefined} onClick={() => next && onOpen(next.id)}>{words.next}</Button>
          {isZoomed ? (
            <span className="preview-zoom">
              <Button size="small" onClick={() => setZoom(smaller(zoom))}>{words.smaller}</Button>
              <Button size="small" onClick={() => setZoom(larger(zoom))}>{words.larger}</Button>
              <Button size="small" disabled={zoom === 'fit'} onClick={() => setZoom('fit')}>{words.fit}</Button>
              {zoom === 'fit' ? null : <output className="preview-place" aria-label={words.zoomNow}>{words.zoom(zoom)}</output>}
            </span>
          ) : null}
          <Button size="small" type="primary" className="preview-save" onClick={() => void saveAs(row)}>{attachmentWords.save}</Button>
        </div>
        <div ref={body} className="preview-body" tabIndex={0} role="region" aria-label={row.name}>
          {how === 'none' ? <Empty title={words.noPreview} hint={words.noPreviewHint} /> : <Content key={row.id} id={row.id} name={row.name} how={how} zoom={zoom} />}
        </div>
      </div>
    </Modal>
  )
}

interface ContentProps {
  readonly id: string
  readonly name: string
  readonly how: Exclude<PreviewKind, 'none'>
  readonly zoom: Zoom
}

function Content({ id, name, how, zoom }: ContentProps): ReactNode {
  const { orpc } = useApi()
  // The content never changes; it is forgotten with the window that shows it.
  const query = useQuery({ ...orpc.attachments.read.queryOptions({ input: { id } }), gcTime: 0 })
  return (
    <Loaded query={query} lines={12}>
      {({ file }) => {
        switch (how) {
          case 'image':
            return <ImagePreview file={file} name={name} zoom={zoom} />
          case 'pdf':
            return <PdfPreview file={file} zoom={zoom} />
          case 'text':
            return <TextPreview file={file} />
          default:
            return assertNever(how)
        }
      }}
    </Loaded>
  )
}
