import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { nameKeyOf } from '../../../shared/domain/search/search-key.ts'
import { useApi, useMe } from '../../api/api.ts'
import { today } from '../../api/today.ts'
import { may } from '../module/may.ts'

export interface VillageOption {
  readonly id: string
  readonly name: string
  /** The spellings of the name, for search by pinyin. */
  readonly key: string
}

const none: readonly VillageOption[] = []

/** The villages in official order; empty while loading. */
export function useVillages(): readonly VillageOption[] {
  const { orpc } = useApi()
  const { data } = useQuery(orpc.villages.list.queryOptions({ input: { on: today() }, enabled: may(useMe(), 'register.enter') }))
  return useMemo(() => (data === undefined ? none : data.map(({ id, name }) => ({ id, name, key: nameKeyOf(name) }))), [data])
}
