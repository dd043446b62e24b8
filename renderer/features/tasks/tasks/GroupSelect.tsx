import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { matchesPinyin, pinyinQuery } from '../../../../shared/domain/pinyin/matches-pinyin.ts'
import { nameKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { useApi, useMe } from '../../../api/api.ts'
import type { FieldIds } from '../../../ui/FieldRow.tsx'
import { may } from '../../../frame/may.ts'
import { groupChoice } from './vocabulary.ts'

export interface GroupSelectProps extends Partial<FieldIds> {
  readonly value: string | null
  readonly onChange: (groupId: string | null) => void
  readonly label: string
  readonly disabled?: boolean
}

/** Chooses a 专项工作组 that is not dissolved, found by name, pinyin or initials; none is a choice too. */
export function GroupSelect({ value, onChange, label, disabled = false, ...field }: GroupSelectProps): ReactNode {
  const { orpc } = useApi()
  const { data = [] } = useQuery(orpc.groups.list.queryOptions({ enabled: may(useMe(), 'register.enter') }))
  const offered = data.filter(({ id, state }) => state !== 'dissolved' || id === value)
  return (
    <Select<string, { readonly value: string; readonly label: string }>
      {...field}
      aria-label={label}
      placeholder={groupChoice.pick}
      value={value}
      allowClear
      disabled={disabled}
      style={{ width: '100%' }}
      options={offered.map(({ id, name }) => ({ value: id, label: name }))}
      showSearch={{ filterOption: (typed, option) => option !== undefined && finds(option.label, typed) }}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  )
}

function finds(name: string, typed: string): boolean {
  const letters = pinyinQuery(typed)
  return name.includes(typed.trim()) || (letters !== null && matchesPinyin(nameKeyOf(name), letters))
}
