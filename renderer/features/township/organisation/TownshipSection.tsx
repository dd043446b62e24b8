import { useState, type ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { PartLine } from '../../../frame/PartLine.tsx'
import { townshipWords as words } from './vocabulary.ts'
import { EstablishmentPart } from './EstablishmentPart.tsx'
import { ModulesPart } from './ModulesPart.tsx'
import { PostsPart } from './PostsPart.tsx'

const parts = ['modules', 'posts', 'establishment'] as const
type Part = (typeof parts)[number]

/** The township: its modules and who heads them, its posts, its establishment. */
export function TownshipSection(): ReactNode {
  const { township } = useMe()
  const [part, setPart] = useState<Part>('modules')
  const head = (
    <>
      <PartLine label={words.partsLabel} parts={parts.map((key) => ({ key, label: words.parts[key] }))} current={part} onOpen={setPart} />
      <span className="township-facts">{[township.name, township.county, words.reportingUnit(township.reportingUnit)].join(' · ')}</span>
    </>
  )
  switch (part) {
    case 'modules':
      return <ModulesPart head={head} />
    case 'posts':
      return <PostsPart head={head} />
    case 'establishment':
      return <EstablishmentPart head={head} />
  }
}
