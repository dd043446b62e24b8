import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import type { FieldIds } from '../../../ui/FieldRow.tsx'
import type { AccountRow } from '../../township/accounts/account-columns.tsx'
import type { Slip } from '../../township/accounts/slip-text.ts'
import { faultsOfCall } from '../../township/system/form-faults.ts'
import { officerWords as words } from './vocabulary.ts'

export interface OfficerSelectProps {
  readonly field: FieldIds
  readonly label: string
  readonly accounts: readonly AccountRow[]
  readonly value: string | null
  readonly onChange: (accountId: string | null) => void
  /** A new account was made for the office; its slip is to be shown. */
  readonly onCreated: (slip: Slip) => void
}

/** Who holds an office: one of the accounts, or a new one made for it. */
export function OfficerSelect({ field, label, accounts, value, onChange, onCreated }: OfficerSelectProps): ReactNode {
  const { client } = useApi()
  const [name, setName] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const faultId = `${field.id}-new`
  const options = accounts.filter(({ enabled }) => enabled).map(({ id, name: login, staffName }) => ({ value: id, label: staffName === null || staffName === login ? login : `${login}（${staffName}）` }))

  async function create(typed: string): Promise<void> {
    if (typed.trim() === '') {
      setFault(words.nameMissing)
      return
    }
    try {
      const { id, oneTimePassword } = await client.system.addAccount({ name: typed.trim(), staffId: null })
      onChange(id)
      onCreated({ name: typed.trim(), staffName: '', moduleName: label, oneTimePassword })
      setName(null)
      setFault(null)
    } catch (error) {
      setFault(faultsOfCall(error, [{ path: 'name', id: field.id, label: words.creating }])[0]?.sentence ?? null)
    }
  }

  if (name === null) {
    return (
      <div className="wizard-line wizard-officer">
        <Select<string, { readonly value: string; readonly label: string }>
          {...field}
          placeholder={words.choose}
          value={value}
          options={options}
          showSearch={{ filterOption: (typed, option) => option?.label.toLowerCase().includes(typed.trim().toLowerCase()) ?? false }}
          onChange={onChange}
        />
        <Button onClick={() => setName('')}>{words.create}</Button>
      </div>
    )
  }
  return (
    <>
      <div className="wizard-line wizard-officer">
        <Input
          id={field.id}
          aria-label={words.creating}
          placeholder={words.creating}
          autoFocus
          status={fault === null ? '' : 'error'}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : faultId}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            void create(name)
          }}
        />
        <Button type="primary" onClick={() => void create(name)}>
          {words.add}
        </Button>
        <Button
          onClick={() => {
            setName(null)
            setFault(null)
          }}
        >
          {words.cancel}
        </Button>
      </div>
      {fault === null ? null : (
        <div id={faultId} className="ui-field-fault" role="alert">
          {fault}
        </div>
      )}
    </>
  )
}
