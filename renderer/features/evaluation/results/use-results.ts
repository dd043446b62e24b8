import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PeriodStage } from '../../../../shared/domain/evaluation/cycle.ts'
import { useApi, useMe } from '../../../api/api.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { seesAll } from '../../module/may.ts'
import type { PoolRow, VersionRow } from '../api-types.ts'

const decidedFor: readonly PeriodStage[] = ['locked', 'reported']

export interface ResultContext {
  /** Empty for who does not see the whole township. */
  readonly pools: readonly PoolRow[]
  readonly versions: readonly VersionRow[]
  readonly mayDecide: boolean
  /** The whole list is there to be hung up. */
  readonly mayPrint: boolean
  readonly meeting: string
  readonly setMeeting: (meeting: string) => void
}

/** What stands beside the list of results of a period, once there is one. */
export function useResultContext({ code, id }: ChosenPeriod, hasResult: boolean): ResultContext {
  const { orpc } = useApi()
  const me = useMe()
  const [meeting, setMeeting] = useState('')
  const pools = useQuery(orpc.results.pools.queryOptions({ input: { code }, enabled: hasResult && seesAll(me) }))
  const versions = useQuery(orpc.results.versions.queryOptions({ input: { code }, enabled: hasResult }))
  const periods = useQuery(orpc.periods.list.queryOptions())
  const stage = periods.data?.find((row) => row.id === id)?.stage
  return { mayPrint: seesAll(me), pools: pools.data ?? [], versions: versions.data ?? [], mayDecide: me.capabilities.includes('ruling.decide') && stage !== undefined && !decidedFor.includes(stage), meeting, setMeeting }
}
