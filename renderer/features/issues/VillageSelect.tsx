import { Select } from 'antd'
import type { ReactNode } from 'react'
import { matchesPinyin, pinyinQuery } from '../../../shared/domain/search/matches-pinyin.ts'
import type { FieldIds } from '../../ui/FieldRow.tsx'
import { useVillages, type VillageOption } from './use-villages.ts'
import { issueFormWords } from './vocabulary.ts'

export interface VillageSelectProps extends Partial<FieldIds> {
  readonly value: string | null
  readonly onChange: (villageId: string | null) => void
  readonly label: string
  readonly disabled?: boolean
}

/** Chooses a village, found by name, pinyin or initials. */
export function VillageSelect({ value, onChange, label, disabled = false, ...field }: VillageSelectProps): ReactNode {
  const villages = useVillages()
  return (
    <Select<string, { readonly value: string; readonly label: string; readonly village: VillageOption }>
      {...field}
      aria-label={label}
      placeholder={issueFormWords.pickVillage}
      value={value}
      disabled={disabled}
      style={{ width: '100%' }}
      options={villages.map((village) => ({ value: village.id, label: village.name, village }))}
      showSearch={{ filterOption: (typed, option) => option !== undefined && finds(option.village, typed) }}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  )
}

function finds({ name, key }: VillageOption, typed: string): boolean {
  const letters = pinyinQuery(typed)
  return name.includes(typed.trim()) || (letters !== null && matchesPinyin(key, letters))
}
