import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { workbookBooks, type WorkbookBook } from '../../../../shared/domain/papers/codes.ts'
import { layoutBookNames } from '../../../../shared/domain/papers/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { templateWords as words } from './vocabulary.ts'

export interface AddTemplateProps {
  readonly onAdded: (id: string) => void
  readonly onClose: () => void
}

interface Chosen {
  readonly name: string
  readonly bytes: Uint8Array
}

const ids = { file: 'template-file', name: 'template-name', book: 'template-book' } as const

/** 新增上级模板: the file, a name, and which workbook's data fill it. */
export function AddTemplate({ onAdded, onClose }: AddTemplateProps): ReactNode {
  const { client, desktop } = useApi()
  const notice = useNotice()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [name, setName] = useState('')
  const [book, setBook] = useState<WorkbookBook>('evaluation')

  async function choose(): Promise<void> {
    const opened = await desktop.openFile({ title: words.chooseTitle, accept: [{ label: words.workbook, extensions: ['xlsx'] }] })
    if (opened.kind === 'failed') notice.failed(opened.reason)
    if (opened.kind !== 'opened') return
    setChosen({ name: opened.name, bytes: opened.bytes })
    if (name.trim() === '') setName(opened.name.replace(/\.xlsx$/i, '').slice(0, 50))
  }

  return (
    <FormDialog
      title={words.addTitle}
      confirm={words.add}
      width={560}
      fieldOf={(path) => (path === 'name' ? ids.name : path === 'file' ? ids.file : '')}
      onSubmit={async () => {
        if (chosen === null) return [{ id: ids.file, sentence: words.noFile }]
        if (name.trim() === '') return [{ id: ids.name, sentence: words.noName }]
        const { id } = await client.templates.add({ file: new File([new Uint8Array(chosen.bytes)], chosen.name), name: name.trim(), book })
        notice.done(words.added(name.trim()))
        onAdded(id)
        return []
      }}
      onClose={onClose}
    >
      <FieldRow label={words.file} required isGroup id={ids.file}>
        {(field) => (
          <span className="template-file">
            <Button id={field.id} aria-describedby={field['aria-describedby']} onClick={() => void choose()}>{chosen === null ? words.choose : words.chooseAnother}</Button>
            <span>{chosen?.name}</span>
          </span>
        )}
      </FieldRow>
      <FieldRow label={words.name} required id={ids.name}>
        {(field) => <Input {...field} value={name} maxLength={50} onChange={({ target }) => setName(target.value)} />}
      </FieldRow>
      <FieldRow label={words.book} required id={ids.book} help={words.bookHelp}>
        {(field) => <Select {...field} value={book} options={workbookBooks.map((value) => ({ value, label: layoutBookNames[value] }))} onChange={setBook} />}
      </FieldRow>
    </FormDialog>
  )
}
