import { useState } from 'react'
import type { ModuleSection } from '../api/place.ts'
import { useNavigation, usePlace } from '../api/place.ts'

export interface Opened {
  readonly id: string | null
  readonly open: (id: string) => void
  readonly close: () => void
}

/** Which record of a section stands open: on a module's tab its address says so, anywhere else the section itself knows. Over the workbench the address may still name a tab that the reader does not have. */
export function useOpened(section: ModuleSection, openId: string | undefined, isOverWorkbench = false): Opened {
  const place = usePlace()
  const { go } = useNavigation()
  const [own, setOwn] = useState<string | null>(null)
  if (!isOverWorkbench && place.tab === 'module' && place.section === section) {
    const { module } = place
    return { id: openId ?? null, open: (id) => go({ tab: 'module', module, section, id }), close: () => go({ tab: 'module', module, section }) }
  }
  return { id: own ?? openId ?? null, open: setOwn, close: () => setOwn(null) }
}
