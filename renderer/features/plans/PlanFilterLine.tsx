import { Checkbox, Input, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { tracks } from '../../../shared/domain/people/codes.ts'
import { trackLabels } from '../../../shared/domain/people/vocabulary.ts'
import { hasOwn, type PlanScope } from './plan-scope.ts'
import { editWords } from './vocabulary.ts'

export interface PlanFilterLineProps {
  readonly document: unknown
  readonly scope: PlanScope
  readonly onScope: (scope: PlanScope) => void
  readonly find: string
  readonly onFind: (find: string) => void
  /** Without it there is nothing to narrow to. */
  readonly changed?: { readonly only: boolean; readonly onOnly: (only: boolean) => void }
  readonly children?: ReactNode
}

/** 党政正职 are not scored, so nothing holds for them. */
const scored = tracks.filter((track) => track !== 'excluded')

/** For whom, which, and what adds up: the line above the constants. */
export function PlanFilterLine({ document, scope, onScope, find, onFind, changed, children }: PlanFilterLineProps): ReactNode {
  const id = useId()
  return (
    <div className="evaluation-line plan-line">
      <label htmlFor={id}>{editWords.scope}</label>
      <Select<PlanScope>
        id={id}
        size="small"
        className="plan-scope"
        title={editWords.scopeHint}
        value={scope}
        options={[{ value: 'all', label: editWords.scopeAll }, ...scored.map((track) => ({ value: track, label: hasOwn(document, track) ? editWords.scopeOwn(trackLabels[track]) : trackLabels[track] }))]}
        onChange={onScope}
      />
      <Input size="small" className="plan-find" allowClear placeholder={editWords.find} aria-label={editWords.find} value={find} onChange={({ target }) => onFind(target.value)} />
      {changed === undefined ? null : <Checkbox checked={changed.only} onChange={({ target }) => changed.onOnly(target.checked)}>{editWords.onlyChanged}</Checkbox>}
      {children}
    </div>
  )
}
