import { useQuery } from '@tanstack/react-query'
import { useApi, useMe } from '../../../api/api.ts'
import type { ChosenPeriod } from '../../../api/period.ts'
import { seesAll } from '../../../frame/may.ts'
import type { PoolRow, VersionRow } from '../../plans/api-types.ts'

export interface ResultContext {
  /** Empty for who does not see the whole township. */
  readonly pools: readonly PoolRow[]
  readonly versions: readonly VersionRow[]
  /** The whole list is there to be hung up. */
  readonly mayPrint: boolean
  /** By office, and not by 公示 alone: whoever hands out the 结果告知单. */
  readonly mayNotify: boolean
}

/** What stands beside the list of results of a period, once there is one. */
export function useResultContext({ code }: ChosenPeriod, hasResult: boolean): ResultContext {
  const { orpc } = useApi()
  const me = useMe()
  const pools = useQuery(orpc.results.pools.queryOptions({ input: { code }, enabled: hasResult && seesAll(me) }))
  const versions = useQuery(orpc.results.versions.queryOptions({ input: { code }, enabled: hasResult }))
  return { mayPrint: seesAll(me), mayNotify: seesAll(me) || me.heads.length + me.leads.length > 0, pools: pools.data ?? [], versions: versions.data ?? [] }
}
