import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Loaded } from '../../module/Loaded.tsx'
import { TabPage } from '../TabFrame.tsx'
import { HistoryBody } from './HistoryBody.tsx'
import { historyWords } from './vocabulary.ts'

/** The caller's own periods that have been published. */
export function OwnHistory({ line }: { readonly line: ReactNode }): ReactNode {
  const { orpc } = useApi()
  const history = useQuery(orpc.results.historyOwn.queryOptions())
  return (
    <TabPage note={line} body="scroll">
      <Loaded query={history} lines={10}>
        {(answer) => (answer === null ? <Empty title={historyWords.empty} hint={historyWords.emptyHint} /> : <div className="history-own"><HistoryBody history={answer} /></div>)}
      </Loaded>
    </TabPage>
  )
}
