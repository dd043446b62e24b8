import { Button, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { plainAt, valueAt } from './document-path.ts'
import type { Parameter } from './parameter.ts'
import { parameterCodes, parameterText, shownText } from './parameter-text.ts'
import type { PlanScope } from './plan-scope.ts'
import { editWords, planWords } from './vocabulary.ts'

export interface ParameterLineProps {
  readonly id: string
  readonly parameter: Parameter
  /** The document as it is seen in the scope, as it has been typed until now. */
  readonly seen: unknown
  /** The same before anything was typed; in the scope of a track the base, which the track may differ from. */
  readonly before: unknown
  readonly scope: PlanScope
  readonly fault: string | undefined
  /** Commands of the row. */
  readonly commands?: ReactNode
  /** Without it the line only reads. */
  readonly onType?: (typed: string | readonly string[]) => void
}

/** Whether a constant reads otherwise than before, or was not there. */
export function isChanged({ parameter, seen, before }: Pick<ParameterLineProps, 'parameter' | 'seen' | 'before'>): boolean {
  return shownText(seen, parameter) !== shownText(before, parameter) || (valueAt(before, parameter.path) === undefined && valueAt(seen, parameter.path) !== undefined)
}

/** One constant of a plan. */
export function ParameterLine({ id, parameter, seen, before, scope, fault, commands, onType }: ParameterLineProps): ReactNode {
  const changed = isChanged({ parameter, seen, before })
  const hasBefore = valueAt(before, parameter.path) !== undefined || parameter.type.kind === 'text' || parameter.type.kind === 'choice'
  const note = !changed || !hasBefore ? null : scope === 'all' ? planWords.changedFrom(shownText(before, parameter)) : editWords.baseValue(shownText(before, parameter))
  const isWide = parameter.type.kind === 'codes'
  return (
    <div className={['plan-row', ...(changed ? ['plan-changed'] : []), ...(isWide ? ['plan-row-wide'] : [])].join(' ')}>
      <label htmlFor={id}>{parameter.label}</label>
      {onType === undefined ? (
        <output id={id}>{shownText(seen, parameter)}</output>
      ) : (
        <span className="plan-input">
          <ParameterInput id={id} parameter={parameter} seen={seen} hasFault={fault !== undefined} onType={onType} />
          {note === null ? null : <span className="plan-before">{note}</span>}
          {note === null || scope === 'all' ? null : <RestoreButton parameter={parameter} before={before} onType={onType} />}
          {commands}
        </span>
      )}
      {fault === undefined ? null : <span id={faultId(id)} className="ui-field-fault plan-fault">{fault}</span>}
    </div>
  )
}

function RestoreButton({ parameter, before, onType }: { readonly parameter: Parameter; readonly before: unknown; readonly onType: (typed: string | readonly string[]) => void }): ReactNode {
  const restore = () => onType(parameter.type.kind === 'codes' ? parameterCodes(before, parameter) : String(plainAt(before, parameter.path) ?? ''))
  return <Button type="link" size="small" className="plan-command" aria-label={editWords.restoreOf(parameter.label)} onClick={restore}>{editWords.restore}</Button>
}

function faultId(id: string): string {
  return `${id}-fault`
}

interface ParameterInputProps extends Pick<ParameterLineProps, 'id' | 'parameter' | 'seen'> {
  readonly hasFault: boolean
  readonly onType: (typed: string | readonly string[]) => void
}

function ParameterInput({ id, parameter, seen, hasFault, onType }: ParameterInputProps): ReactNode {
  const { type } = parameter
  const text = parameterText(seen, parameter)
  const marks = { 'aria-invalid': hasFault, 'aria-describedby': hasFault ? faultId(id) : undefined } as const
  switch (type.kind) {
    case 'choice':
      return <Select id={id} size="small" className="plan-choice" value={text} options={[...(type.optional ? [{ value: '', label: editWords.notSet }] : []), ...type.choices.map((choice) => ({ ...choice }))]} onChange={onType} />
    case 'codes':
      return <Select<string[]> id={id} size="small" mode="multiple" className="plan-codes" value={[...parameterCodes(seen, parameter)]} options={type.choices.map((choice) => ({ ...choice }))} onChange={onType} />
    case 'text':
      return <Input id={id} className="plan-word" {...marks} status={hasFault ? 'error' : ''} value={text} placeholder={type.usual} onChange={({ target }) => onType(target.value)} />
    case 'count':
    case 'decimal':
      return <Input id={id} className="plan-number" inputMode="decimal" {...marks} status={hasFault ? 'error' : ''} value={text} placeholder={type.nullable ? planWords.noLimit : ''} onChange={({ target }) => onType(target.value)} />
  }
}
