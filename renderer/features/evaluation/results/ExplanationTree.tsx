import { Button } from 'antd'
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ExplanationNode } from '../../../../shared/contract/evaluation/explanation.ts'
import { KeyHint } from '../../../ui/KeyHint.tsx'
import { ExplanationRow } from './ExplanationRow.tsx'
import './results.css'
import { pathsOf, toggled, treeMove, treeRows } from './tree-rows.ts'
import { explainWords } from './vocabulary.ts'

export interface ExplanationTreeProps {
  readonly tree: ExplanationNode
  /** Opens the row a number came from. */
  readonly onOpenTask: (taskId: string) => void
}

/** Dimensions and their leaves are open at first. */
const openLevels = 1

/** What a score is made of, down to its source rows: arrows walk, open and close; Enter on a task opens it. */
export function ExplanationTree({ tree, onOpenTask }: ExplanationTreeProps): ReactNode {
  const id = useId()
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(pathsOf(tree, openLevels)))
  const [at, setAt] = useState('0')
  const rows = useMemo(() => treeRows(tree, open), [tree, open])
  const idOf = (path: string) => `${id}-${path}`

  function show(path: string): void {
    setAt(path)
    requestAnimationFrame(() => document.getElementById(idOf(path))?.scrollIntoView({ block: 'nearest' }))
  }

  function answerKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const source = rows.find(({ path }) => path === at)?.node.source
    if (event.key === 'Enter' && source?.kind === 'task' && source.id !== null) {
      event.preventDefault()
      onOpenTask(source.id)
      return
    }
    const move = treeMove(rows, open, at, event.key)
    if (move === null) return
    event.preventDefault()
    setOpen(move.open)
    show(move.at)
  }

  return (
    <div className="explain">
      <div className="explain-tools">
        <Button size="small" onClick={() => setOpen(new Set(pathsOf(tree)))}>{explainWords.openAll}</Button>
        <Button size="small" onClick={() => setOpen(new Set(pathsOf(tree, openLevels)))}>{explainWords.closeAll}</Button>
        <KeyHint keys={['↑', '↓']} label={explainWords.move} />
        <KeyHint keys={['→', '←']} label={explainWords.keys} />
      </div>
      <div className="explain-head" aria-hidden="true">
        <span>{explainWords.item}</span>
        <span>{explainWords.formula}</span>
        <span className="ui-number">{explainWords.value}</span>
      </div>
      <div className="explain-tree" role="tree" aria-label={explainWords.tree} tabIndex={0} aria-activedescendant={idOf(at)} onKeyDown={answerKey}>
        {rows.map((row) => (
          <ExplanationRow
            key={row.path}
            id={idOf(row.path)}
            row={row}
            isActive={row.path === at}
            onPick={() => {
              setAt(row.path)
              if (row.hasChildren) setOpen(toggled(open, row.path))
            }}
            onOpenTask={onOpenTask}
          />
        ))}
      </div>
    </div>
  )
}
