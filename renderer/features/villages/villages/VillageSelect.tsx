import { Select } from 'antd'
import type { ReactNode } from 'react'
import { matchesPinyin, pinyinQuery } from '../../../../shared/domain/pinyin/matches-pinyin.ts'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import type { FieldIds } from '../../../ui/FieldRow.tsx'
import '../../people/people.css'
import { useVillages } from './use-villages.ts'
import { villageWords } from './vocabulary.ts'

export interface VillageSelectProps extends Partial<FieldIds> {
  readonly value: string | null
  readonly onChange: (villageId: string | null) => void
  readonly label: string
  /** Stand in front: the villages one serves. */
  readonly first?: readonly string[]
  readonly disabled?: boolean
}

/** Chooses a village, found by name, pinyin or initials. */
export function VillageSelect({ value, onChange, label, first = [], disabled = false, ...field }: VillageSelectProps): ReactNode {
  const villages = useVillages()
  const sorted = [...villages.filter(({ id }) => first.includes(id)), ...villages.filter(({ id }) => !first.includes(id))]
  return (
    <Select<string, { readonly value: string; readonly label: string; readonly note: string }>
      {...field}
      aria-label={label}
      placeholder={villageWords.pick}
      disabled={disabled}
      value={value}
      style={{ width: '100%' }}
      options={sorted.map(({ id, name, teamLeaderName }) => ({ value: id, label: name, note: teamLeaderName ?? '' }))}
      optionRender={({ data }) => (
        <span className="person-option">
          <span>{data.label}</span>
          <span className="person-option-note">{data.note}</span>
        </span>
      )}
      showSearch={{ filterOption: (typed, option) => option !== undefined && findsVillage(option.label, typed) }}
      notFoundContent={villageWords.notFound}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  )
}

function findsVillage(name: string, typed: string): boolean {
  const pinyin = pinyinQuery(typed)
  return name.includes(typed.trim()) || (pinyin !== null && matchesPinyin(searchKeyOf(name), pinyin))
}
