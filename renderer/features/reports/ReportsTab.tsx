import type { ReactNode } from 'react'
import { useMe } from '../../api/api.ts'
import { formatPlace, type ReportSection } from '../../api/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { TabFrame } from '../evaluation/TabFrame.tsx'
import { ExportSection } from './ExportSection.tsx'
import { ImportSection } from './ImportSection.tsx'
import './reports.css'
import { sectionsFor } from './sections.ts'
import { TemplatesSection } from './templates/TemplatesSection.tsx'
import { VerifySection } from './VerifySection.tsx'
import { reportSectionNames, reportWords } from './vocabulary.ts'

export interface ReportsTabProps {
  readonly section: ReportSection
  /** The template that is open. */
  readonly id?: string
}

/** 报表. A section that the caller does not have gives way to the first he has. */
export function ReportsTab({ section, ...opened }: ReportsTabProps): ReactNode {
  const sections = sectionsFor(useMe().capabilities)
  const open = sections.find((one) => one === section) ?? sections[0]
  if (open === undefined) return <Empty title={reportWords.noSection} hint={reportWords.noSectionHint} />
  return (
    <TabFrame title={reportWords.title} current={open} sections={sections.map((key) => ({ key, label: reportSectionNames[key], href: formatPlace({ tab: 'reports', section: key }) }))}>
      <SectionOf section={open} {...opened} />
    </TabFrame>
  )
}

function SectionOf({ section, ...opened }: ReportsTabProps): ReactNode {
  switch (section) {
    case 'export':
      return <ExportSection />
    case 'import':
      return <ImportSection />
    case 'templates':
      return <TemplatesSection {...opened} />
    case 'verify':
      return <VerifySection />
  }
}
