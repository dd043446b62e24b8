import { Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { searchKeyOf } from '../../../shared/domain/pinyin/search-key.ts'
import { matchesPinyin, pinyinQuery } from '../../../shared/domain/pinyin/matches-pinyin.ts'
import { useApi } from '../../api/api.ts'
import type { FieldIds } from '../../ui/FieldRow.tsx'
import { peopleWords } from './vocabulary.ts'

export interface PostSelectProps extends Partial<FieldIds> {
  readonly value: string | null
  readonly onChange: (postId: string | null) => void
  readonly label: string
}

/** Chooses a post, found by name, pinyin or initials. */
export function PostSelect({ value, onChange, label, ...field }: PostSelectProps): ReactNode {
  const { orpc } = useApi()
  const { data = [] } = useQuery(orpc.organisation.posts.queryOptions())
  return (
    <Select<string, { readonly value: string; readonly label: string }>
      {...field}
      aria-label={label}
      placeholder={peopleWords.pickPost}
      value={value}
      style={{ width: '100%' }}
      options={data.map((post) => ({ value: post.id, label: post.name }))}
      showSearch={{ filterOption: (typed, option) => option !== undefined && finds(option.label, typed) }}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  )
}

function finds(name: string, typed: string): boolean {
  const pinyin = pinyinQuery(typed)
  return name.includes(typed.trim()) || (pinyin !== null && matchesPinyin(searchKeyOf(name), pinyin))
}
