import { useState, type ReactNode } from 'react'
import { personFields } from '../../../shared/domain/people/fields.ts'
import { useApi } from '../../api/api.ts'
import { useNotice } from '../../ui/use-notice.tsx'
import { FormSheet } from '../../frame/FormSheet.tsx'
import { useSubmit } from '../../frame/use-submit.ts'
import type { PersonRow } from './people-columns.tsx'
import { PersonFields } from './PersonFields.tsx'
import { fieldId, readPerson, textsOf } from './person-form.ts'
import { formWords, sheetWords } from './vocabulary.ts'

export interface EditPersonProps {
  readonly person: PersonRow
  readonly onClose: () => void
}

function rowOf(path: string): string {
  const field = personFields.find((name) => name === path)
  return field === undefined ? '' : fieldId(field)
}

/** 修改资料: all fields of a person at once. */
export function EditPerson({ person, onClose }: EditPersonProps): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [before] = useState(person)
  const [texts, setTexts] = useState(() => textsOf(person))
  const { faults, isSending, send, drop } = useSubmit(async () => {
    const reading = readPerson(texts)
    if (reading.kind === 'bad') return reading.faults
    await client.people.edit({ ...reading.values, id: before.id, version: before.version })
    notice.done(sheetWords.saved)
    onClose()
    return []
  }, rowOf)
  return (
    <FormSheet title={formWords.editTitle(before.name)} faults={faults} isSending={isSending} isDirty={JSON.stringify(texts) !== JSON.stringify(textsOf(before))} confirm={formWords.save} onSubmit={() => send()} onClose={onClose}>
      <PersonFields texts={texts} onChange={setTexts} faults={faults} onTouch={drop} />
    </FormSheet>
  )
}
