import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { FormSheet } from '../../frame/FormSheet.tsx'
import { useSubmit } from '../../frame/use-submit.ts'
import { draftOfRegister, fieldOfDefinition, readDefinition } from './definition-form.ts'
import { DefinitionFields } from './DefinitionFields.tsx'
import type { Register } from './types.ts'
import { defineWords as words } from './vocabulary.ts'

export interface EditRegisterProps {
  readonly register: Register
  readonly onClose: () => void
}

/** 台账设置: the definition anew. What stands in the way of a change is told at its column, with the rows. */
export function EditRegister({ register, onClose }: EditRegisterProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [seen] = useState(register)
  const [first] = useState(() => draftOfRegister(register))
  const [draft, setDraft] = useState(first)
  const { faults, isSending, send, drop } = useSubmit(async () => {
    const reading = readDefinition(draft)
    if (reading.kind === 'bad') return reading.faults
    await client.registers.define({ id: seen.id, version: seen.version, ...reading.input })
    notice.done(words.saved(reading.input.name))
    onClose()
    return []
  }, fieldOfDefinition)

  async function setEnabled(enabled: boolean): Promise<void> {
    try {
      await client.registers.setEnabled({ id: seen.id, enabled, version: seen.version })
      notice.done(enabled ? words.enabled(seen.name) : words.disabled(seen.name))
      onClose()
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }

  return (
    <FormSheet
      title={words.title(register.name)}
      width={1120}
      faults={faults}
      isSending={isSending}
      isDirty={JSON.stringify(draft) !== JSON.stringify(first)}
      confirm={words.save}
      others={
        register.enabled ? (
          <ConfirmButton label={words.disable} question={words.disableQuestion(register.name)} consequence={words.disableConsequence} onConfirm={() => setEnabled(false)} />
        ) : (
          <Button onClick={() => void setEnabled(true)}>{words.enable}</Button>
        )
      }
      onSubmit={() => send()}
      onClose={onClose}
    >
      <DefinitionFields draft={draft} onChange={setDraft} faults={faults} onTouch={drop} />
    </FormSheet>
  )
}
