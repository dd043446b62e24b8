import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi, useMe } from '../../../api/api.ts'
import { refusalOf, sentenceOf } from '../../../api/failure.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { useNavigation } from '../../../api/place.ts'
import { SheetGrid } from '../../../grid/SheetGrid.tsx'
import type { EditOutcome, GridColumn, GridEditing } from '../../../grid/types.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { listSource } from '../../../frame/list-source.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import type { HandoverAnswer } from '../../plans/api-types.ts'
import { periodTitle } from '../../../frame/dates.ts'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { handoverWords, sheetWords } from './vocabulary.ts'

type Place = HandoverAnswer[number]
type Person = Place['people'][number]

export interface HandoverPageProps {
  readonly period: ChosenPeriod
}

/** 交接意见: what a head who leaves says of each of his people; 督考 types in for whoever has left. */
export function HandoverPage({ period }: HandoverPageProps): ReactNode {
  const { orpc } = useApi()
  const places = useQuery(orpc.handover.notes.queryOptions({ input: { periodId: period.id } }))
  return <Loaded query={places}>{(answer) => <Notes period={period} places={answer} updatedAt={places.dataUpdatedAt} />}</Loaded>
}

function Notes({ period, places, updatedAt }: HandoverPageProps & { readonly places: HandoverAnswer; readonly updatedAt: number }): ReactNode {
  const { go } = useNavigation()
  const isProxy = useMe().capabilities.includes('score.proxy')
  const choices = places.flatMap((place) => place.authors.map((author) => ({ place, author, key: `${place.moduleId} ${author.staffId}` })))
  const [picked, setPicked] = useState<string | null>(null)
  const chosen = choices.find(({ key }) => key === picked) ?? choices[0]
  const frame = { heading: handoverWords.heading(periodTitle(period.code)), actions: <Button onClick={() => go({ tab: 'evaluation', section: 'sheets' })}>{sheetWords.back}</Button> }
  if (chosen === undefined) {
    return (
      <TabPage {...frame} body="scroll">
        <Empty title={handoverWords.none} hint={handoverWords.noneHint} />
      </TabPage>
    )
  }
  return (
    <TabPage
      {...frame}
      note={
        <Select
          aria-label={handoverWords.choose}
          className="scoring-choice"
          value={chosen.key}
          options={choices.map(({ key, place, author }) => ({ value: key, label: handoverWords.choice(place.moduleName, author.name) }))}
          onChange={setPicked}
        />
      }
    >
      <p className="tab-notice">{isProxy ? handoverWords.hintProxy : handoverWords.hint}</p>
      <NotesGrid key={chosen.key} periodId={period.id} place={chosen.place} authorId={chosen.author.staffId} updatedAt={updatedAt} />
    </TabPage>
  )
}

interface NotesGridProps {
  readonly periodId: string
  readonly place: Place
  readonly authorId: string
  readonly updatedAt: number
}

const longestNote = 2000

function NotesGrid({ periodId, place, authorId, updatedAt }: NotesGridProps): ReactNode {
  const { client } = useApi()
  const isProxy = useMe().capabilities.includes('score.proxy')
  const mine = ({ notes }: Person) => notes.find((note) => note.authorId === authorId)
  const rows = place.people.filter(({ staffId }) => staffId !== authorId)
  const columns: readonly GridColumn<Person>[] = [
    { field: 'name', title: sheetWords.name, width: 112, pinned: 'left', text: ({ staffName }) => staffName, sortable: true },
    { field: 'post', title: sheetWords.post, width: 200, text: ({ postName }) => postName },
    { field: 'note', title: handoverWords.note, width: 480, grow: true, text: (person) => mine(person)?.note ?? '', edit: { kind: 'text', read: (person) => mine(person)?.note ?? null, maxLength: longestNote } },
    { field: 'writtenOn', title: handoverWords.writtenOn, width: 112, text: (person) => mine(person)?.writtenOn ?? '' },
  ]
  const apply: GridEditing['apply'] = async (edits): Promise<EditOutcome> => {
    const entries = edits.map(({ key, version, changes }) => ({ staffId: key, note: textOf(changes['note']), version: version === 0 ? null : version }))
    const input = { periodId, moduleId: place.moduleId, entries }
    const { versions } = isProxy ? await client.handover.writeByProxy({ ...input, authorId }) : await client.handover.write(input)
    return { applied: versions.map(({ staffId, version }) => ({ key: staffId, version: version ?? 0 })), refused: [] }
  }
  const source = listSource<Person>({ rows, columns, key: ({ staffId }) => staffId, version: (person) => mine(person)?.version ?? 0, revision: updatedAt, scope: `${place.moduleId} ${authorId}`, name: ({ staffName }) => staffName })
  return <SheetGrid<Person> label={handoverWords.grid} columns={columns} source={source} editing={{ apply, refusal: refusalOf }} rowName={({ staffName }) => staffName} sentence={sentenceOf} empty={<Empty title={handoverWords.nobody} hint={handoverWords.nobodyHint} />} />
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? null : text
}
