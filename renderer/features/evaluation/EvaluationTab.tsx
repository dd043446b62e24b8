import type { ReactNode } from 'react'
import { useMe } from '../../api/api.ts'
import { formatPlace, useNavigation, type EvaluationSection } from '../../api/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { BallotSection } from './sheets/ballot/BallotSection.tsx'
import { CycleSection } from './cycle/CycleSection.tsx'
import { InputsSection } from './inputs/InputsSection.tsx'
import { PlansSection } from '../plans/PlansSection.tsx'
import { ResultsSection } from './ResultsSection.tsx'
import { FairnessSection } from './trial/fairness/FairnessSection.tsx'
import { RulingsSection } from './rulings/RulingsSection.tsx'
import { sectionsFor } from './sections.ts'
import { SheetsSection } from './sheets/SheetsSection.tsx'
import { SummariesSection } from './summaries/SummariesSection.tsx'
import { TabFrame } from '../../frame/TabFrame.tsx'
import { TrialSection } from './trial/TrialSection.tsx'
import { usePeriodChange } from './use-period-change.ts'
import { sectionNames, tabWords } from './vocabulary.ts'

export interface EvaluationTabProps {
  readonly section: EvaluationSection
  /** What is open there: a period, a sheet, a part of the inputs, `own` of the results, a plan. */
  readonly id?: string
}

/** 四维考评. A section that the caller does not have gives way to the first he has. */
export function EvaluationTab({ section, id }: EvaluationTabProps): ReactNode {
  const sections = sectionsFor(useMe().capabilities)
  const { go } = useNavigation()
  // What is open there belongs to the period it was opened in.
  usePeriodChange(() => {
    if (id !== undefined && (section === 'cycle' || section === 'sheets')) go({ tab: 'evaluation', section })
  })
  const shown = sections.find((one) => one === section)
  const open = shown ?? sections[0]
  if (open === undefined) return <Empty title={tabWords.noSection} hint={tabWords.noSectionHint} />
  return (
    <TabFrame title={tabWords.sections} current={open} sections={sections.map((key) => ({ key, label: sectionNames[key], href: formatPlace({ tab: 'evaluation', section: key }) }))}>
      <SectionOf section={open} {...(id === undefined || shown === undefined ? {} : { id })} />
    </TabFrame>
  )
}

function SectionOf({ section, ...opened }: EvaluationTabProps): ReactNode {
  switch (section) {
    case 'cycle':
      return <CycleSection {...opened} />
    case 'summaries':
      return <SummariesSection {...opened} />
    case 'sheets':
      return <SheetsSection {...opened} />
    case 'ballot':
      return <BallotSection />
    case 'inputs':
      return <InputsSection {...opened} />
    case 'rulings':
      return <RulingsSection {...opened} />
    case 'results':
      return <ResultsSection {...opened} />
    case 'plans':
      return <PlansSection {...opened} />
    case 'trial':
      return <TrialSection />
    case 'fairness':
      return <FairnessSection />
  }
}
