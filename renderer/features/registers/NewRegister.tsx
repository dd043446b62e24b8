import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../api/api.ts'
import { Choices } from '../../ui/Choices.tsx'
import { FieldRow } from '../../ui/FieldRow.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { FormSheet } from '../../frame/FormSheet.tsx'
import { seesAll } from '../../frame/may.ts'
import { useSubmit } from '../../frame/use-submit.ts'
import { blankDefinition, fieldOfDefinition, readDefinition } from './definition-form.ts'
import { DefinitionFields } from './DefinitionFields.tsx'
import { defineWords as words } from './vocabulary.ts'

export interface MakingProps {
  readonly module: { readonly id: string; readonly code: string; readonly name: string }
  readonly onMade: (code: string) => void
  readonly onClose: () => void
}

/** 新建台账, of the module or, for who sees the whole township, one of the 三库. */
export function NewRegister({ module, onMade, onClose }: MakingProps): ReactNode {
  const { client } = useApi()
  const me = useMe()
  const notice = useNotice()
  const [first] = useState(blankDefinition)
  const [draft, setDraft] = useState(first)
  const [place, setPlace] = useState<'module' | 'shared'>('module')
  const { faults, isSending, send, drop } = useSubmit(async () => {
    const reading = readDefinition(draft)
    if (reading.kind === 'bad') return reading.faults
    const { code } = await client.registers.create({ moduleId: place === 'module' ? module.id : null, ...reading.input })
    notice.done(words.created(reading.input.name))
    onClose()
    onMade(code)
    return []
  }, fieldOfDefinition)
  return (
    <FormSheet title={words.newTitle} width={1120} faults={faults} isSending={isSending} isDirty={JSON.stringify(draft) !== JSON.stringify(first)} confirm={words.create} onSubmit={() => send()} onClose={onClose}>
      {seesAll(me) ? (
        <FieldRow label={words.place} isGroup>
          {(field) => <Choices field={field} value={place} options={[{ value: 'module', label: words.thisModule(module.name) }, { value: 'shared', label: words.shared }]} onChange={setPlace} />}
        </FieldRow>
      ) : null}
      <DefinitionFields draft={draft} onChange={setDraft} faults={faults} onTouch={drop} />
    </FormSheet>
  )
}
