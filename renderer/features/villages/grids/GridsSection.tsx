import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { gridRoles } from '../../../../shared/domain/villages/villages/codes.ts'
import { isGridStopped } from '../../../../shared/domain/villages/grids/grid-stop.ts'
import { gridRoleNames } from '../../../../shared/domain/villages/grids/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { GridColumn } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import type { OwnBodyProps } from '../../../frame/own-body.ts'
import { PartLine } from '../../../frame/PartLine.tsx'
import { useRemembered } from '../../../frame/remembered.ts'
import { SectionPage } from '../../../frame/SectionPage.tsx'
import { GridForm } from './GridForm.tsx'
import { GridScores } from './GridScores.tsx'
import { GridSheet } from './GridSheet.tsx'
import { gridWords as words } from './vocabulary.ts'
import type { GridRow } from './api-types.ts'


const parts = [{ key: 'list', label: words.list }, { key: 'scores', label: words.scores }] as const
type Part = (typeof parts)[number]['key']

/** 网格: the grids with 一长三员, and their 月度考核. */
export function GridsSection({ head }: OwnBodyProps): ReactNode {
  const { orpc } = useApi()
  const [part, setPart] = useRemembered<Part>('grids-part', 'list')
  const [isAdding, setAdding] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const grids = useQuery(orpc.grids.list.queryOptions())
  const mayEdit = grids.data?.mayEdit === true
  const opened = grids.data?.rows.find(({ id }) => id === open)
  return (
    <SectionPage head={head} parts={<PartLine label={words.parts} parts={parts} current={part} onOpen={setPart} />} actions={part === 'list' && mayEdit ? <Button type="primary" onClick={() => setAdding(true)}>{words.add}</Button> : undefined}>
      {part === 'list' ? <Loaded query={grids}>{({ rows }) => <GridList rows={rows} updatedAt={grids.dataUpdatedAt} onOpen={setOpen} />}</Loaded> : <GridScores />}
      {opened === undefined ? null : <GridSheet grid={opened} mayEdit={mayEdit} onClose={() => setOpen(null)} />}
      {isAdding ? <GridForm onClose={() => setAdding(false)} /> : null}
    </SectionPage>
  )
}

interface GridListProps {
  readonly rows: readonly GridRow[]
  readonly updatedAt: number
  readonly onOpen: (id: string) => void
}

function GridList({ rows, updatedAt, onOpen }: GridListProps): ReactNode {
  const on = today()
  const columns = useMemo(() => gridColumns(on), [on])
  const stopped = rows.filter(({ stoppedOn }) => isGridStopped(stoppedOn, on)).length
  const lacking = rows.filter(({ missing }) => missing.length > 0).length
  return (
    <SheetGrid<GridRow>
      label={words.list}
      columns={columns}
      source={listSource({ rows, columns, key: ({ id }) => id, revision: updatedAt, name: ({ villageName, name }) => `${villageName}${name}` })}
      search={words.search}
      rowName={({ villageName, name }) => `${villageName}${name}`}
      sentence={sentenceOf}
      onOpen={({ id }) => onOpen(id)}
      empty={<Empty title={words.none} hint={words.noneHint} />}
      tools={
        <>
          <StateTag tone="accent">{words.countText(rows.length - stopped)}</StateTag>
          {lacking === 0 ? null : <StateTag tone="warn">{words.missingCount(lacking)}</StateTag>}
          {stopped === 0 ? null : <StateTag tone="quiet">{words.stoppedCount(stopped)}</StateTag>}
        </>
      }
    />
  )
}

function gridColumns(on: string): readonly GridColumn<GridRow>[] {
  const missingText = ({ missing, stoppedOn }: GridRow) => (stoppedOn !== null && isGridStopped(stoppedOn, on) ? words.stopped(stoppedOn) : missing.length === 0 ? words.complete : words.missing(missing.map((role) => gridRoleNames[role]).join('、')))
  return [
    { field: 'village', title: words.columns.village, width: 112, pinned: 'left', text: ({ villageName }) => villageName, sortable: true, filter: { kind: 'text' } },
    { field: 'name', title: words.columns.name, width: 112, pinned: 'left', text: ({ name }) => name, sortable: true, filter: { kind: 'text' } },
    { field: 'households', title: words.columns.households, width: 84, align: 'right', text: ({ households }) => (households === null ? '' : String(households)), number: ({ households }) => households, sortable: true, filter: { kind: 'number' } },
    ...gridRoles.map((role): GridColumn<GridRow> => ({
      field: role, title: gridRoleNames[role], width: 132, sortable: true, filter: { kind: 'text' },
      text: ({ people }) => people.filter((person) => person.role === role && person.from <= on && (person.to === null || person.to >= on)).map(({ name }) => name).join('、'),
    })),
    { field: 'missing', title: words.columns.missing, width: 176, text: missingText, render: (row) => <StateTag tone={isGridStopped(row.stoppedOn, on) ? 'quiet' : row.missing.length === 0 ? 'good' : 'warn'}>{missingText(row)}</StateTag>, sortable: true },
    { field: 'remark', title: words.columns.remark, width: 200, text: ({ remark }) => remark ?? '' },
    { field: 'code', title: words.columns.code, width: 84, text: ({ code }) => code, sortable: true, hidden: true },
  ]
}
