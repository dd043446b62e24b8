import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { GridState, GridViews, SavedView } from './types.ts'
import { words } from './vocabulary.ts'

export interface ViewMenuProps {
  readonly views: GridViews
  /** The state as it is now, to be saved. */
  readonly present: GridState
  /** null: the grid's own. */
  readonly onShow: (state: GridState | null) => void
  readonly onFault: (sentence: string) => void
}

/** The saved views of a grid: show, save, replace, remove. */
export function ViewMenu({ views, present, onShow, onFault }: ViewMenuProps): ReactNode {
  const [open, setOpen] = useState(false)
  const [list, setList] = useState<readonly SavedView[]>([])
  const [shown, setShown] = useState<string | null>(null)
  const [name, setName] = useState('')

  /** Does it, and reads the list anew. */
  const then = (work: Promise<void>) => {
    work.then(() => views.list()).then(setList, () => onFault(words.viewsFailed))
  }
  const show = (view: SavedView | null) => {
    setShown(view?.name ?? null)
    onShow(view?.state ?? null)
    setOpen(false)
  }
  const saveAs = () => {
    const wanted = name.trim()
    if (wanted === '') return
    setShown(wanted)
    setName('')
    then(views.save(wanted, present))
  }

  const stored = list.find((view) => view.name === shown)
  const changed = stored !== undefined && JSON.stringify(stored.state) !== JSON.stringify(present)
  const content = (
    <div className="sheet-views">
      <ul>
        <li><Button type="link" size="small" onClick={() => show(null)}>{words.defaultView}</Button></li>
        {list.map((view) => (
          <li key={view.name}>
            <Button type="link" size="small" className="sheet-views-name" onClick={() => show(view)}>{view.name}</Button>
            <Button type="text" size="small" onClick={() => { if (shown === view.name) setShown(null); then(views.remove(view.name)) }} aria-label={`${words.removeView} ${view.name}`}>{words.removeView}</Button>
          </li>
        ))}
      </ul>
      {list.length === 0 ? <p className="sheet-views-none">{words.noViews}</p> : null}
      {shown === null || !changed ? null : <Button size="small" block onClick={() => then(views.save(shown, present))}>{words.update(shown)}</Button>}
      <div className="sheet-views-save">
        <Input size="small" maxLength={30} placeholder={words.viewName} aria-label={words.viewName} value={name} onChange={({ target }) => setName(target.value)} onPressEnter={saveAs} />
        <Button size="small" disabled={name.trim() === ''} onClick={saveAs}>{words.saveAs}</Button>
      </div>
    </div>
  )
  const onOpenChange = (next: boolean) => {
    setOpen(next)
    if (next) then(Promise.resolve())
  }
  return (
    <Popover content={content} open={open} onOpenChange={onOpenChange} trigger="click" placement="bottomRight" arrow={false}>
      <Button type="text">{shown === null ? words.views : changed ? words.viewChanged(shown) : words.view(shown)}</Button>
    </Popover>
  )
}
