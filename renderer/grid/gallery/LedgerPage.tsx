import { Button } from 'antd'
import { useMemo, useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { Empty } from '../../ui/Empty.tsx'
import { LightTag } from '../../ui/LightTag.tsx'
import { ModuleMark, moduleHue } from '../../ui/ModuleMark.tsx'
import { Page } from '../../ui/Page.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { lightWords } from '../../ui/vocabulary.ts'
import { SheetGrid } from '../SheetGrid.tsx'
import type { CellEdit, Choice, GridColumn, GridState, SavedView } from '../types.ts'
import type { Ledger, Task } from './ledger.ts'
import { ledgerWords } from './samples.ts'

const { columns: titles, states, closed, people, weights, modules } = ledgerWords

const keys: Readonly<Record<string, readonly string[]>> = ledgerWords.keys
const listOf = (labels: readonly string[]): readonly Choice[] => labels.map((label) => ({ value: label, label, keys: keys[label] ?? [] }))
const open = { editable: (task: Task) => (task.state === closed ? ledgerWords.locked : true) } satisfies Partial<CellEdit<Task>>

const columns: readonly GridColumn<Task>[] = [
  { field: 'docNo', title: titles.docNo, width: 168, pinned: 'left', text: ({ docNo }) => docNo, sortable: true, filter: { kind: 'text' } },
  { field: 'title', title: titles.title, width: 232, pinned: 'left', text: ({ title }) => title, sortable: true, filter: { kind: 'text', blank: true }, edit: { kind: 'text', read: ({ title }) => title, required: true, maxLength: 60, ...open } },
  { field: 'light', title: titles.light, width: 128, text: ({ light }) => lightWords[light], render: ({ light }) => <LightTag light={light} />, sortable: true, filter: { kind: 'choice', choices: [{ value: 'red', label: lightWords.red }, { value: 'yellow', label: lightWords.yellow }, { value: 'green', label: lightWords.green }, { value: 'grey', label: lightWords.grey }] } },
  { field: 'state', title: titles.state, width: 104, text: ({ state }) => state, render: ({ state }) => <StateTag tone={state === ledgerWords.waiting ? 'accent' : state === closed ? 'quiet' : 'plain'}>{state}</StateTag>, sortable: true, filter: { kind: 'choice', choices: listOf([...states, closed]) } },
  { field: 'moduleName', title: titles.moduleName, width: 104, text: ({ moduleName }) => moduleName, render: ({ moduleName }) => <ModuleMark name={moduleName} colour={moduleHue(modules.findIndex((name) => name === moduleName))} />, sortable: true, filter: { kind: 'choice', choices: listOf(modules) } },
  { field: 'host', title: titles.host, width: 96, text: ({ host }) => host, sortable: true, filter: { kind: 'choice', choices: listOf(people) }, edit: { kind: 'choice', read: ({ host }) => host, choices: listOf(people), required: true, ...open } },
  { field: 'weight', title: titles.weight, width: 80, text: ({ weight }) => weights[weight - 1] ?? '', sortable: true, edit: { kind: 'choice', read: ({ weight }) => weight, choices: weights.map((label, at) => ({ value: at + 1, label })), required: true, ...open } },
  { field: 'due', title: titles.due, width: 112, text: ({ due }) => due ?? '', sortable: true, filter: { kind: 'day', blank: true }, edit: { kind: 'day', read: ({ due }) => due, min: '2026-01-01', ...open } },
  { field: 'progress', title: titles.progress, width: 92, align: 'right', text: ({ progress }) => (progress === null ? '' : String(progress)), number: ({ progress }) => progress, sortable: true, filter: { kind: 'number', blank: true }, edit: { kind: 'number', read: ({ progress }) => progress, min: 0, max: 100, ...open } },
  { field: 'score', title: titles.score, width: 88, align: 'right', text: ({ score }) => (score === null ? '' : score.toFixed(2)), number: ({ score }) => score, sortable: true, filter: { kind: 'number' }, edit: { kind: 'number', read: ({ score }) => score, min: 0, max: 100, decimals: 2, ...open } },
  { field: 'note', title: titles.note, width: 260, text: ({ note }) => note ?? '', filter: { kind: 'text', blank: true }, edit: { kind: 'text', read: ({ note }) => note, multiline: true, maxLength: 200, ...open } },
  { field: 'coHost', title: titles.coHost, width: 96, text: ({ coHost }) => coHost ?? '', edit: { kind: 'choice', read: ({ coHost }) => coHost, choices: listOf(people), ...open } },
  { field: 'issued', title: titles.issued, width: 112, text: ({ issued }) => issued ?? '', edit: { kind: 'day', read: ({ issued }) => issued, ...open } },
  { field: 'target', title: titles.target, width: 88, align: 'right', text: ({ target }) => (target === null ? '' : String(target)), number: ({ target }) => target, edit: { kind: 'number', read: ({ target }) => target, min: 0, ...open } },
  { field: 'phone', title: titles.phone, width: 120, text: ({ phone }) => phone ?? '', edit: { kind: 'text', read: ({ phone }) => phone, maxLength: 20, ...open } },
  { field: 'demand', title: titles.demand, width: 200, text: ({ demand }) => demand ?? '', edit: { kind: 'text', read: ({ demand }) => demand, maxLength: 100, ...open } },
  { field: 'satisfaction', title: titles.satisfaction, width: 100, align: 'right', text: ({ satisfaction }) => (satisfaction === null ? '' : satisfaction.toFixed(1)), number: ({ satisfaction }) => satisfaction, edit: { kind: 'number', read: ({ satisfaction }) => satisfaction, min: 0, max: 100, decimals: 1, ...open } },
]

/** Views kept in memory. */
function useViews() {
  return useMemo(() => {
    const views = new Map<string, GridState>()
    return {
      list: () => Promise.resolve([...views].map(([name, state]): SavedView => ({ name, state }))),
      save: (name: string, state: GridState) => {
        views.set(name, state)
        return Promise.resolve()
      },
      remove: (name: string) => {
        views.delete(name)
        return Promise.resolve()
      },
    }
  }, [])
}

export interface LedgerPageProps {
  readonly ledger: Ledger
  readonly isEditable: boolean
}

/** The grid over the made-up ledger. */
export function LedgerPage({ ledger, isEditable }: LedgerPageProps): ReactNode {
  const revision = useSyncExternalStore(ledger.subscribe, ledger.revision)
  const views = useViews()
  const notice = useNotice()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [broken, setBroken] = useState(false)
  const toggle = () => {
    ledger.setFailing(!broken)
    setBroken(!broken)
  }
  const action = (key: string, label: string, danger = false) => ({ key, label, danger, onRun: () => notice.done(label) })
  return (
    <Page title={ledgerWords.page} note={ledgerWords.note} actions={<><Button onClick={() => ledger.disturb('t0')}>{ledgerWords.disturb}</Button><Button onClick={toggle}>{broken ? ledgerWords.mend : ledgerWords.break}</Button><Button>{ledgerWords.export}</Button><Button type="primary">{ledgerWords.create}</Button></>}>
      <SheetGrid<Task>
        label={ledgerWords.page}
        columns={columns}
        source={{ load: ledger.load, key: ({ id }) => id, version: ({ version }) => version, revision }}
        views={views}
        search={ledgerWords.search}
        empty={<Empty title={ledgerWords.empty} hint={ledgerWords.emptyHint} action={<Button type="primary">{ledgerWords.create}</Button>} />}
        rowName={({ docNo }) => docNo}
        today="2026-08-01"
        sentence={(error) => (error instanceof Error ? error.message : ledgerWords.offline)}
        onOpen={({ title }) => notice.done(ledgerWords.opened(title))}
        rowActions={() => [action('issue', ledgerWords.issue), action('remind', ledgerWords.remind), action('revoke', ledgerWords.revoke, true)]}
        {...(isEditable ? { editing: { apply: ledger.apply, refusal: () => null } } : { selectable: { selected, onChange: setSelected } })}
      />
    </Page>
  )
}
