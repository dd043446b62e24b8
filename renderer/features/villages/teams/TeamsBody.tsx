import type { ReactNode } from 'react'
import { useNavigation } from '../../../api/place.ts'
import { PartLine } from '../../../frame/PartLine.tsx'
import { RecordsSection } from '../events/RecordsSection.tsx'
import type { OwnBodyProps } from '../../../frame/own-body.ts'
import { teamPartNames, teamParts, villageWords, type TeamPart } from '../villages/vocabulary.ts'
import { VillagesPage } from './VillagesPage.tsx'

/** 组团联村: the villages with their 组团, and the service records. `openId`: `records`, or the village whose sheet is open. */
export function TeamsBody({ module, head, openId }: OwnBodyProps): ReactNode {
  const { go } = useNavigation()
  const part: TeamPart = openId === 'records' ? 'records' : 'teams'
  const parts = (
    <PartLine
      label={villageWords.parts}
      parts={teamParts.map((key) => ({ key, label: teamPartNames[key] }))}
      current={part}
      onOpen={(key) => go({ tab: 'module', module: module.code, section: 'teams', ...(key === 'records' ? { id: key } : {}) })}
    />
  )
  const whole = <>{head}{parts}</>
  return part === 'records' ? <RecordsSection head={whole} /> : <VillagesPage module={module} head={whole} {...(openId === undefined ? {} : { openId })} />
}
