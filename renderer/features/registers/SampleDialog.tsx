import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../api/api.ts'
import { FieldRow } from '../../ui/FieldRow.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { FormDialog } from '../../frame/FormDialog.tsx'
import { seesAll } from '../../frame/may.ts'
import { moduleWords } from '../../frame/vocabulary.ts'
import type { MakingProps } from './NewRegister.tsx'
import { defineWords as words } from './vocabulary.ts'

/** 从示例新建: a definition that comes with the program, those of this module first. */
export function SampleDialog({ module, onMade, onClose }: MakingProps): ReactNode {
  const { client, orpc } = useApi()
  const me = useMe()
  const notice = useNotice()
  const { data = [] } = useQuery(orpc.registers.samples.queryOptions())
  const [chosen, setChosen] = useState<string | null>(null)
  const [name, setName] = useState('')
  const offered = data.filter(({ moduleCode }) => moduleCode !== null || seesAll(me)).toSorted((a, b) => Number(b.moduleCode === module.code) - Number(a.moduleCode === module.code))
  const sample = offered.find(({ code }) => code === chosen)

  async function make() {
    if (sample === undefined) return [{ id: 'sample', sentence: moduleWords.required(words.sample) }]
    if (name.trim() === '') return [{ id: 'name', sentence: moduleWords.required(words.name) }]
    const { code } = await client.registers.addFromSample({ sample: sample.code, moduleId: sample.moduleCode === null ? null : module.id, name: name.trim() })
    notice.done(words.created(name.trim()))
    onMade(code)
    return []
  }

  return (
    <FormDialog title={words.sampleTitle} confirm={words.create} width={560} onSubmit={make} fieldOf={(path) => (path === 'name' ? 'name' : '')} onClose={onClose}>
      <FieldRow id="sample" label={words.sample} required {...(sample === undefined ? {} : { help: `${sample.description}。${words.sampleColumns(sample.columns)}` })}>
        {(field) => (
          <Select<string>
            {...field}
            placeholder={words.pickSample}
            style={{ width: '100%' }}
            {...(chosen === null ? {} : { value: chosen })}
            options={offered.map(({ code, name: label, exists }) => ({ value: code, label: exists ? `${label}${words.existing}` : label }))}
            onChange={(code) => {
              setChosen(code)
              setName(offered.find((one) => one.code === code)?.name ?? '')
            }}
          />
        )}
      </FieldRow>
      <FieldRow id="name" label={words.name} required>{(field) => <Input {...field} value={name} onChange={({ target }) => setName(target.value)} />}</FieldRow>
    </FormDialog>
  )
}
