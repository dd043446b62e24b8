import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Me } from '../../shared/contract/township/session.ts'
import { useApi } from '../api/api.ts'
import { shellWords } from './vocabulary.ts'

/** How many things wait for whoever is logged in; when more do while the window is out of sight, the system says how many. */
export function useReminders(me: Me): number {
  const { orpc, desktop } = useApi()
  const { data } = useQuery(orpc.workbench.reminders.queryOptions({ enabled: me.capabilities.includes('task.work') }))
  const total = data === undefined ? null : data.tasks + data.supervision + data.records + data.issues + data.rulings
  const before = useRef<number | null>(null)
  useEffect(() => {
    if (total === null) return
    if (before.current !== null && total > before.current && document.hidden) desktop.notify({ title: shellWords.reminder, body: shellWords.reminderBody(total) })
    before.current = total
  }, [total, desktop])
  return total ?? 0
}
