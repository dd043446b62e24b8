import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { quarterSources } from '../../../../shared/domain/evaluation/inputs/input-sources.ts'
import { useApi } from '../../../api/api.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import type { InputProps } from './input-props.ts'
import { SourceTable } from './SourceTable.tsx'

/** 数据来源: each input of the engine, who enters and confirms it, how many there are, what waits and what is missing, with the way there. */
export function SourceList({ period }: InputProps): ReactNode {
  const { orpc } = useApi()
  const sources = useQuery(orpc.inputSources.list.queryOptions({ input: { periodId: period.id } }))
  return <Loaded query={sources}>{(rows) => <SourceTable rows={rows.map(({ key, ...counts }) => ({ key, source: quarterSources[key], counts }))} />}</Loaded>
}
