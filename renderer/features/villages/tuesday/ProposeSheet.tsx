import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { tuesdayThemes } from '../../../../shared/domain/villages/villages/codes.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { CellValue, EditOutcome, RowEdit } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useReturnFocus } from '../../../frame/use-return-focus.ts'
import type { VillageRow } from '../villages/api-types.ts'
import { dayText } from '../../../frame/day-text.ts'
import { proposalColumns, type ProposedRow, type VillageChoice } from './tuesday-columns.tsx'
import { proposeWords } from './vocabulary.ts'

export interface ProposeSheetProps {
  readonly date: string
  readonly villages: readonly VillageRow[]
  readonly choices: readonly VillageChoice[]
  readonly onClose: () => void
}

/** 按组团生成: everybody who serves in a 组团 and has no plan yet, to be looked over and saved together. */
export function ProposeSheet({ date, villages, choices, onClose }: ProposeSheetProps): ReactNode {
  const { orpc } = useApi()
  useReturnFocus()
  const proposed = useQuery(orpc.tuesday.propose.queryOptions({ input: { date } }))
  return (
    <SideSheet open width={960} title={proposeWords.title(dayText(date))} onClose={onClose}>
      <div className="proposal">
        <Loaded query={proposed}>
          {(rows) => <Proposal date={date} first={rows.map((row) => ({ ...row, content: null, version: 1 }))} villages={villages} choices={choices} onClose={onClose} />}
        </Loaded>
      </div>
    </SideSheet>
  )
}

interface ProposalProps extends ProposeSheetProps {
  readonly first: readonly ProposedRow[]
}

function Proposal({ date, first, villages, choices, onClose }: ProposalProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [rows, setRows] = useState(first)
  const [revision, setRevision] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isSaving, setSaving] = useState(false)
  const columns = useMemo(() => proposalColumns(choices), [choices])
  const source = useMemo(() => listSource({ rows, columns, key: ({ staffId }) => staffId, version: ({ version }) => version, revision, name: ({ staffName }) => staffName }), [rows, columns, revision])

  function change(next: readonly ProposedRow[]): void {
    setRows(next)
    setRevision((now) => now + 1)
  }

  /** What is typed stays here until all of it is saved. */
  function apply(edits: readonly RowEdit[]): Promise<EditOutcome> {
    const byKey = new Map(edits.map((edit) => [edit.key, edit.changes]))
    change(rows.map((row) => changed(row, byKey.get(row.staffId), villages)))
    return Promise.resolve({ applied: edits.map(({ key, version }) => ({ key, version: version + 1 })), refused: [] })
  }

  async function save(): Promise<void> {
    setSaving(true)
    try {
      await client.tuesday.add({ date, rows: rows.map(({ staffId, villageId, theme, content }) => ({ staffId, villageId, theme, content })) })
      notice.done(proposeWords.saved(rows.length))
      onClose()
    } catch (error) {
      notice.failed(sentenceOf(error))
    } finally {
      setSaving(false)
    }
  }

  function drop(keys: ReadonlySet<string>): void {
    change(rows.filter(({ staffId }) => !keys.has(staffId)))
    setChosen(new Set())
  }

  return (
    <>
      <p>{proposeWords.note}</p>
      <SheetGrid
        label={proposeWords.list}
        columns={columns}
        source={source}
        editing={{ apply, refusal: () => null }}
        search={proposeWords.search}
        selectable={{ selected: chosen, onChange: setChosen }}
        rowActions={({ staffId }) => [{ key: 'drop', label: proposeWords.drop, danger: true, onRun: () => drop(new Set([staffId])) }]}
        rowName={({ staffName }) => staffName}
        empty={<Empty title={proposeWords.nothing} hint={proposeWords.nothingHint} />}
        tools={
          <>
            {chosen.size === 0 ? null : <Button onClick={() => drop(chosen)}>{proposeWords.dropChosen(chosen.size)}</Button>}
            <Button type="primary" disabled={rows.length === 0} loading={isSaving} onClick={() => void save()}>{proposeWords.save(rows.length)}</Button>
          </>
        }
      />
    </>
  )
}

function changed(row: ProposedRow, changes: Readonly<Record<string, CellValue>> | undefined, villages: readonly VillageRow[]): ProposedRow {
  if (changes === undefined) return row
  const village = villages.find(({ name }) => name === changes['village'])
  const theme = tuesdayThemes.find((code) => code === changes['theme'])
  const content = changes['content']
  return {
    ...row,
    version: row.version + 1,
    ...(village === undefined ? {} : { villageId: village.id, villageName: village.name }),
    ...(theme === undefined ? {} : { theme }),
    ...(content === undefined ? {} : { content: content === null ? null : String(content) }),
  }
}
