import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { usePeriod } from '../../../api/period.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { TabPage } from '../../../frame/TabFrame.tsx'
import { Loaded } from '../../../frame/Loaded.tsx'
import { tabWords } from '../vocabulary.ts'
import { CyclePage } from './CyclePage.tsx'
import { OpenYear } from './OpenYear.tsx'

export interface CycleSectionProps {
  /** The period to show; the chosen one of the window unless given. */
  readonly id?: string
}

/** 周期: where a period stands, what is missing, who is late, and all periods. */
export function CycleSection({ id }: CycleSectionProps): ReactNode {
  const { orpc } = useApi()
  const chosen = usePeriod()
  const periods = useQuery(orpc.periods.list.queryOptions())
  return (
    <Loaded query={periods}>
      {(rows) => {
        const shown = rows.find((row) => row.id === (id ?? chosen?.id)) ?? rows.find((row) => row.id === chosen?.id) ?? rows[0]
        if (shown !== undefined) return <CyclePage key={shown.id} period={shown} periods={rows} />
        return (
          <TabPage body="scroll">
            <Empty title={tabWords.noPeriod} hint={tabWords.noPeriodHint} action={<OpenYear periods={rows} />} />
          </TabPage>
        )
      }}
    </Loaded>
  )
}
