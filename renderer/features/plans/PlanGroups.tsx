import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNotice } from '../../ui/use-notice.tsx'
import { pathText, valueAt, withItemMoved, withValueAt } from './document-path.ts'
import { isChanged, ParameterLine } from './ParameterLine.tsx'
import type { Parameter, ParameterGroup, ParameterRow } from './parameter.ts'
import { withTyped } from './parameter-text.ts'
import { pathIn, type PlanFault } from './plan-check.ts'
import { gradesLeft, withoutRow, withStep, withWord, withWordChanged, type GrowingPart } from './plan-rows.ts'
import type { PlanScope } from './plan-scope.ts'
import { editWords, rowWords } from './vocabulary.ts'
import { WordDialog } from './WordDialog.tsx'

export interface PlanGroupsProps {
  readonly groups: readonly ParameterGroup[]
  readonly seen: unknown
  readonly before: unknown
  readonly scope: PlanScope
  readonly faults: readonly PlanFault[]
  readonly idOf: (field: string) => string
  /** Only constants whose name or part holds this. */
  readonly find?: string
  readonly onlyChanged?: boolean
  /** Without it everything only reads. */
  readonly onChange?: (change: (seen: unknown) => unknown) => void
}

interface Asking {
  readonly part: GrowingPart
  readonly row?: ParameterRow
}

/** The constants of a plan, part by part, as many columns as there is room for. */
export function PlanGroups({ groups, seen, before, scope, faults, idOf, find = '', onlyChanged = false, onChange }: PlanGroupsProps): ReactNode {
  const notice = useNotice()
  const [asking, setAsking] = useState<Asking | null>(null)
  const sought = find.trim()
  const isShown = (group: ParameterGroup, parameter: Parameter) => (sought === '' || group.title.includes(sought) || parameter.label.includes(sought)) && (!onlyChanged || isChanged({ parameter, seen, before }))
  const isWhole = sought === '' && !onlyChanged

  function line(parameter: Parameter, commands?: ReactNode): ReactNode {
    const field = pathText(pathIn(scope, parameter.path))
    const fault = faults.find((one) => one.field === field)?.sentence
    return <ParameterLine key={field} id={idOf(field)} parameter={parameter} seen={seen} before={before} scope={scope} fault={fault} commands={commands} {...(onChange === undefined ? {} : { onType: (typed: string | readonly string[]) => onChange((document) => withTyped(document, parameter, typed)) })} />
  }

  function takeAway(part: GrowingPart, row: ParameterRow): void {
    const held = valueAt(seen, part.path)
    onChange?.((document) => withoutRow(document, part, row.key))
    notice.done(editWords.removed(row.name), () => onChange?.((document) => withValueAt(document, part.path, held)))
  }

  /** A track takes nothing away from a table of the base: what it does not have otherwise holds for it too. */
  function commandsOf(part: GrowingPart, row: ParameterRow): ReactNode {
    if (onChange === undefined) return null
    const isOfBase = scope !== 'all' && part.kind === 'table' && valueAt(before, [...part.path, row.key]) !== undefined
    const at = part.rows.indexOf(row)
    const move = (by: -1 | 1) => onChange((document) => withItemMoved(document, part.path, at, by))
    return (
      <span className="plan-commands">
        {part.kind === 'pools' ? (
          <>
            <Button type="link" size="small" className="plan-command" disabled={at === 0} aria-label={editWords.upOf(row.name)} onClick={() => move(-1)}>{editWords.up}</Button>
            <Button type="link" size="small" className="plan-command" disabled={at === part.rows.length - 1} aria-label={editWords.downOf(row.name)} onClick={() => move(1)}>{editWords.down}</Button>
          </>
        ) : null}
        {part.kind === 'list' || isOfBase || (part.kind === 'table' && part.of === 'bonusFactors') ? null : <Button type="link" size="small" className="plan-command" aria-label={editWords.renameOf(row.name)} onClick={() => setAsking({ part, row })}>{editWords.rename}</Button>}
        {isOfBase || (part.kind === 'list' && part.rows.length === 1) ? null : <Button type="link" size="small" className="plan-command" aria-label={editWords.removeOf(row.name)} onClick={() => takeAway(part, row)}>{editWords.remove}</Button>}
      </span>
    )
  }

  function addButton(part: GrowingPart): ReactNode {
    if (onChange === undefined || !isWhole) return null
    const words = rowWords[part.kind === 'pools' ? 'pools' : part.of]
    const isFull = part.kind === 'table' && part.of === 'bonusFactors' && gradesLeft(seen, part.path).length === 0
    if (isFull) return null
    const add = () => {
      if (part.kind === 'list') onChange((document) => withStep(document, part.of, part.path))
      else setAsking({ part })
    }
    return <Button size="small" className="plan-add" onClick={add}>{words.add}</Button>
  }

  function growing(group: ParameterGroup, part: GrowingPart): ReactNode {
    return (
      <div key={pathText(part.path)}>
        {part.rows.map((row) => {
          const own = row.parameters.filter((parameter) => isShown(group, parameter))
          if (own.length === 0) return null
          if (part.kind !== 'pools') return own.map((parameter, at) => line(parameter, at === 0 ? commandsOf(part, row) : undefined))
          return (
            <div key={row.name}>
              <div className="plan-row plan-row-head">
                <span>{row.name}</span>
                {commandsOf(part, row)}
              </div>
              {own.map((parameter) => line(parameter))}
            </div>
          )
        })}
        {addButton(part)}
      </div>
    )
  }

  const sections = groups.flatMap((group) => {
    const has = group.parts.some((part) => (part.kind === 'fields' ? part.parameters : part.rows.flatMap(({ parameters }) => parameters)).some((parameter) => isShown(group, parameter)))
    if (!has && !isWhole) return []
    const titleId = idOf(`group-${group.key}`)
    return [
      <section key={group.key} className="plan-group" aria-labelledby={titleId}>
        <h3 id={titleId}>{group.title}</h3>
        {group.parts.map((part) => (part.kind === 'fields' ? part.parameters.filter((parameter) => isShown(group, parameter)).map((parameter) => line(parameter)) : growing(group, part)))}
      </section>,
    ]
  })

  return (
    <>
      {sections.length === 0 ? <p className="plan-none">{onlyChanged && sought === '' ? editWords.noneChanged : editWords.noneFound}</p> : <div className="plan-groups">{sections}</div>}
      {asking === null || onChange === undefined ? null : (
        <WordDialog
          document={seen}
          part={asking.part}
          {...(asking.row === undefined ? {} : { present: asking.row.name })}
          onClose={() => setAsking(null)}
          onWord={(word) => {
            const { part, row } = asking
            onChange((document) => (row === undefined ? withWord(document, part, word) : withWordChanged(document, part, row.key, word)))
          }}
        />
      )}
    </>
  )
}
