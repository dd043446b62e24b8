import type { ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import { useNavigation } from '../../../api/place.ts'
import type { OwnBodyProps } from '../../../frame/own-body.ts'
import { may } from '../../../frame/may.ts'
import { PartLine } from '../../../frame/PartLine.tsx'
import { SectionPage } from '../../../frame/SectionPage.tsx'
import { TasksSection } from '../tasks/TasksSection.tsx'
import { DaysPart } from './DaysPart.tsx'
import { ExtensionsPart } from './ExtensionsPart.tsx'
import { PapersPart } from './PapersPart.tsx'
import '../orders/orders.css'
import { partNames, supervisionParts, words, type SupervisionPart } from '../orders/vocabulary.ts'
import { WeekPart } from './WeekPart.tsx'

/** 督查督考: every task there is on one list, 督办单, 延期, 督查日 and the week's list, across all modules that the caller sees. */
export function SupervisionSection({ module, head, openId }: OwnBodyProps): ReactNode {
  const me = useMe()
  const { go } = useNavigation()
  const part = supervisionParts.find((one) => one === openId) ?? (may(me, 'task.supervise') ? 'ledger' : 'week')
  const parts = <PartLine label={words.parts} parts={supervisionParts.map((key) => ({ key, label: partNames[key] }))} current={part} onOpen={(key) => go({ tab: 'module', module: module.code, section: 'supervision', id: key })} />
  if (part === 'ledger') {
    return (
      <TasksSection
        head={
          <>
            {head}
            {parts}
          </>
        }
      />
    )
  }
  return (
    <SectionPage
      head={head}
      parts={parts}
      body={part === 'week' ? 'scroll' : 'fill'}
    >
      <PartOf key={part} part={part} />
    </SectionPage>
  )
}

function PartOf({ part }: { readonly part: Exclude<SupervisionPart, 'ledger'> }): ReactNode {
  switch (part) {
    case 'papers':
      return <PapersPart />
    case 'extensions':
      return <ExtensionsPart />
    case 'days':
      return <DaysPart />
    case 'week':
      return <WeekPart />
  }
}
