import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode } from 'react'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../../shared/contract/index.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { Section } from '../../../ui/Section.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { EntryInput } from './entry-form.ts'
import './events.css'
import { entryWords } from './vocabulary.ts'

type Planned = InferContractRouterOutputs<Contract>['events']['preview']

const mostLines = 40

/** What an entry would make, asked anew with each change; undefined while there is nothing to ask. */
export function useEntryPreview(input: EntryInput | null): { readonly planned: Planned | undefined; readonly fault: string | null } {
  const { orpc } = useApi()
  const blank = { staffIds: [], villageId: '', date: '', kind: '', households: [] }
  const asked = input === null ? blank : { staffIds: [...input.staffIds], villageId: input.villageId, date: input.date, kind: input.kind, households: [...input.households] }
  const { data, error } = useQuery(orpc.events.preview.queryOptions({ input: asked, enabled: input !== null, placeholderData: keepPreviousData }))
  return { planned: input === null ? undefined : data, fault: input === null || error === null ? null : sentenceOf(error) }
}

/** The records an entry would make, those that would count twice marked. */
export function EntryPreview({ planned, fault }: ReturnType<typeof useEntryPreview>): ReactNode {
  const repeats = planned?.filter(({ isRepeat }) => isRepeat).length ?? 0
  const note = planned === undefined ? undefined : entryWords.previewCount(planned.length)
  return (
    <Section title={entryWords.preview} note={note}>
      {fault !== null ? <p className="entry-fault" role="alert">{fault}</p> : null}
      {planned === undefined ? (
        fault === null ? <p className="ui-title-note">{entryWords.previewNone}</p> : null
      ) : (
        <>
          {repeats === 0 ? null : <p className="entry-repeats" role="status">{entryWords.previewRepeats(repeats)}</p>}
          <ul className="entry-lines">
            {planned.slice(0, mostLines).map(({ staffId, staffName, household, isRepeat }, place) => (
              <li key={`${staffId}:${household ?? ''}:${String(place)}`}>
                <span>{staffName}</span>
                <span>{household ?? entryWords.wholeVillage}</span>
                {isRepeat ? <StateTag tone="warn">{entryWords.repeat}</StateTag> : null}
              </li>
            ))}
            {planned.length > mostLines ? <li className="ui-title-note">{entryWords.more(planned.length - mostLines)}</li> : null}
          </ul>
        </>
      )}
    </Section>
  )
}
