import { Input } from 'antd'
import type { ReactNode } from 'react'
import { changeFormLabel } from '../../../../shared/domain/papers/edit-layout.ts'
import type { FormLayout, Layout } from '../../../../shared/domain/papers/layout.ts'
import { editorWords } from './vocabulary.ts'

export interface FormLabelsProps {
  readonly sheet: string
  readonly form: FormLayout
  readonly onChange?: (change: (layout: Layout) => Layout) => void
}

/** The words before the fields of a printed form, in the order in which they stand on it. */
export function FormLabels({ sheet, form, onChange }: FormLabelsProps): ReactNode {
  const labels = form.rows.flatMap(({ cells }, row) => cells.map(({ label }, cell) => ({ row, cell, label })))
  return (
    <section className="layout-table">
      <h3>{editorWords.labels}</h3>
      <div className="layout-labels">
        {labels.map(({ row, cell, label }, index) => (
          <Input key={`${String(row)}.${String(cell)}`} aria-label={editorWords.label(index + 1)} disabled={onChange === undefined} value={label} onChange={({ target }) => onChange?.((now) => changeFormLabel(now, sheet, { row, cell }, target.value))} />
        ))}
      </div>
    </section>
  )
}
