import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { findsPerson, personOption, type PersonOption } from '../../people/person-option.ts'
import { faultsOfCall } from '../system/form-faults.ts'
import { systemWords } from '../system/vocabulary.ts'
import { accountWords as words } from './vocabulary.ts'
import type { Slip } from './slip-text.ts'

export interface AddAccountProps {
  readonly onAdded: (slip: Slip) => void
  readonly onClose: () => void
}

interface Choice {
  readonly value: string
  readonly label: string
  readonly person: PersonOption
}

const nameId = 'account-name'

/** One account, for somebody who has none yet, or for administration alone. */
export function AddAccount({ onAdded, onClose }: AddAccountProps): ReactNode {
  const { client, orpc } = useApi()
  const { data: people } = useQuery(orpc.system.suggestAccounts.queryOptions())
  const [name, setName] = useState('')
  const [staffId, setStaffId] = useState<string | null>(null)
  const choices = useMemo(
    () => (people ?? []).map(({ staffId: id, staffName, moduleName }): Choice => ({ value: id, label: `${staffName} · ${moduleName}`, person: personOption({ id, code: '', name: staffName, note: moduleName }) })),
    [people],
  )

  /** The suggested login name comes with the person unless one was typed already. */
  function choose(id: string | undefined): void {
    setStaffId(id ?? null)
    const suggested = people?.find((person) => person.staffId === id)
    if (suggested !== undefined && (name === '' || people?.some((person) => person.name === name))) setName(suggested.name)
  }

  async function add(): Promise<readonly FieldFault[]> {
    const login = name.trim()
    if (login === '') return [{ id: nameId, sentence: systemWords.missing(words.name) }]
    try {
      const { oneTimePassword } = await client.system.addAccount({ name: login, staffId })
      const person = people?.find((other) => other.staffId === staffId)
      onAdded({ name: login, staffName: person?.staffName ?? '', moduleName: person?.moduleName ?? '', oneTimePassword })
      return []
    } catch (error) {
      return faultsOfCall(error, [{ path: 'name', id: nameId, label: words.name }], nameId)
    }
  }

  return (
    <FormDialog title={words.add} confirm={words.create} onSubmit={add} onClose={onClose}>
      <FieldRow label={words.person} help={words.personHelp}>
        {(field) => (
          <Select<string, Choice>
            {...field}
            allowClear
            placeholder={words.noPerson}
            notFoundContent={words.nobody}
            style={{ width: '100%' }}
            value={staffId}
            options={choices}
            showSearch={{ filterOption: (typed, option) => option !== undefined && findsPerson(option.person, typed) }}
            onChange={(id: string | undefined) => choose(id)}
          />
        )}
      </FieldRow>
      <FieldRow label={words.name} id={nameId} required help={words.nameHelp}>
        {(field) => <Input {...field} autoFocus spellCheck={false} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />}
      </FieldRow>
    </FormDialog>
  )
}
