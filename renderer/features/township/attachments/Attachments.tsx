import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { kindFacts, attachmentKinds } from '../../../../shared/domain/township/attachments/kinds.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { FileRows } from '../../../ui/FileRows.tsx'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { chinaTime } from '../../../frame/china-time.ts'
import { sizeText } from '../../../frame/size-text.ts'
import './attachments.css'
import { Preview } from './Preview.tsx'
import { UploadRows } from './UploadRows.tsx'
import { useDrop } from './use-drop.ts'
import { useSaveAs } from './use-save-as.ts'
import { useUploads, type Owner } from './use-uploads.ts'
import { attachmentWords as words } from './vocabulary.ts'
import type { Attachment, Listed } from './api-types.ts'


export interface AttachmentsProps {
  /** The record they belong to; it must be saved already. */
  readonly owner: Owner
  /** False where the screen shows the record for reading alone; else the host decides. */
  readonly mayAdd?: boolean
}

/** 附件 of a record: what there is, previewed in place, added by button, drop or paste, removed into the 回收站. */
export function Attachments({ owner, mayAdd = true }: AttachmentsProps): ReactNode {
  return <OfOwner key={`${owner.kind}:${owner.id}`} owner={owner} mayAdd={mayAdd} />
}

const accepted = attachmentKinds.flatMap((kind) => kindFacts[kind].endings.map((ending) => `.${ending}`)).join(',')

function OfOwner({ owner, mayAdd }: Required<AttachmentsProps>): ReactNode {
  const { orpc } = useApi()
  const query = useQuery(orpc.attachments.list.queryOptions({ input: { owner } }))
  const uploads = useUploads(owner)
  const place = useRef<HTMLDivElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const mayChange = mayAdd && query.data?.mayChange === true
  const isOver = useDrop(place, mayChange, uploads.add)
  return (
    <Section
      title={words.title}
      note={mayChange && query.data?.rows.some(({ removedAt }) => removedAt === null) ? words.addHint : undefined}
      actions={mayChange ? <Button size="small" onClick={() => chooser.current?.click()}>{words.add}</Button> : undefined}
    >
      <div ref={place} className="attachments">
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept={accepted}
          aria-label={words.choose}
          onChange={({ currentTarget }) => {
            uploads.add([...(currentTarget.files ?? [])])
            // The same file may be chosen again.
            currentTarget.value = ''
          }}
        />
        {isOver ? <div className="attachments-drop">{words.drop}</div> : null}
        <Loaded query={query} lines={2}>{(listed) => <Files listed={listed} mayChange={mayChange} />}</Loaded>
        <UploadRows uploads={uploads} />
      </div>
    </Section>
  )
}

function Files({ listed, mayChange }: { readonly listed: Listed; readonly mayChange: boolean }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const saveAs = useSaveAs()
  const [previewed, setPreviewed] = useState<string | null>(null)
  const standing = listed.rows.filter(({ removedAt }) => removedAt === null)
  const removed = listed.rows.filter(({ removedAt }) => removedAt !== null)

  async function restore({ id, name, version }: Pick<Attachment, 'id' | 'name' | 'version'>): Promise<void> {
    await client.attachments.restore({ id, version }).then(() => notice.done(words.restored(name)), (error: unknown) => notice.failed(sentenceOf(error)))
  }

  async function remove({ id, name, version }: Attachment): Promise<void> {
    try {
      const written = await client.attachments.remove({ id, version })
      notice.done(words.removed(name), () => void restore({ name, ...written }))
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  return (
    <>
      {standing.length === 0 ? (
        <Empty title={words.none} hint={mayChange ? words.addHint : words.noneHint} />
      ) : (
        <FileRows
          label={words.list}
          rows={standing.map((row) => ({
            ...factsOf(row),
            tag: row.isEvidence ? <StateTag tone="accent">{words.evidence}</StateTag> : undefined,
            open: { label: words.open(row.name), run: () => setPreviewed(row.id) },
            actions: (
              <>
                <Button type="text" size="small" aria-label={words.saveOne(row.name)} onClick={() => void saveAs(row)}>{words.save}</Button>
                {mayChange && !row.isEvidence ? <Button type="text" size="small" aria-label={words.removeOne(row.name)} onClick={() => void remove(row)}>{words.remove}</Button> : null}
              </>
            ),
          }))}
        />
      )}
      {removed.length === 0 ? null : (
        <details className="attachments-bin">
          <summary>{words.bin(removed.length)}</summary>
          <FileRows
            label={words.bin(removed.length)}
            rows={removed.map((row) => ({
              ...factsOf(row),
              open: { label: words.open(row.name), run: () => setPreviewed(row.id) },
              actions: mayChange ? <Button type="text" size="small" aria-label={words.restoreOne(row.name)} onClick={() => void restore(row)}>{words.restore}</Button> : undefined,
            }))}
          />
        </details>
      )}
      <Preview rows={[...standing, ...removed]} id={previewed} onOpen={setPreviewed} onClose={() => setPreviewed(null)} />
    </>
  )
}

function factsOf({ id, name, bytes, by, at }: Attachment) {
  return { key: id, name, facts: [sizeText(bytes), by, chinaTime(at)] }
}
