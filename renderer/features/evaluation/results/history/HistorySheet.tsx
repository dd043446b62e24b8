import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../../api/api.ts'
import { SideSheet } from '../../../../ui/SideSheet.tsx'
import { Loaded } from '../../../../frame/Loaded.tsx'
import { HistoryBody } from './HistoryBody.tsx'
import { historyWords } from './vocabulary.ts'

export interface HistorySheetProps {
  /** Whose; null closes the sheet. */
  readonly person: { readonly staffId: string; readonly staffName: string } | null
  readonly onClose: () => void
}

const sheetWidth = 1120

/** 历年考评 of a person over the list he was chosen from. */
export function HistorySheet({ person, onClose }: HistorySheetProps): ReactNode {
  return (
    <SideSheet open={person !== null} title={person === null ? '' : historyWords.title(person.staffName)} width={sheetWidth} onClose={onClose}>
      {person === null ? null : <HistoryOf key={person.staffId} staffId={person.staffId} />}
    </SideSheet>
  )
}

function HistoryOf({ staffId }: { readonly staffId: string }): ReactNode {
  const { orpc } = useApi()
  const history = useQuery(orpc.results.history.queryOptions({ input: { staffId } }))
  return <Loaded query={history} lines={10}>{(answer) => <HistoryBody history={answer} />}</Loaded>
}
