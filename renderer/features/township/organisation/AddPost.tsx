import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import type { FieldFault } from '../../../ui/FormErrors.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { faultsOfCall } from '../system/form-faults.ts'
import { systemWords } from '../system/vocabulary.ts'
import { townshipWords as words } from './vocabulary.ts'
import { isFactor, isPostScore } from './posts.ts'

const worths = [
  { key: 'score', isValid: isPostScore, fault: words.number, help: words.scoreHelp },
  { key: 'coefficient', isValid: isPostScore, fault: words.number, help: words.scoreHelp },
  { key: 'workload', isValid: isFactor, fault: words.factor, help: words.factorHelp },
  { key: 'difficulty', isValid: isFactor, fault: words.factor, help: words.factorHelp },
  { key: 'risk', isValid: isFactor, fault: words.factor, help: words.factorHelp },
] as const

const idOf = (key: string) => `post-${key}`

/** A post, with what it is worth as far as that is known. */
export function AddPost({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [typed, setTyped] = useState({ name: '', score: '', coefficient: '', workload: '', difficulty: '', risk: '' })

  async function add(): Promise<readonly FieldFault[]> {
    const name = typed.name.trim()
    const wrong = worths.filter(({ key, isValid }) => typed[key].trim() !== '' && !isValid(typed[key].trim())).map(({ key, fault }) => ({ id: idOf(key), sentence: fault(words[key]) }))
    const found = [...(name === '' ? [{ id: idOf('name'), sentence: systemWords.missing(words.post) }] : []), ...wrong]
    if (found.length > 0) return found
    const orNone = (text: string) => (text.trim() === '' ? null : text.trim())
    try {
      await client.organisation.addPost({ name, score: orNone(typed.score), coefficient: orNone(typed.coefficient), workload: orNone(typed.workload), difficulty: orNone(typed.difficulty), risk: orNone(typed.risk) })
      notice.done(words.saved(name))
      return []
    } catch (error) {
      return faultsOfCall(error, [{ path: 'name', id: idOf('name'), label: words.post }, ...worths.map(({ key }) => ({ path: key, id: idOf(key), label: words[key] }))], idOf('name'))
    }
  }

  return (
    <FormDialog title={words.addPost} confirm={systemWords.save} onSubmit={add} onClose={onClose}>
      <FieldRow label={words.post} id={idOf('name')} required>
        {(field) => <Input {...field} autoFocus value={typed.name} onChange={(event) => setTyped({ ...typed, name: event.target.value })} />}
      </FieldRow>
      {worths.map(({ key, help }) => (
        <FieldRow key={key} label={words[key]} id={idOf(key)} help={help}>
          {(field) => <Input {...field} inputMode="decimal" value={typed[key]} onChange={(event) => setTyped({ ...typed, [key]: event.target.value })} />}
        </FieldRow>
      ))}
    </FormDialog>
  )
}
