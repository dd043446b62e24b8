import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { useNavigation } from '../../api/place.ts'
import { today } from '../../api/today.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { may } from '../../frame/may.ts'
import { useReturnFocus } from '../../frame/use-return-focus.ts'
import { Assignments } from './Assignments.tsx'
import { EditPerson } from './EditPerson.tsx'
import { Leaves } from './Leaves.tsx'
import './people.css'
import { presenceOf } from './people-columns.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { sheetWords } from './vocabulary.ts'
import type { Person } from './api-types.ts'


/** What other rooms show of a person. */
export interface PersonParts {
  /** 抽调 */
  readonly secondments: (staffId: string) => ReactNode
  /** 历年: the words of its command, and its sheet; null is nobody's. */
  readonly openHistory: string
  readonly history: (person: { readonly staffId: string; readonly staffName: string } | null, onClose: () => void) => ReactNode
}

export interface PersonSheetProps {
  /** Whose sheet is open; null is none. */
  readonly id: string | null
  readonly parts: PersonParts
  readonly onClose: () => void
}

/** The sheet of a person: facts, dated assignments, leaves. */
export function PersonSheet({ id, parts, onClose }: PersonSheetProps): ReactNode {
  return id === null ? null : <OpenSheet key={id} id={id} parts={parts} onClose={onClose} />
}

function OpenSheet({ id, parts, onClose }: { readonly id: string; readonly parts: PersonParts; readonly onClose: () => void }): ReactNode {
  const { orpc } = useApi()
  const me = useMe()
  const { go } = useNavigation()
  useReturnFocus()
  const [isEditing, setEditing] = useState(false)
  const [showsHistory, setHistory] = useState(false)
  const { data: person, error, refetch } = useQuery(orpc.people.get.queryOptions({ input: { id, on: today() } }))
  const mayEdit = person !== undefined && person.editable.length > 0

  return (
    <SideSheet
      open
      width={760}
      title={person === undefined ? sheetWords.loading : `${person.name}　${person.code}`}
      extra={person === undefined ? null : <Presence person={person} />}
      onClose={onClose}
      footer={
        <>
          {may(me, 'result.read') ? <Button onClick={() => go({ tab: 'evaluation', section: 'results', id })}>{sheetWords.results}</Button> : null}
          {may(me, 'result.read') ? <Button onClick={() => setHistory(true)}>{parts.openHistory}</Button> : null}
          {mayEdit ? <Button type="primary" onClick={() => setEditing(true)}>{sheetWords.edit}</Button> : null}
        </>
      }
    >
      {person !== undefined ? (
        <div className="record">
          <PersonFacts person={person} />
          <Assignments person={person} mayEdit={mayEdit} />
          {parts.secondments(person.id)}
          <Leaves person={person} mayEdit={mayEdit} />
        </div>
      ) : error !== null ? (
        <Failure sentence={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : (
        <Loading lines={12} />
      )}
      {parts.history(showsHistory && person !== undefined ? { staffId: person.id, staffName: person.name } : null, () => setHistory(false))}
      {isEditing && person !== undefined ? <EditPerson person={person} onClose={() => setEditing(false)} /> : null}
    </SideSheet>
  )
}

function Presence({ person }: { readonly person: Person }): ReactNode {
  const on = today()
  const tone = person.leftOn !== null && person.leftOn <= on ? 'quiet' : person.leaveKind !== null ? 'warn' : person.modules.length === 0 ? 'bad' : 'good'
  return <StateTag tone={tone}>{presenceOf(person, on)}</StateTag>
}
