import { useQuery } from '@tanstack/react-query'
import { useApi, useMe } from '../../../api/api.ts'
import { today } from '../../../api/today.ts'
import { may } from '../../../frame/may.ts'
import type { VillageRow } from './api-types.ts'

const none: readonly VillageRow[] = []

/** The villages with their 组团 of today, in official order; empty while loading and for whoever keeps no registers. */
export function useVillages(): readonly VillageRow[] {
  const { orpc } = useApi()
  return useQuery(orpc.villages.list.queryOptions({ input: { on: today() }, enabled: may(useMe(), 'register.enter') })).data ?? none
}
