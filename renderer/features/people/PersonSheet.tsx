import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { TownshipClient } from '../../api/connection.ts'
import { useApi, useMe } from '../../api/api.ts'
import { sentenceOf } from '../../api/failure.ts'
import { useNavigation } from '../../api/place.ts'
import { today } from '../../api/today.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { HistorySheet } from '../evaluation/results/history/HistorySheet.tsx'
import { historyWords } from '../evaluation/results/history/vocabulary.ts'
import { SecondmentsOf } from '../tasks/groups/SecondmentsOf.tsx'
import { secondmentWords } from '../tasks/groups/vocabulary.ts'
import { may } from '../../frame/may.ts'
import { useReturnFocus } from '../../frame/use-return-focus.ts'
import { Assignments } from './Assignments.tsx'
import { EditPerson } from './EditPerson.tsx'
import { Leaves } from './Leaves.tsx'
import './people.css'
import { presenceOf } from './people-columns.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { sheetWords } from './vocabulary.ts'

export type Person = Awaited<ReturnType<TownshipClient['people']['get']>>

export interface PersonSheetProps {
  /** Whose sheet is open; null is none. */
  readonly id: string | null
  readonly onClose: () => void
}

/** The sheet of a person: facts, dated assignments, leaves. */
export function PersonSheet({ id, onClose }: PersonSheetProps): ReactNode {
  return id === null ? null : <OpenSheet key={id} id={id} onClose={onClose} />
}

function OpenSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
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
          {may(me, 'result.read') ? <Button onClick={() => setHistory(true)}>{historyWords.open}</Button> : null}
          {mayEdit ? <Button type="primary" onClick={() => setEditing(true)}>{sheetWords.edit}</Button> : null}
        </>
      }
    >
      {person !== undefined ? (
        <div className="record">
          <PersonFacts person={person} />
          <Assignments person={person} mayEdit={mayEdit} />
          <SecondmentsOf title={secondmentWords.list} of={{ staffId: person.id }} />
          <Leaves person={person} mayEdit={mayEdit} />
        </div>
      ) : error !== null ? (
        <Failure sentence={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : (
        <Loading lines={12} />
      )}
      <HistorySheet person={showsHistory && person !== undefined ? { staffId: person.id, staffName: person.name } : null} onClose={() => setHistory(false)} />
      {isEditing && person !== undefined ? <EditPerson person={person} onClose={() => setEditing(false)} /> : null}
    </SideSheet>
  )
}

function Presence({ person }: { readonly person: Person }): ReactNode {
  const on = today()
  const tone = person.leftOn !== null && person.leftOn <= on ? 'quiet' : person.leaveKind !== null ? 'warn' : person.modules.length === 0 ? 'bad' : 'good'
  return <StateTag tone={tone}>{presenceOf(person, on)}</StateTag>
}
