import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import type { RefSelectProps } from 'antd'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { TemplateMapping } from '../../../../shared/domain/reports/templates/template.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { useNavigation } from '../../../api/place.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { Working } from '../../../ui/Working.tsx'
import { periodTitle } from '../../../frame/dates.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useCommand } from '../../../frame/use-command.ts'
import { useLeaveGuard } from '../../../frame/use-leave-guard.ts'
import { ExportProgress } from '../../papers/ExportProgress.tsx'
import { cellMarks, repeatedRowsOf } from './cell-marks.ts'
import { CellPanel } from './CellPanel.tsx'
import { mappedUse, withUse, type CellPlace } from './draft-mapping.ts'
import { fieldOptions } from './field-options.ts'
import { RenameTemplate } from './RenameTemplate.tsx'
import { RowsLine, SheetTabs } from './SheetTabs.tsx'
import { SheetView } from './SheetView.tsx'
import { placeOfCell } from './sheet-layout.ts'
import type { Inspected } from './types.ts'
import { useFill } from './use-fill.ts'
import { useFillPeriod } from './use-fill-period.ts'
import { UseList } from './UseList.tsx'
import { templateWords as words } from './vocabulary.ts'

/** Rows drawn at once. */
const rowsShown = 200

interface Shown {
  readonly sheet: number
  readonly first: number
}

/** One template: its sheets as they look, what goes into which cell, a trial, and the filling. */
export function TemplateEditor({ id, mayEdit }: { readonly id: string; readonly mayEdit: boolean }): ReactNode {
  const { orpc } = useApi()
  const [draft, setDraft] = useState<TemplateMapping | null>(null)
  const [shown, setShown] = useState<Shown>({ sheet: 0, first: 1 })
  const window = { ...shown, rows: rowsShown }
  const query = useQuery(orpc.templates.inspect.queryOptions({ input: { id, window, ...(draft === null ? {} : { mapping: draft }) }, placeholderData: keepPreviousData }))
  return (
    <Loaded query={query}>
      {(data) => <Editor data={data} draft={draft} onDraft={setDraft} shown={shown} onShow={setShown} mayEdit={mayEdit} refetch={async () => void (await query.refetch())} />}
    </Loaded>
  )
}

interface EditorProps {
  readonly data: Inspected
  readonly draft: TemplateMapping | null
  readonly onDraft: (mapping: TemplateMapping | null) => void
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
  readonly mayEdit: boolean
  readonly refetch: () => Promise<void>
}

function Editor({ data, draft, onDraft, shown, onShow, mayEdit, refetch }: EditorProps): ReactNode {
  const { client, orpc, desktop } = useApi()
  const { go } = useNavigation()
  const { template, catalogue, outline } = data
  const mapping = draft ?? data.mapping
  const [chosen, setChosen] = useState<CellPlace | null>(null)
  const [isTrying, setTrying] = useState(false)
  const [isRenaming, setRenaming] = useState(false)
  const picker = useRef<RefSelectProps>(null)
  const command = useCommand()
  const filling = useFill()
  const periods = useFillPeriod(template.book)
  const options = useMemo(() => fieldOptions(catalogue), [catalogue])
  const trial = useQuery({ ...orpc.templates.preview.queryOptions({ input: { id: template.id, period: periods.period, window: { ...shown, rows: rowsShown }, mapping }, placeholderData: keepPreviousData }), enabled: isTrying, retry: false })
  const isReady = !periods.needsPeriod || periods.period !== null
  const sheet = outline.sheets[shown.sheet]?.name ?? ''
  const drawn = isTrying ? trial.data?.outline : outline
  useLeaveGuard(draft !== null)

  async function save(): Promise<boolean> {
    if (draft === null) return true
    const isSaved = await command.run(async () => {
      await client.templates.saveMapping({ id: template.id, version: template.version, mapping: draft })
      return words.saved
    })
    if (!isSaved) return false
    await refetch()
    onDraft(null)
    return true
  }

  async function fill(): Promise<void> {
    if (isReady && (await save())) await filling.fill(template.id, periods.period, template.name)
  }

  async function replace(): Promise<void> {
    const opened = await desktop.openFile({ title: words.chooseTitle, accept: [{ label: words.workbook, extensions: ['xlsx'] }] })
    if (opened.kind !== 'opened') return
    await command.run(async () => {
      const { dropped } = await client.templates.replaceFile({ id: template.id, version: template.version, file: new File([new Uint8Array(opened.bytes)], opened.name) })
      return dropped.length === 0 ? words.replaced(opened.name) : words.replacedWith(dropped.length, dropped.map((one) => words.at(one.sheet, one.cell)).slice(0, 5).join(words.joiner))
    })
  }

  async function remove(): Promise<void> {
    const isGone = await command.run(async () => {
      await client.templates.remove({ id: template.id, version: template.version })
      return words.removed(template.name)
    })
    if (isGone) go({ tab: 'reports', section: 'templates' })
  }

  function goTo(place: CellPlace): void {
    const index = outline.sheets.findIndex(({ name }) => name === place.sheet)
    const { row } = placeOfCell(place.cell)
    if (index !== -1) onShow({ sheet: index, first: Math.floor((row - 1) / rowsShown) * rowsShown + 1 })
    setChosen(place)
  }

  const actions = filling.running !== null ? (
    <ExportProgress running={filling.running} onCancel={filling.cancel} />
  ) : (
    <>
      <Button onClick={() => go({ tab: 'reports', section: 'templates' })}>{words.back}</Button>
      {mayEdit ? <Button disabled={draft === null || command.isBusy} onClick={() => void save()}>{words.save}</Button> : null}
      <Button type="primary" disabled={!isReady || command.isBusy} onClick={() => void fill()}>{words.fill}</Button>
    </>
  )

  return (
    <TabPage heading={template.name} note={draft === null ? null : <StateTag tone="warn">{words.unsaved}</StateTag>} actions={actions}>
      <div className="template-editor">
        <div className="template-left">
          <div className="template-line">
            <SheetTabs sheets={outline.sheets} current={shown.sheet} onChoose={(index) => onShow({ sheet: index, first: 1 })} />
            <span className="template-line-end">
              {periods.needsPeriod ? (
                <Select aria-label={words.period} className="template-period" value={periods.period} placeholder={words.pickPeriod} options={periods.options.map((option) => ({ ...option }))} onChange={periods.choose} />
              ) : (
                <span className="template-help">{words.noPeriodNeeded}</span>
              )}
              <Button disabled={!isReady} aria-pressed={isTrying} onClick={() => setTrying(!isTrying)}>{isTrying ? words.endPreview : words.preview}</Button>
            </span>
          </div>
          {isTrying ? <p className="template-trial" role="status">{trial.isFetching ? <Working label={words.makingPreview} /> : words.previewing(periods.period === null ? words.noPeriodNeeded : periodTitle(periods.period))}</p> : null}
          {isTrying && trial.error !== null ? <Failure sentence={sentenceOf(trial.error)} onRetry={() => void trial.refetch()} /> : null}
          {outline.fault !== null ? <p className="template-fault" role="alert">{outline.fault}。</p> : null}
          {drawn === undefined || (isTrying && trial.error !== null) ? null : (
            <>
              <SheetView
                outline={drawn}
                most={rowsShown}
                marks={isTrying ? new Map() : cellMarks(outline, mapping, catalogue, sheet)}
                repeated={isTrying ? new Set() : repeatedRowsOf(outline, sheet)}
                chosen={chosen?.sheet === sheet ? chosen.cell : null}
                onChoose={(cell) => setChosen({ sheet, cell })}
                onEnter={() => picker.current?.focus()}
                onClear={() => {
                  if (mayEdit && chosen !== null && mappedUse(mapping, chosen) !== null) onDraft(withUse(mapping, chosen, null))
                }}
              />
              <RowsLine outline={drawn} most={rowsShown} onShow={(first) => onShow({ ...shown, first })} />
            </>
          )}
        </div>
        <aside className="template-right" aria-label={words.chosenCell}>
          <CellPanel key={chosen === null ? '' : words.at(chosen.sheet, chosen.cell)} place={chosen} outline={outline} mapping={mapping} catalogue={catalogue} options={options} mayEdit={mayEdit && !isTrying} picker={picker} onChange={onDraft} />
          <UseList outline={outline} mapping={mapping} catalogue={catalogue} mayEdit={mayEdit && !isTrying} onGoTo={goTo} onChange={onDraft} />
          {mayEdit ? (
            <div className="template-foot">
              <span>{template.fileName}</span>
              <Button size="small" disabled={draft !== null || command.isBusy} onClick={() => setRenaming(true)}>{words.rename}</Button>
              <Button size="small" disabled={draft !== null || command.isBusy} onClick={() => void replace()}>{words.replace}</Button>
              <ConfirmButton size="small" danger label={words.remove} question={words.removeQuestion(template.name)} consequence={words.removeConsequence} disabled={command.isBusy} onConfirm={remove} />
            </div>
          ) : null}
        </aside>
      </div>
      {isRenaming ? <RenameTemplate template={template} onClose={() => setRenaming(false)} /> : null}
    </TabPage>
  )
}
