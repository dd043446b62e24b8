import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api/api.ts'
import type { PlanRow } from './api-types.ts'
import { Loaded } from '../../frame/Loaded.tsx'
import { PlanForm } from './PlanForm.tsx'

export interface PlanPageProps {
  readonly row: PlanRow
}

/** One plan with its document. */
export function PlanPage({ row }: PlanPageProps): ReactNode {
  const { orpc } = useApi()
  const plan = useQuery(orpc.plans.get.queryOptions({ input: { id: row.id } }))
  return <Loaded query={plan}>{({ document, ...now }) => <PlanForm row={now} document={document} />}</Loaded>
}
