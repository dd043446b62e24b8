import { useMemo } from 'react'
import { useApi, useRevision } from '../../../api/api.ts'
import type { GridSource } from '../../../grid/types.ts'
import type { ExtensionRow, ProposalRow, SupervisionRow } from '../orders/api-types.ts'
import { extensionsRequest, papersRequest, proposalsRequest } from './list-request.ts'

/** The tasks to be supervised on a day, as the grid loads them. */
export function useProposals(on: string): GridSource<ProposalRow> {
  const { client } = useApi()
  const revision = useRevision('task', 'staff', 'module')
  return useMemo(() => ({ key: ({ taskId }) => taskId, revision, load: (request, signal) => client.supervisions.proposals({ on, ...proposalsRequest(request) }, { signal }) }), [client, on, revision])
}

/** The 督办单 that have been issued, as the grid loads them. */
export function usePapers(on: string): GridSource<SupervisionRow> {
  const { client } = useApi()
  const revision = useRevision('task', 'staff', 'module')
  return useMemo(() => ({ key: ({ id }) => id, revision, load: (request, signal) => client.supervisions.list({ on, ...papersRequest(request) }, { signal }) }), [client, on, revision])
}

/** The 延期, as the grid loads them. */
export function useExtensions(): GridSource<ExtensionRow> {
  const { client } = useApi()
  const revision = useRevision('task', 'staff', 'module')
  return useMemo(() => ({ key: ({ id }) => id, revision, load: (request, signal) => client.extensions.list(extensionsRequest(request), { signal }) }), [client, revision])
}
