import type { ReactNode } from 'react'
import { identityLabels, personFieldNames, sexLabels, statusLabels, trackLabels } from '../../../shared/domain/people/vocabulary.ts'
import { Section } from '../../ui/Section.tsx'
import { IdNumber } from './IdNumber.tsx'
import './people.css'
import type { Person } from './api-types.ts'
import { columnTitles, peopleWords, sheetWords } from './vocabulary.ts'

/** 基本信息, two facts beside each other. */
export function PersonFacts({ person }: { readonly person: Person }): ReactNode {
  const facts: readonly (readonly [string, string | null])[] = [
    [personFieldNames.sex, person.sex === null ? null : sexLabels[person.sex]],
    [personFieldNames.birthMonth, person.birthMonth],
    [personFieldNames.identity, identityLabels[person.identity]],
    [personFieldNames.political, person.political],
    [personFieldNames.track, trackLabels[person.track]],
    [personFieldNames.status, statusLabels[person.status]],
    [personFieldNames.rankTitle, person.rankTitle],
    [personFieldNames.phone, person.phone],
    [personFieldNames.pool, person.pool],
    [personFieldNames.sendingUnit, person.sendingUnit],
    [personFieldNames.workStart, person.workStart],
    [columnTitles.joinedOn, person.joinedOn],
    ...(person.leftOn === null ? [] : [[columnTitles.leftOn, person.leftOn] as const]),
  ]
  return (
    <Section title={sheetWords.facts}>
      <dl className="facts">
        {facts.map(([title, text]) => <Fact key={title} title={title} text={text} />)}
        <dt>{columnTitles.idNo}</dt>
        <dd className="wide"><IdNumber key={person.id} person={person} /></dd>
        {person.remark === null ? null : (
          <>
            <dt>{personFieldNames.remark}</dt>
            <dd className="wide">{person.remark}</dd>
          </>
        )}
      </dl>
    </Section>
  )
}

function Fact({ title, text }: { readonly title: string; readonly text: string | null }): ReactNode {
  return (
    <>
      <dt>{title}</dt>
      <dd>{text ?? peopleWords.dash}</dd>
    </>
  )
}
