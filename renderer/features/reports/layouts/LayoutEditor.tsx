import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { LayoutBook } from '../../../../shared/domain/papers/codes.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import { layoutBookNames, layoutFaultText } from '../../../../shared/domain/papers/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { failureOf } from '../../../api/failure.ts'
import { useNavigation } from '../../../api/place.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { useCommand } from '../../../frame/use-command.ts'
import { useLeaveGuard } from '../../../frame/use-leave-guard.ts'
import { BookFields } from './BookFields.tsx'
import { LayoutFaults } from './LayoutFaults.tsx'
import { LayoutPreview } from './LayoutPreview.tsx'
import { SheetFields } from './SheetFields.tsx'
import { SheetList, wholeBook } from './SheetList.tsx'
import type { LayoutRow } from './types.ts'
import { useLayoutDraft } from './use-layout-draft.ts'
import { layoutWords } from './vocabulary.ts'

export interface LayoutEditorProps {
  readonly book: LayoutBook
  /** Null: the shipped form, which can only be looked at. */
  readonly row: LayoutRow | null
  readonly stored: Layout
  readonly shipped: Layout
}

/** A form being changed: its sheets, what stands on the open one, and beside it the page as it will be printed. */
export function LayoutEditor({ book, row, stored, shipped }: LayoutEditorProps): ReactNode {
  const { client } = useApi()
  const { go } = useNavigation()
  const notice = useNotice()
  const { isBusy, run } = useCommand()
  // The version that is being changed: what another saves meanwhile is not written over.
  const [held, setHeld] = useState(row?.version ?? 0)
  const draft = useLayoutDraft(stored, shipped, book)
  const { layout, isDirty, faults } = draft
  const [open, setOpen] = useState<string>(layout.sheets[0]?.key ?? wholeBook)
  const [isTold, setTold] = useState(false)
  const mayEdit = row !== null
  const isBehind = row !== null && row.version > held
  useLeaveGuard(isDirty)
  if (isBehind && !isDirty) take(row.version, stored)

  function take(version: number, next: Layout): void {
    setHeld(version)
    draft.replace(next)
    setTold(false)
  }

  async function save(): Promise<void> {
    if (row === null) return
    setTold(true)
    if (faults.length > 0) return
    try {
      const { version } = await client.layouts.save({ id: row.id, version: held, layout })
      take(version, layout)
      notice.done(row.inUse ? layoutWords.savedInUse : layoutWords.saved)
    } catch (error) {
      notice.failed(failureOf(error).sentence)
    }
  }

  async function turn(): Promise<void> {
    if (row === null) return
    const seen = { id: row.id, version: held }
    await run(async () => {
      const { version } = row.inUse ? await client.layouts.stopUsing(seen) : await client.layouts.use(seen)
      setHeld(version)
      return row.inUse ? layoutWords.stopped(layoutBookNames[book]) : layoutWords.used(layoutBookNames[book])
    })
  }

  const sheet = layout.sheets.find(({ key }) => key === open)
  return (
    <TabPage
      heading={`${layoutBookNames[book]} · ${row?.name ?? layoutWords.shipped}`}
      note={
        <>
          {row?.inUse === true ? <StateTag tone="good">{layoutWords.inUse}</StateTag> : null}
          {isDirty ? layoutWords.unsaved : null}
          {mayEdit && faults.length > 0 ? <StateTag tone="bad">{layoutWords.faulty(faults.length)}</StateTag> : null}
        </>
      }
      actions={
        <>
          <Button onClick={() => go({ tab: 'reports', section: 'layouts' })}>{layoutWords.back}</Button>
          {mayEdit ? <Button disabled={isDirty || isBusy || (!row.inUse && faults.length > 0)} onClick={() => void turn()}>{row.inUse ? layoutWords.stop : layoutWords.use}</Button> : null}
          {mayEdit && isDirty ? <Button onClick={() => take(row.version, stored)}>{layoutWords.discard}</Button> : null}
          {mayEdit ? <Button type="primary" disabled={!isDirty} onClick={() => void save()}>{layoutWords.save}</Button> : null}
        </>
      }
    >
      {mayEdit ? null : <p className="tab-notice">{layoutWords.readOnly}</p>}
      {isBehind ? <p className="tab-notice tab-notice-warn">{layoutWords.behind}</p> : null}
      {isTold && faults.length > 0 ? <LayoutFaults faults={faults.map((fault) => ({ sheet: fault.sheetKey, sentence: layoutFaultText(fault) }))} onOpen={(key) => setOpen(layout.sheets.some((one) => one.key === key) ? (key ?? wholeBook) : wholeBook)} /> : null}
      <div className="layout-editor">
        <SheetList book={book} layout={layout} shipped={shipped} open={open} onOpen={setOpen} faulty={faults.map(({ sheetKey }) => sheetKey ?? wholeBook)} {...(mayEdit ? { onChange: draft.change } : {})} />
        <form className="layout-fields" aria-label={sheet?.name} onSubmit={(event) => {
          event.preventDefault()
          if (isDirty) void save()
        }}>
          {sheet === undefined ? <BookFields layout={layout} shipped={shipped} faults={faults} {...(mayEdit ? { onChange: draft.change } : {})} /> : <SheetFields key={sheet.key} book={book} sheet={sheet} shipped={shipped} faults={faults} {...(mayEdit ? { onChange: draft.change } : {})} />}
          <button type="submit" hidden />
        </form>
        <LayoutPreview book={book} layout={layout} isFaulty={faults.length > 0} sheet={sheet?.key ?? layout.sheets[0]?.key ?? ''} />
      </div>
    </TabPage>
  )
}
