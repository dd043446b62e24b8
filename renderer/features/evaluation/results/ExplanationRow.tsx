import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { ExplanationNode } from '../../../../shared/contract/evaluation/explanation.ts'
import type { TreeRow } from './tree-rows.ts'
import { explainWords } from './vocabulary.ts'

export interface ExplanationRowProps {
  readonly id: string
  readonly row: TreeRow<ExplanationNode>
  readonly isActive: boolean
  readonly onPick: () => void
  readonly onOpenTask: (taskId: string) => void
}

/** One number: what it is, by which formula and from which facts, and how much. */
export function ExplanationRow({ id, row: { node, level, isOpen, hasChildren, position, siblings }, isActive, onPick, onOpenTask }: ExplanationRowProps): ReactNode {
  const { label, formula, value, enters, notes, source, isSum } = node
  const facts = source?.facts ?? []
  const taskId = source?.kind === 'task' ? source.id : null
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-selected={isActive}
      className={`explain-row ${level <= 2 ? `explain-level-${String(level)}` : ''} ${isActive ? 'explain-active' : ''}`}
      onClick={onPick}
    >
      <span className="explain-label" style={{ paddingLeft: (level - 1) * 16 }}>
        <span className="explain-mark" aria-hidden="true">{hasChildren ? (isOpen ? '▾' : '▸') : ''}</span>
        <span>{label}</span>
      </span>
      <span className="explain-how">
        {formula === null ? isSum && hasChildren ? <span className="explain-formula">{explainWords.isSum}</span> : null : <span className="explain-formula">{formula}</span>}
        {facts.length === 0 ? null : <span className="explain-facts">{facts.map((fact) => explainWords.fact(fact.label, fact.text)).join(explainWords.factJoin)}</span>}
        {notes.length === 0 && taskId === null ? null : (
        <span className="explain-notes">
        {notes.map((note) => <span key={note} className="explain-note">{note}</span>)}
        {taskId === null ? null : (
          <Button
            type="link"
            size="small"
            tabIndex={-1}
            className="explain-link"
            onClick={(event) => {
              event.stopPropagation()
              onOpenTask(taskId)
            }}
          >
            {explainWords.openTask}
          </Button>
        )}
        </span>
        )}
      </span>
      <span className="explain-value">{value === null ? explainWords.missing : `${Number(value) === 0 ? '' : explainWords.signs[enters]}${value}`}</span>
    </div>
  )
}
