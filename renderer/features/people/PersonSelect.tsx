import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { FieldIds } from '../../ui/FieldRow.tsx'
import { findsPerson, mergePeople, personOption, type PersonOption } from './person-option.ts'
import './people.css'
import { useLeads, usePeople } from './use-people.ts'
import { peopleWords } from './vocabulary.ts'

interface Picking extends Partial<FieldIds> {
  /** Read aloud, and the placeholder. */
  readonly label: string
  /** Only people who work in this module today. */
  readonly moduleId?: string
  /** Puts the 牵头领导 of the modules in front, also those outside the caller's view. */
  readonly among?: 'people' | 'leads'
  readonly disabled?: boolean
  readonly width?: number | string
  /** Whoever is chosen already and may be gone from the list. */
  readonly chosen?: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}

export interface PersonSelectProps extends Picking {
  readonly value: string | null
  readonly onChange: (staffId: string | null) => void
  readonly allowClear?: boolean
}

export interface PeopleSelectProps extends Picking {
  readonly value: readonly string[]
  readonly onChange: (staffIds: readonly string[]) => void
}

/** Chooses one person, found by Chinese, pinyin or initials. */
export function PersonSelect({ value, onChange, allowClear = false, ...picking }: PersonSelectProps): ReactNode {
  const common = useCommon(picking)
  return <Select<string, SelectOption> {...common} value={value} allowClear={allowClear} onChange={(next: string | undefined) => onChange(next ?? null)} />
}

/** Chooses several people. */
export function PeopleSelect({ value, onChange, ...picking }: PeopleSelectProps): ReactNode {
  const common = useCommon(picking)
  return <Select<string[], SelectOption> {...common} mode="multiple" value={[...value]} onChange={(next: string[]) => onChange(next)} />
}

interface SelectOption {
  readonly value: string
  readonly label: string
  readonly person: PersonOption
}

function useCommon({ label, moduleId, among = 'people', chosen = [], width = '100%', disabled = false, ...field }: Picking) {
  const people = usePeople(moduleId)
  const leads = useLeads()
  const listed = mergePeople(among === 'leads' ? leads : people, chosen.map((person) => personOption({ ...person, note: '' })))
  const options = listed.map((person): SelectOption => ({ value: person.id, label: person.name, person }))
  return {
    ...field,
    'aria-label': label,
    placeholder: peopleWords.pickerHint,
    disabled,
    options,
    style: { width },
    showSearch: { filterOption: (typed: string, option?: SelectOption) => option !== undefined && findsPerson(option.person, typed) },
    optionRender: ({ data: { person } }: { readonly data: SelectOption }) => (
      <span className="person-option">
        <span>{person.name}</span>
        <span className="person-option-note">{person.note}</span>
      </span>
    ),
    notFoundContent: peopleWords.nobodyFound,
  }
}
