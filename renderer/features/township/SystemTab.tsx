import type { ReactNode } from 'react'
import { useMe } from '../../api/api.ts'
import type { SystemSection } from '../../api/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { AccountsSection } from './accounts/AccountsSection.tsx'
import { AuditSection } from './audit/AuditSection.tsx'
import { CalendarSection } from './calendar/CalendarSection.tsx'
import { BackupsSection } from './backups/BackupsSection.tsx'
import { sectionsFor } from './sections.ts'
import './system/system.css'
import { TownshipSection } from './organisation/TownshipSection.tsx'
import { systemWords } from './system/vocabulary.ts'

/** 系统: township and modules, accounts, backups, audit; to each what he may do. */
export function SystemTab({ section }: { readonly section: SystemSection }): ReactNode {
  const offered = sectionsFor(useMe().capabilities)
  // A place that leads where one may not go ends at the first section one has.
  const shown = offered.find((one) => one === section) ?? offered[0]
  if (shown === undefined) return <Empty title={systemWords.nothingHere} />
  switch (shown) {
    case 'township':
      return <TownshipSection />
    case 'calendar':
      return <CalendarSection />
    case 'accounts':
      return <AccountsSection />
    case 'backups':
      return <BackupsSection />
    case 'audit':
      return <AuditSection />
  }
}
