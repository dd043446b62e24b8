import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { gridRoles, type GridRole } from '../../../shared/domain/villages/codes.ts'
import { gridRoleNames } from '../../../shared/domain/villages/grid-vocabulary.ts'
import { useApi } from '../../api/api.ts'
import { today } from '../../api/today.ts'
import { Choices } from '../../ui/Choices.tsx'
import { FieldRow } from '../../ui/FieldRow.tsx'
import { Section } from '../../ui/Section.tsx'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { useNotice } from '../../ui/use-notice.tsx'
import { DayInput } from '../module/DayInput.tsx'
import { dayFaults, lengthFaults } from '../module/field-faults.ts'
import { FormDialog } from '../module/FormDialog.tsx'
import '../module/module.css'
import { useReturnFocus } from '../module/use-return-focus.ts'
import { PersonSelect } from '../people/PersonSelect.tsx'
import { GridForm } from './GridForm.tsx'
import type { GridRow } from './GridsSection.tsx'
import { gridFormWords as words } from './vocabulary.ts'

type GridPerson = GridRow['people'][number]
type Asked = { readonly kind: 'nothing' } | { readonly kind: 'edit' } | { readonly kind: 'add'; readonly role: GridRole } | { readonly kind: 'end'; readonly person: GridPerson }

const nothing: Asked = { kind: 'nothing' }

/** The sheet of a grid: 一长三员 by place, those who held them before below. */
export function GridSheet({ grid, mayEdit, onClose }: { readonly grid: GridRow; readonly mayEdit: boolean; readonly onClose: () => void }): ReactNode {
  useReturnFocus()
  const [asked, setAsked] = useState<Asked>(nothing)
  const on = today()
  const isPresent = ({ to }: GridPerson) => to === null || to >= on
  const former = grid.people.filter((person) => !isPresent(person))
  const close = () => setAsked(nothing)
  return (
    <SideSheet open width={720} title={`${grid.villageName}${grid.name}`} onClose={onClose} footer={mayEdit ? <Button onClick={() => setAsked({ kind: 'edit' })}>{words.edit}</Button> : undefined}>
      <Section title={words.people}>
        <table className="plain-table">
          <Head />
          <tbody>
            {gridRoles.flatMap((role) => {
              const held = grid.people.filter((person) => person.role === role && isPresent(person))
              return held.length === 0
                ? [
                    <tr key={role}>
                      <td className="one-line">{gridRoleNames[role]}</td>
                      <td colSpan={4}><StateTag tone="warn">{words.nobody}</StateTag></td>
                      <td>{mayEdit ? <Button type="link" size="small" onClick={() => setAsked({ kind: 'add', role })}>{words.addPerson}</Button> : null}</td>
                    </tr>,
                  ]
                : held.map((person) => (
                    <PersonLine key={person.id} person={person}>
                      {mayEdit ? (
                        <>
                          <Button type="link" size="small" onClick={() => setAsked({ kind: 'add', role })}>{words.addPerson}</Button>
                          <Button type="link" size="small" onClick={() => setAsked({ kind: 'end', person })}>{words.end}</Button>
                        </>
                      ) : null}
                    </PersonLine>
                  ))
            })}
          </tbody>
        </table>
      </Section>
      {former.length === 0 ? null : (
        <Section title={words.former}>
          <table className="plain-table">
            <Head />
            <tbody>{former.map((person) => <PersonLine key={person.id} person={person} />)}</tbody>
          </table>
        </Section>
      )}
      {asked.kind === 'edit' ? <GridForm grid={grid} onClose={close} /> : null}
      {asked.kind === 'add' ? <AddPersonDialog grid={grid} first={asked.role} onClose={close} /> : null}
      {asked.kind === 'end' ? <EndPersonDialog person={asked.person} onClose={close} /> : null}
    </SideSheet>
  )
}

function Head(): ReactNode {
  const { role, name, phone, from, to } = words.person
  return (
    <thead>
      <tr>
        {[role, name, phone, from, to].map((title) => <th key={title} scope="col">{title}</th>)}
        <th scope="col"><span className="ui-unseen">{words.end}</span></th>
      </tr>
    </thead>
  )
}

function PersonLine({ person, children }: { readonly person: GridPerson; readonly children?: ReactNode }): ReactNode {
  return (
    <tr>
      <td className="one-line">{gridRoleNames[person.role]}</td>
      <td className="one-line">{person.name}</td>
      <td className="one-line">{person.phone ?? ''}</td>
      <td className="one-line">{person.from}</td>
      <td className="one-line">{person.to ?? words.open}</td>
      <td className="one-line">{children}</td>
    </tr>
  )
}

const ids = { role: 'grid-role', staffId: 'grid-staff', name: 'grid-person', phone: 'grid-phone', from: 'grid-from', to: 'grid-to', replaces: 'grid-replaces' } as const

/** What a name may have. */
const longestName = 50

function rowOf(path: string): string {
  return Object.entries(ids).find(([field]) => field === path)?.[1] ?? ''
}

/** 登记人员: somebody of the roster or of the village takes a place. */
function AddPersonDialog({ grid, first, onClose }: { readonly grid: GridRow; readonly first: GridRole; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [role, setRole] = useState<GridRole>(first)
  const [staffId, setStaffId] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [from, setFrom] = useState<string | null>(today())
  const [replaces, setReplaces] = useState<'yes' | 'no'>('yes')

  async function submit() {
    const number = phone.normalize('NFKC').replace(/\s/g, '')
    const faults = [
      ...(staffId === null && name.trim() === '' ? [{ id: ids.name, sentence: words.noName }] : lengthFaults(ids.name, words.personName, name, longestName)),
      ...(number === '' || /^[\d+-]{5,20}$/.test(number) ? [] : [{ id: ids.phone, sentence: words.badPhone }]),
      ...dayFaults(ids.from, words.from, from),
    ]
    if (faults.length > 0 || from === null) return faults
    await client.grids.addPerson({ gridId: grid.id, role, staffId, name: staffId === null ? name.trim() : null, phone: number === '' ? null : number, from, replaces: replaces === 'yes' })
    notice.done(words.saved)
    return []
  }

  return (
    <FormDialog title={words.addPersonTitle(`${grid.villageName}${grid.name}`)} confirm={words.save} width={560} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={words.role} id={ids.role} required isGroup>{(field) => <Choices field={field} value={role} onChange={setRole} options={gridRoles.map((value) => ({ value, label: gridRoleNames[value] }))} />}</FieldRow>
      <FieldRow label={words.staff} id={ids.staffId} help={words.staffHelp}>{(field) => <PersonSelect {...field} label={words.staff} allowClear value={staffId} onChange={setStaffId} />}</FieldRow>
      <FieldRow label={words.personName} id={ids.name}>{(field) => <Input {...field} disabled={staffId !== null} value={name} onChange={({ target }) => setName(target.value)} />}</FieldRow>
      <FieldRow label={words.phone} id={ids.phone}>{(field) => <Input {...field} inputMode="tel" value={phone} onChange={({ target }) => setPhone(target.value)} />}</FieldRow>
      <FieldRow label={words.from} id={ids.from} required>{(field) => <DayInput {...field} value={from} onChange={setFrom} />}</FieldRow>
      <FieldRow label={words.replaces} id={ids.replaces} isGroup>{(field) => <Choices field={field} look="list" value={replaces} onChange={setReplaces} options={[{ value: 'yes', label: words.replacesYes }, { value: 'no', label: words.replacesNo }]} />}</FieldRow>
    </FormDialog>
  )
}

function EndPersonDialog({ person, onClose }: { readonly person: GridPerson; readonly onClose: () => void }): ReactNode {
  const { client } = useApi()
  const notice = useNotice()
  const [to, setTo] = useState<string | null>(today())

  async function submit() {
    const wrongDay = dayFaults(ids.to, words.lastDay, to)
    if (wrongDay.length > 0 || to === null) return wrongDay
    if (to < person.from) return [{ id: ids.to, sentence: words.beforeStart(person.from) }]
    await client.grids.endPerson({ id: person.id, to, version: person.version })
    notice.done(words.saved)
    return []
  }

  return (
    <FormDialog title={words.endTitle(person.name)} confirm={words.save} onSubmit={submit} fieldOf={rowOf} onClose={onClose}>
      <FieldRow label={words.lastDay} id={ids.to} required>{(field) => <DayInput {...field} value={to} onChange={setTo} />}</FieldRow>
    </FormDialog>
  )
}
