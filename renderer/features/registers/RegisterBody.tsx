import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { useNavigation } from '../../api/place.ts'
import { today } from '../../api/today.ts'
import { SheetGrid } from '../../grid/SheetGrid.tsx'
import type { GridState, SheetHandle } from '../../grid/types.ts'
import { Empty } from '../../ui/Empty.tsx'
import { FilterChips } from '../../frame/FilterChips.tsx'
import { may } from '../../frame/may.ts'
import { useKept, useRemembered } from '../../frame/remembered.ts'
import { SectionPage } from '../../frame/SectionPage.tsx'
import { useGridViews } from '../../frame/use-grid-views.ts'
import { importPart, importRegister, type ImportPart } from '../../frame/import-part.ts'
import { EditRegister } from './EditRegister.tsx'
import { ExportRows } from './ExportRows.tsx'
import { registerColumns } from './register-columns.tsx'
import { RowCommands } from './RowCommands.tsx'
import { EditRow, NewRow } from './RowSheet.tsx'
import { TotalsLine } from './TotalsLine.tsx'
import { chipKeys, type ChipKey, type LedgerRow, type Register } from './types.ts'
import { useRegisterGrid } from './use-register-grid.ts'
import { registerWords as words } from './vocabulary.ts'

export interface RegisterBodyProps {
  readonly register: Register
  readonly head: ReactNode
  /** The other registers, left of the grid. */
  readonly list: ReactNode
  /** The row whose form is open. */
  readonly rowId: string | null
  readonly onRow: (id: string | null) => void
}

const nobody: ReadonlySet<string> = new Set()
const noFilters: Pick<GridState, 'filters'> & { readonly search: string } = { filters: [], search: '' }

/** One register: its rows in a grid that is typed in, their sums, and its commands. */
export function RegisterBody({ register, head, list, rowId, onRow }: RegisterBodyProps): ReactNode {
  const { orpc } = useApi()
  const me = useMe()
  const { go } = useNavigation()
  const [chip, setChip] = useRemembered<ChipKey>(`register-chip:${register.id}`, 'all')
  const [kept, keep] = useKept<GridState & { readonly search: string }>(`register-grid:${register.id}`)
  const [shown, setShown] = useState(kept ?? noFilters)
  const [, keepPart] = useKept<ImportPart>(importPart)
  const [, keepRegister] = useKept<string>(importRegister)
  const [isBin, setBin] = useState(false)
  const grid = useRef<SheetHandle>(null)
  const [chosen, setChosen] = useState(nobody)
  const [opened, setOpened] = useState<'new' | 'define' | null>(null)
  const villages = useQuery(orpc.villages.list.queryOptions({ input: { on: today() } }))
  const { source, editing, seen } = useRegisterGrid(register, chip, isBin)
  const columns = useMemo(() => registerColumns(register, villages.data ?? [], isBin), [register, villages.data, isBin])
  const views = useGridViews(`register-${register.code}`)
  const chips = chipKeys.filter((key) => key !== 'open' || register.proposal !== null).map((key) => ({ key, label: words.chips[key], count: null }))
  const rows = [...chosen].flatMap((id) => seen(id) ?? [])

  function importRows(): void {
    keepPart('registers')
    keepRegister(register.code)
    go({ tab: 'reports', section: 'import' })
  }

  function switchBin(next: boolean): void {
    setChosen(nobody)
    setBin(next)
  }

  function emptyState(): ReactNode {
    if (isBin) return <Empty title={words.binEmpty} hint={words.binEmptyHint} />
    if (chip !== 'all') return <Empty title={words.noneOfChip} hint={words.noneOfChipHint} />
    return <Empty title={words.rowsEmpty} hint={register.mayEnter ? words.rowsEmptyHint : words.rowsEmptyReader} />
  }

  return (
    <SectionPage
      head={head}
      actions={
        <>
          <Button onClick={() => switchBin(!isBin)}>{isBin ? words.backToRows : words.bin(register.removedRows)}</Button>
          {register.mayDefine ? <Button onClick={() => setOpened('define')}>{words.define}</Button> : null}
          {may(me, 'import.run') && register.mayEnter ? <Button onClick={importRows}>{words.import}</Button> : null}
          {register.mayExport && !isBin ? <ExportRows register={register} chip={chip} grid={grid} /> : null}
          {register.mayEnter ? <Button type="primary" onClick={() => setOpened('new')}>{words.newRow}</Button> : null}
        </>
      }
    >
      <div className="registers">
        {list}
        <div className="register-body">
          <SheetGrid<LedgerRow>
            key={`${String(isBin)}:${String(register.version)}`}
            handle={grid}
            label={register.name}
            columns={columns}
            source={source}
            {...(register.mayEnter && !isBin ? { editing } : {})}
            views={views}
            {...(kept === undefined ? {} : { initial: kept })}
            onState={(state) => {
              keep(state)
              setShown(state)
            }}
            search={words.search}
            tools={
              chosen.size > 0 ? (
                <RowCommands register={register} rows={rows} isBin={isBin} onDone={() => setChosen(nobody)} />
              ) : isBin ? (
                <strong>{words.bin(register.removedRows)}</strong>
              ) : (
                <FilterChips<ChipKey>
                  label={words.quick}
                  chips={chips}
                  value={chip}
                  onChange={(next) => {
                    setChosen(nobody)
                    setChip(next)
                  }}
                />
              )
            }
            empty={emptyState()}
            onOpen={({ id }) => onRow(id)}
            {...(register.mayEnter ? { selectable: { selected: chosen, onChange: setChosen } } : {})}
            rowName={(row) => columns[0]?.text(row) ?? ''}
            sentence={sentenceOf}
            today={today()}
          />
          {isBin ? null : <TotalsLine register={register} chip={chip} filters={shown.filters} search={shown.search} />}
        </div>
      </div>
      {opened === 'new' ? <NewRow register={register} onClose={() => setOpened(null)} /> : null}
      {opened === 'define' ? <EditRegister register={register} onClose={() => setOpened(null)} /> : null}
      {rowId === null ? null : <EditRow key={rowId} register={register} id={rowId} onClose={() => onRow(null)} />}
    </SectionPage>
  )
}
