import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../../api/api.ts'
import { Loaded } from '../../../../frame/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { HistoryBody } from './HistoryBody.tsx'
import './history.css'
import { historyWords } from './vocabulary.ts'

/** The caller's own periods that have been published, below the one that is open; nothing before the first. */
export function OwnHistory(): ReactNode {
  const { orpc } = useApi()
  const history = useQuery(orpc.results.historyOwn.queryOptions())
  return (
    <Loaded query={history}>
      {(answer) => (answer === null || answer.rows.length === 0 ? null : <div className="history-own"><Section title={historyWords.open}><HistoryBody history={answer} /></Section></div>)}
    </Loaded>
  )
}
