import { Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { lengthFaults } from '../../../frame/field-faults.ts'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { layoutWords } from './vocabulary.ts'

export interface NameLayoutProps {
  readonly title: string
  readonly confirm: string
  readonly name: string
  readonly onName: (name: string) => Promise<void>
  readonly onClose: () => void
}

const longestName = 50

/** Asks for the name of a form, of a new one or of one that is there. */
export function NameLayout({ title, confirm, name: before, onName, onClose }: NameLayoutProps): ReactNode {
  const id = useId()
  const [name, setName] = useState(before)
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      onClose={onClose}
      fieldOf={() => id}
      onSubmit={async () => {
        const faults = name.trim() === '' ? [{ id, sentence: layoutWords.nameRequired }] : lengthFaults(id, layoutWords.newName, name, longestName)
        if (faults.length > 0) return faults
        await onName(name.trim())
        return []
      }}
    >
      <FieldRow id={id} label={layoutWords.newName} required>
        {(field) => <Input {...field} value={name} onChange={({ target }) => setName(target.value)} />}
      </FieldRow>
    </FormDialog>
  )
}
