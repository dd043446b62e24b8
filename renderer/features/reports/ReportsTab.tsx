import type { ReactNode } from 'react'
import { useMe } from '../../api/api.ts'
import { formatPlace, type ReportSection } from '../../api/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { TabFrame } from '../../frame/TabFrame.tsx'
import { ExportSection } from './exports/ExportSection.tsx'
import { ImportSection } from './imports/ImportSection.tsx'
import { LayoutsSection } from './layouts/LayoutsSection.tsx'
import './reports.css'
import { sectionsFor } from './sections.ts'
import { TemplatesSection } from './templates/TemplatesSection.tsx'
import { VerifySection } from './exports/VerifySection.tsx'
import { reportSectionNames, reportWords } from '../papers/vocabulary.ts'

export interface ReportsTabProps {
  readonly section: ReportSection
  /** What is open in it: a layout, a template. */
  readonly id?: string
}

/** 报表. A section that the caller does not have gives way to the first he has. */
export function ReportsTab({ section, id }: ReportsTabProps): ReactNode {
  const sections = sectionsFor(useMe().capabilities)
  const open = sections.find((one) => one === section) ?? sections[0]
  if (open === undefined) return <Empty title={reportWords.noSection} hint={reportWords.noSectionHint} />
  return (
    <TabFrame title={reportWords.title} current={open} sections={sections.map((key) => ({ key, label: reportSectionNames[key], href: formatPlace({ tab: 'reports', section: key }) }))}>
      <SectionOf section={open} {...(id === undefined || open !== section ? {} : { id })} />
    </TabFrame>
  )
}

function SectionOf({ section, id }: ReportsTabProps): ReactNode {
  switch (section) {
    case 'export':
      return <ExportSection />
    case 'import':
      return <ImportSection />
    case 'layouts':
      return <LayoutsSection {...(id === undefined ? {} : { id })} />
    case 'templates':
      return <TemplatesSection {...(id === undefined ? {} : { id })} />
    case 'verify':
      return <VerifySection />
  }
}
