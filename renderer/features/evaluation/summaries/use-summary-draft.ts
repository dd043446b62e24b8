import { useEffect, useRef, useState } from 'react'
import { summaryLimits } from '../../../../shared/domain/evaluation/summaries/self-summary.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import type { SavedState } from '../../../ui/SavedSign.tsx'
import { useLeaveGuard } from '../../../frame/use-leave-guard.ts'
import type { OwnSummaryAnswer } from '../../plans/api-types.ts'
import { summaryWords } from './vocabulary.ts'

export interface SummaryDraft {
  readonly text: string
  readonly saved: SavedState
  readonly type: (text: string) => void
  /** Hands in what has been typed, once what is being saved has been. @throws what the host refuses */
  readonly submit: () => Promise<void>
}

/** So long nothing is typed before it is saved. */
const pauseMs = 1500

/** The own 个人小结 while it is written: saved in each pause, and before the page is left. */
export function useSummaryDraft(periodId: string, own: OwnSummaryAnswer): SummaryDraft {
  const { client } = useApi()
  const [typed, setTyped] = useState<string | null>(null)
  const [saved, setSaved] = useState<SavedState>({ kind: 'idle' })
  // What the host has from here. What it got from elsewhere is taken over where nothing typed would be lost by it.
  const held = useRef({ text: own.text, version: own.version })
  const writing = useRef<Promise<boolean>>(Promise.resolve(true))
  const isDirty = typed !== null && typed !== held.current.text
  if (!isDirty && (own.version ?? 0) > (held.current.version ?? 0)) {
    held.current = { text: own.text, version: own.version }
    if (typed !== null) setTyped(null)
  }

  function save(text: string): Promise<boolean> {
    writing.current = writing.current.then(async () => {
      if (text.trim().length > summaryLimits.most) {
        setSaved({ kind: 'failed', sentence: summaryWords.tooLong(summaryLimits.most, text.trim().length) })
        return false
      }
      setSaved({ kind: 'saving' })
      try {
        const { version } = await client.summaries.save({ periodId, text, version: held.current.version })
        held.current = { text, version }
        setSaved({ kind: 'saved', at: new Date() })
        return true
      } catch (error) {
        setSaved({ kind: 'failed', sentence: sentenceOf(error), onRetry: () => void save(text) })
        return false
      }
    })
    return writing.current
  }

  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    if (!isDirty) return undefined
    const timer = setTimeout(() => void latest.current(typed), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, isDirty])
  useLeaveGuard(isDirty, () => save(typed ?? ''))

  const text = typed ?? held.current.text ?? (own.mayWrite ? own.proposal : '')
  return {
    text,
    saved,
    type: setTyped,
    async submit() {
      await writing.current
      const { version } = await client.summaries.submit({ periodId, text, version: held.current.version })
      held.current = { text, version }
      setSaved({ kind: 'idle' })
    },
  }
}
