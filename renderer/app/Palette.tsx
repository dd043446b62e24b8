import { useQuery } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useDeferredValue, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Capability } from '../../shared/domain/township/access/permissions.ts'
import { matchesPinyin, pinyinQuery } from '../../shared/domain/pinyin/matches-pinyin.ts'
import { searchKeyOf } from '../../shared/domain/pinyin/search-key.ts'
import { useApi } from '../api/api.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { placeCommands, windowCommands, type Command, type CommandHands } from './commands.ts'
import { hitEntries, type PaletteEntry } from './palette-entries.ts'
import type { Tab, TabModule } from './tabs.ts'
import { shellWords } from './vocabulary.ts'

export interface PaletteProps {
  readonly tabs: readonly Tab[]
  readonly modules: readonly TabModule[]
  readonly capabilities: readonly Capability[]
  readonly hands: CommandHands
  readonly onClose: () => void
}

/** Ctrl+K: finds people, tasks, villages, rows of registers and every command, by Chinese, pinyin and initials. */
export function Palette({ tabs, modules, capabilities, hands, onClose }: PaletteProps): ReactNode {
  const { orpc } = useApi()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const sought = useDeferredValue(text.trim())
  const hits = useQuery(orpc.search.find.queryOptions({ input: { text: sought, limit: 20 }, enabled: sought !== '', placeholderData: (previous) => previous }))
  const entries: readonly PaletteEntry[] = [
    ...(sought === '' ? [] : hitEntries(hits.data ?? [], modules, tabs)),
    ...[...placeCommands(tabs, capabilities), ...windowCommands].filter((command) => matches(command, sought)).map((command) => ({ key: `command:${command.key}`, group: shellWords.commands, title: command.label, detail: '', keys: command.keys, open: command.perform })),
  ]
  const current = Math.min(chosen, entries.length - 1)

  function run(entry: PaletteEntry | undefined): void {
    if (entry === undefined) return
    onClose()
    entry.open(hands)
  }

  function move(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setChosen(Math.min(current + 1, entries.length - 1))
    else if (event.key === 'ArrowUp') setChosen(Math.max(current - 1, 0))
    else if (event.key === 'Enter') run(entries[current])
    else return
    event.preventDefault()
  }

  return (
    <Modal open footer={null} closable={false} width={640} onCancel={onClose} style={{ top: 56 }} aria-label={shellWords.search}>
      <div className="shell-palette" onKeyDown={move}>
        <Input
          autoFocus
          role="combobox"
          aria-label={shellWords.search}
          aria-expanded
          aria-controls="palette-entries"
          aria-activedescendant={entries[current] === undefined ? undefined : `palette-${current}`}
          placeholder={shellWords.search}
          maxLength={50}
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            setChosen(0)
          }}
        />
        {entries.length === 0 ? (
          <p className="shell-palette-empty">{shellWords.searchEmpty}</p>
        ) : (
          <ul id="palette-entries" role="listbox" aria-label={shellWords.search}>
            {entries.map((entry, place) => (
              <li key={entry.key} id={`palette-${place}`} role="option" aria-selected={place === current} ref={(element) => (place === current ? element?.scrollIntoView({ block: 'nearest' }) : undefined)} onClick={() => run(entry)} onMouseMove={() => setChosen(place)}>
                <span className="shell-palette-group">{entry.group}</span>
                <span className="shell-palette-title">{entry.title}</span>
                <span className="shell-palette-detail">{entry.detail}</span>
                {entry.keys.length === 0 ? null : <KeyHint keys={entry.keys} />}
              </li>
            ))}
          </ul>
        )}
        <p className="shell-palette-hint">
          <span>{shellWords.searchHint}</span>
          <KeyHint keys={['↑', '↓']} label={shellWords.move} />
          <KeyHint keys={['Enter']} label={shellWords.open} />
          <KeyHint keys={['Esc']} label={shellWords.close} />
        </p>
      </div>
    </Modal>
  )
}

function matches({ label }: Command, sought: string): boolean {
  const query = pinyinQuery(sought)
  return label.includes(sought) || (query !== null && matchesPinyin(searchKeyOf(label), query))
}
