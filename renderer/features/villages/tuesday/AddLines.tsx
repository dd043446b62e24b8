import { Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { tuesdayThemes, type TuesdayTheme } from '../../../../shared/domain/villages/villages/codes.ts'
import { tuesdayThemeNames } from '../../../../shared/domain/villages/villages/vocabulary.ts'
import { useApi, useMe } from '../../../api/api.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import { FormDialog } from '../../../frame/FormDialog.tsx'
import { usePeople } from '../../people/use-people.ts'
import { useVillages } from '../villages/use-villages.ts'
import { dayText } from '../../../frame/day-text.ts'
import { readPlanLines } from './read-plan-lines.ts'
import { addWords } from './vocabulary.ts'

const ids = { theme: 'lines-theme', rows: 'lines-text' } as const
const rowOf = (path: string): string => (path.startsWith('rows') ? ids.rows : '')

/** Adds lines to the plan of a Tuesday, typed or pasted as they stand in a table. */
export function AddLines({ date, onClose }: { readonly date: string; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const me = useMe()
  const notice = useNotice()
  const villages = useVillages()
  const inView = usePeople()
  const [theme, setTheme] = useState<TuesdayTheme>('team')
  const [text, setText] = useState('')
  const members = villages.flatMap((village) => village.members.map(({ staffId, staffCode, staffName }) => ({ id: staffId, code: staffCode, name: staffName })))
  const self = me.staffId === null ? [] : [{ id: me.staffId, code: '', name: me.staffName ?? me.name }]
  const people = [...new Map([...self, ...members, ...inView.map(({ id, code, name }) => ({ id, code, name }))].map((person) => [person.id, person])).values()]
  const read = readPlanLines(text, { people, villages, theme })

  async function submit() {
    if (read.faults.length > 0) return read.faults.map((sentence) => ({ id: ids.rows, sentence }))
    if (read.rows.length === 0) return [{ id: ids.rows, sentence: addWords.nothing }]
    await client.tuesday.add({ date, rows: read.rows.map((row) => ({ ...row })) })
    notice.done(addWords.added(read.rows.length))
    return []
  }

  return (
    <FormDialog title={addWords.title(dayText(date))} confirm={addWords.add} width={640} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={addWords.lines} id={ids.rows} required help={read.rows.length === 0 ? addWords.linesHelp : addWords.understood(read.rows.length)}>
        {(field) => <Input.TextArea {...field} value={text} placeholder={addWords.example} autoSize={{ minRows: 8, maxRows: 16 }} onChange={({ target }) => setText(target.value)} />}
      </FieldRow>
      <FieldRow label={addWords.theme} id={ids.theme} help={addWords.themeHelp}>
        {(field) => <Select<TuesdayTheme> {...field} value={theme} options={tuesdayThemes.map((value) => ({ value, label: tuesdayThemeNames[value] }))} onChange={setTheme} style={{ width: 240 }} />}
      </FieldRow>
    </FormDialog>
  )
}
