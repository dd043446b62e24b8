import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { personFields } from '../../../shared/domain/people/fields.ts'
import { sexLabels } from '../../../shared/domain/people/vocabulary.ts'
import { useApi, useMe } from '../../api/api.ts'
import { today } from '../../api/today.ts'
import { FieldRow } from '../../ui/FieldRow.tsx'
import type { FieldFault } from '../../ui/FormErrors.tsx'
import { Section } from '../../ui/Section.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { DayInput } from '../../frame/DayInput.tsx'
import { dayFaults } from '../../frame/field-faults.ts'
import { FormSheet } from '../../frame/FormSheet.tsx'
import { seesAll } from '../../frame/may.ts'
import { useSubmit } from '../../frame/use-submit.ts'
import { ModuleSelect } from './ModuleSelect.tsx'
import './people.css'
import { PersonFields } from './PersonFields.tsx'
import { emptyPerson, fieldId, idNoValue, idNoWord, readPerson, withIdNumber } from './person-form.ts'
import { PostSelect } from './PostSelect.tsx'
import { columnTitles, formWords } from './vocabulary.ts'

export interface AddPersonProps {
  /** Where the first assignment is, unless another module is chosen. */
  readonly moduleId: string | undefined
  readonly onClose: () => void
}

const fieldNames = [...personFields, 'idNo', 'moduleId', 'postId', 'from'] as const

/** The FieldRow of a field of the input. */
function rowOf(path: string): string {
  const field = fieldNames.find((name) => name === path)
  return field === undefined ? '' : fieldId(field)
}

interface FirstPlace {
  readonly module: string | null
  readonly post: string | null
  readonly from: string | null
}

/** 新增人员: a person with the first assignment. */
export function AddPerson({ moduleId, onClose }: AddPersonProps): ReactNode {
  const { client } = useApi()
  const me = useMe()
  const notice = useNotice()
  const first = { module: moduleId ?? null, post: null, from: today() }
  const [blank, setBlank] = useState(emptyPerson)
  const [texts, setTexts] = useState(blank)
  const [idNo, setIdNo] = useState('')
  const [place, setPlace] = useState<FirstPlace>(first)

  const { faults, isSending, send, drop } = useSubmit(async (way: 'one' | 'another') => {
    const found = faultsNow()
    const person = readPerson(texts)
    if (found.length > 0 || person.kind === 'bad' || place.module === null || place.post === null || place.from === null) return found
    await client.people.add({ ...person.values, idNo: idNoValue(idNo), moduleId: place.module, postId: place.post, from: place.from })
    notice.done(formWords.added(person.values.name))
    if (way === 'another') {
      const next = { ...emptyPerson, identity: texts.identity, track: texts.track }
      setBlank(next)
      setTexts(next)
      setIdNo('')
      document.getElementById(fieldId('name'))?.focus()
    } else onClose()
    return []
  }, rowOf)

  function faultsNow(): readonly FieldFault[] {
    const person = readPerson(texts)
    const about = (field: 'idNo' | 'moduleId' | 'postId', sentence: string | undefined) => (sentence === undefined ? [] : [{ id: fieldId(field), sentence }])
    return [
      ...(person.kind === 'bad' ? person.faults : []),
      ...about('idNo', idNoWord(idNo, sexLabels).fault),
      ...about('moduleId', place.module === null ? formWords.choose(formWords.module) : undefined),
      ...about('postId', place.post === null ? formWords.choose(formWords.post) : undefined),
      ...dayFaults(fieldId('from'), formWords.from, place.from),
    ]
  }

  function move(field: 'moduleId' | 'postId' | 'from', change: Partial<FirstPlace>): void {
    drop(fieldId(field))
    setPlace({ ...place, ...change })
  }

  const faultOf = (field: 'idNo' | 'moduleId' | 'postId' | 'from') => faults.find(({ id }) => id === fieldId(field))?.sentence
  const word = idNoWord(idNo, sexLabels)
  // While a number is being typed it is only too short; that is said when it is left or sent.
  const idFault = word.fault !== undefined && idNo.replace(/\s/gu, '').length >= 18 ? word.fault : faultOf('idNo')

  return (
    <FormSheet
      title={formWords.addTitle}
      faults={faults}
      isSending={isSending}
      isDirty={JSON.stringify(texts) !== JSON.stringify(blank) || idNo !== ''}
      confirm={formWords.add}
      others={<Button disabled={isSending} onClick={() => send('another')}>{formWords.addAnother}</Button>}
      onSubmit={() => send('one')}
      onClose={onClose}
    >
      <PersonFields
        texts={texts}
        onChange={setTexts}
        faults={faults}
        onTouch={drop}
        afterName={
          <div className="form-wide">
            <FieldRow label={columnTitles.idNo} id={fieldId('idNo')} help={word.help ?? formWords.idNoHelp} fault={idFault}>
              {(ids) => (
                <Input
                  {...ids}
                  value={idNo}
                  style={{ width: 240 }}
                  onChange={({ target }) => {
                    drop(fieldId('idNo'))
                    setIdNo(target.value)
                    setTexts((now) => withIdNumber(now, target.value))
                  }}
                />
              )}
            </FieldRow>
          </div>
        }
      />
      <Section title={formWords.firstAssignment}>
        <div className="form-two">
          <FieldRow label={formWords.module} id={fieldId('moduleId')} required fault={faultOf('moduleId')}>
            {(ids) => <ModuleSelect {...ids} label={formWords.module} value={place.module} onChange={(module) => move('moduleId', { module })} {...(seesAll(me) ? {} : { only: me.heads })} />}
          </FieldRow>
          <FieldRow label={formWords.post} id={fieldId('postId')} required fault={faultOf('postId')}>
            {(ids) => <PostSelect {...ids} label={formWords.post} value={place.post} onChange={(post) => move('postId', { post })} />}
          </FieldRow>
          <FieldRow label={formWords.from} id={fieldId('from')} required fault={faultOf('from')}>
            {(ids) => <DayInput {...ids} value={place.from} onChange={(from) => move('from', { from })} allowClear={false} />}
          </FieldRow>
        </div>
      </Section>
    </FormSheet>
  )
}
