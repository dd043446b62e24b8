import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { pathText } from './document-path.ts'
import { withChange, type ParameterChanges } from './parameter-changes.ts'
import { parameterCodes, parameterText, shownText } from './parameter-text.ts'
import type { PlanFault } from './plan-faults.ts'
import type { Parameter, ParameterGroup } from './plan-parameters.ts'
import { planWords } from './vocabulary.ts'

export interface ParameterTableProps {
  readonly group: ParameterGroup
  readonly document: unknown
  readonly changes: ParameterChanges
  readonly faults: readonly PlanFault[]
  readonly idOf: (field: string) => string
  /** Without it the table only reads. */
  readonly onChange?: (changes: ParameterChanges) => void
}

/** The constants of one part of a plan. */
export function ParameterTable({ group, document, changes, faults, idOf, onChange }: ParameterTableProps): ReactNode {
  const titleId = idOf(`group-${group.key}`)
  return (
    <section className="plan-group" aria-labelledby={titleId}>
      <h3 id={titleId}>{group.title}</h3>
      {group.parameters.map((parameter) => {
        const field = pathText(parameter.path)
        const fault = faults.find((one) => one.field === field)
        const typed = changes.get(field)
        return (
          <div key={field} className={typed === undefined ? 'plan-row' : 'plan-row plan-changed'}>
            <label htmlFor={idOf(field)}>{parameter.label}</label>
            {onChange === undefined ? (
              <output id={idOf(field)}>{shownText(document, parameter)}</output>
            ) : (
              <span className="plan-input">
                <ParameterInput id={idOf(field)} parameter={parameter} document={document} typed={typed} hasFault={fault !== undefined} onType={(next) => onChange(withChange(changes, document, parameter, next))} />
                {typed === undefined ? null : <span className="plan-before">{planWords.changedFrom(shownText(document, parameter))}</span>}
              </span>
            )}
            {fault === undefined ? null : <span id={faultId(idOf(field))} className="ui-field-fault plan-fault">{fault.sentence}</span>}
          </div>
        )
      })}
    </section>
  )
}

function faultId(id: string): string {
  return `${id}-fault`
}

interface ParameterInputProps {
  readonly id: string
  readonly parameter: Parameter
  readonly document: unknown
  readonly typed: string | readonly string[] | undefined
  readonly hasFault: boolean
  readonly onType: (typed: string | readonly string[]) => void
}

function ParameterInput({ id, parameter, document, typed, hasFault, onType }: ParameterInputProps): ReactNode {
  const { type } = parameter
  const text = typeof typed === 'string' ? typed : parameterText(document, parameter)
  switch (type.kind) {
    case 'choice':
      return <Select id={id} size="small" className="plan-choice" value={text} options={type.choices.map((choice) => ({ ...choice }))} onChange={onType} />
    case 'codes':
      return <Select<string[]> id={id} size="small" mode="multiple" className="plan-codes" value={typed === undefined || typeof typed === 'string' ? [...parameterCodes(document, parameter)] : [...typed]} options={type.choices.map((choice) => ({ ...choice }))} onChange={onType} />
    case 'count':
    case 'decimal':
      return <Input id={id} className="plan-number" inputMode="decimal" status={hasFault ? 'error' : ''} aria-invalid={hasFault} aria-describedby={hasFault ? faultId(id) : undefined} value={text} placeholder={type.nullable ? planWords.noLimit : ''} onChange={({ target }) => onType(target.value)} />
  }
}
