import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { gridRoles, type GridRole } from '../../../../shared/domain/villages/villages/codes.ts'
import { isGridStopped } from '../../../../shared/domain/villages/grids/grid-stop.ts'
import { gridRoleNames } from '../../../../shared/domain/villages/grids/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { today } from '../../../api/today.ts'
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SideSheet } from '../../../ui/SideSheet.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useNotice } from '../../../ui/use-notice.tsx'
import '../../../frame/module.css'
import '../../people/people.css'
import { useReturnFocus } from '../../../frame/use-return-focus.ts'
import { GridForm } from './GridForm.tsx'
import { AddPersonDialog, EndPersonDialog, StopDialog } from './grid-dialogs.tsx'
import type { GridPerson, GridRow } from './api-types.ts'
import { gridFormWords as words } from './vocabulary.ts'

type Asked = { readonly kind: 'nothing' } | { readonly kind: 'edit' } | { readonly kind: 'stop' } | { readonly kind: 'add'; readonly role: GridRole } | { readonly kind: 'end'; readonly person: GridPerson }

const nothing: Asked = { kind: 'nothing' }

/** The sheet of a grid: 一长三员 by place, those who held them before below. */
export function GridSheet({ grid, mayEdit, onClose }: { readonly grid: GridRow; readonly mayEdit: boolean; readonly onClose: () => void }): ReactNode {
  useReturnFocus()
  const { client } = useApi()
  const notice = useNotice()
  const [asked, setAsked] = useState<Asked>(nothing)
  const on = today()
  const isPresent = ({ to }: GridPerson) => to === null || to >= on
  const former = grid.people.filter((person) => !isPresent(person))
  const close = () => setAsked(nothing)
  const title = `${grid.villageName}${grid.name}`

  async function done(act: () => Promise<unknown>, sentence: string): Promise<boolean> {
    try {
      await act()
      notice.done(sentence)
      return true
    } catch (error) {
      notice.failed(sentenceOf(error))
      return false
    }
  }

  async function remove(): Promise<void> {
    if (await done(() => client.grids.remove({ id: grid.id, version: grid.version }), words.removed(title))) onClose()
  }

  async function resume(): Promise<void> {
    await done(() => client.grids.resume({ id: grid.id, version: grid.version }), words.resumed(title))
  }

  async function takeOut({ id, name, version }: GridPerson): Promise<void> {
    await done(() => client.grids.removePerson({ id, version }), words.takenOut(name))
  }

  const takeOutOf = (person: GridPerson) => <ConfirmButton type="link" size="small" danger label={words.takeOut} question={words.takeOutAsk(person.name)} consequence={words.takeOutNote} onConfirm={() => takeOut(person)} />
  const mayAdd = mayEdit && grid.stoppedOn === null
  return (
    <SideSheet
      open
      width={760}
      title={title}
      onClose={onClose}
      footer={
        mayEdit ? (
          <>
            <span className="foot-left foot-commands">
              <ConfirmButton label={words.remove} question={words.removeAsk(title)} consequence={words.removeNote} danger onConfirm={remove} />
              {grid.stoppedOn === null ? <Button onClick={() => setAsked({ kind: 'stop' })}>{words.stop}</Button> : <ConfirmButton label={words.resume} question={words.resumeAsk(title)} consequence={words.resumeNote} onConfirm={resume} />}
            </span>
            <Button onClick={() => setAsked({ kind: 'edit' })}>{words.edit}</Button>
          </>
        ) : undefined
      }
    >
      {grid.stoppedOn === null ? null : <p><StateTag tone="quiet">{words.stopped(grid.stoppedOn)}</StateTag></p>}
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
                      <td colSpan={4}>{isGridStopped(grid.stoppedOn, on) ? null : <StateTag tone="warn">{words.nobody}</StateTag>}</td>
                      <td>{mayAdd ? <Button type="link" size="small" onClick={() => setAsked({ kind: 'add', role })}>{words.addPerson}</Button> : null}</td>
                    </tr>,
                  ]
                : held.map((person) => (
                    <PersonLine key={person.id} person={person}>
                      {mayEdit ? (
                        <span className="row-commands">
                          {mayAdd ? <Button type="link" size="small" onClick={() => setAsked({ kind: 'add', role })}>{words.addPerson}</Button> : null}
                          <Button type="link" size="small" onClick={() => setAsked({ kind: 'end', person })}>{words.end}</Button>
                          {takeOutOf(person)}
                        </span>
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
            <tbody>{former.map((person) => <PersonLine key={person.id} person={person}>{mayEdit ? takeOutOf(person) : null}</PersonLine>)}</tbody>
          </table>
        </Section>
      )}
      {asked.kind === 'edit' ? <GridForm grid={grid} onClose={close} /> : null}
      {asked.kind === 'add' ? <AddPersonDialog grid={grid} first={asked.role} onClose={close} /> : null}
      {asked.kind === 'stop' ? <StopDialog grid={grid} onClose={close} /> : null}
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
        <th scope="col"><span className="ui-unseen">{words.commands}</span></th>
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
