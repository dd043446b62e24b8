import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import type { TemplateRow } from './types.ts'
import { templateWords as words } from './vocabulary.ts'

const field = 'template-rename'

export function RenameTemplate({ template, onClose }: { readonly template: TemplateRow; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [name, setName] = useState(template.name)
  return (
    <FormDialog
      title={words.renameTitle}
      confirm={words.rename}
      fieldOf={(path) => (path === 'name' ? field : '')}
      onSubmit={async () => {
        if (name.trim() === '') return [{ id: field, sentence: words.noName }]
        await client.templates.rename({ id: template.id, version: template.version, name: name.trim() })
        notice.done(words.renamed)
        return []
      }}
      onClose={onClose}
    >
      <FieldRow label={words.name} required id={field}>
        {(ids) => <Input {...ids} value={name} maxLength={50} onChange={({ target }) => setName(target.value)} />}
      </FieldRow>
    </FormDialog>
  )
}
