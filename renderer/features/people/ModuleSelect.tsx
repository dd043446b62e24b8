import { Select } from 'antd'
import type { ReactNode } from 'react'
import { nameKeyOf } from '../../../shared/domain/pinyin/search-key.ts'
import { matchesPinyin, pinyinQuery } from '../../../shared/domain/pinyin/matches-pinyin.ts'
import type { FieldIds } from '../../ui/FieldRow.tsx'
import { ModuleMark } from '../../ui/ModuleMark.tsx'
import { useModules, type ShownModule } from '../../frame/use-modules.ts'
import { peopleWords } from './vocabulary.ts'

export interface ModuleSelectProps extends Partial<FieldIds> {
  readonly value: string | null
  readonly onChange: (moduleId: string | null) => void
  readonly label: string
  /** Which of the modules in use are offered; all unless given. */
  readonly only?: readonly string[]
  readonly allowClear?: boolean
  readonly disabled?: boolean
  readonly width?: number | string
}

/** Chooses a module, found by name, alias, pinyin or initials. */
export function ModuleSelect({ value, onChange, label, only, allowClear = false, disabled = false, width = '100%', ...field }: ModuleSelectProps): ReactNode {
  const modules = useModules()
  const offered = only === undefined ? modules : modules.filter(({ id }) => only.includes(id) || id === value)
  return (
    <Select<string, { readonly value: string; readonly label: ReactNode; readonly module: ShownModule }>
      {...field}
      aria-label={label}
      placeholder={peopleWords.pickModule}
      value={value}
      allowClear={allowClear}
      disabled={disabled}
      style={{ width }}
      options={offered.map((module) => ({ value: module.id, label: <ModuleMark name={module.name} colour={module.colour} />, module }))}
      showSearch={{ filterOption: (typed, option) => option !== undefined && finds(option.module, typed) }}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  )
}

function finds({ name, alias }: ShownModule, typed: string): boolean {
  const pinyin = pinyinQuery(typed)
  return [name, alias ?? ''].some((word) => word.includes(typed.trim()) || (pinyin !== null && matchesPinyin(nameKeyOf(word), pinyin)))
}
