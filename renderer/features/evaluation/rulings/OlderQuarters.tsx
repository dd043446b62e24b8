import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useMe } from '../../../api/api.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { may } from '../../../frame/may.ts'
import { ProposeAmendment } from './ProposeAmendment.tsx'
import { tabWords } from '../vocabulary.ts'
import { resultWords as words } from '../results/vocabulary.ts'

export interface OlderQuartersProps {
  readonly period: ChosenPeriod
  readonly people: readonly { readonly staffId: string; readonly staffName: string }[]
}

/** Whose quarters have been corrected since the year was published; 督考 proposes the amendment of the year from here. */
export function OlderQuarters({ period, people }: OlderQuartersProps): ReactNode {
  const me = useMe()
  const [isProposing, setProposing] = useState(false)
  const [first] = people
  if (first === undefined) return null
  return (
    <>
      <p className="tab-notice tab-notice-warn">
        {words.onOlderQuarters(people.map(({ staffName }) => staffName).join(tabWords.listJoin))}
        {may(me, 'ruling.propose') ? <Button size="small" type="link" onClick={() => setProposing(true)}>{words.amendYear}</Button> : null}
      </p>
      {isProposing ? <ProposeAmendment period={period} appeal={null} staffId={people.find(({ staffId }) => staffId !== me.staffId)?.staffId ?? null} onClose={() => setProposing(false)} /> : null}
    </>
  )
}
