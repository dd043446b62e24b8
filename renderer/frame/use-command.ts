import { useState } from 'react'
import { sentenceOf } from '../api/failure.ts'
import { useNotice } from '../ui/use-notice.tsx'

export interface CommandRun {
  readonly isBusy: boolean
  /** Does the work, says what it gives (nothing when null), or says why it failed. True when it was done. */
  readonly run: (work: () => Promise<string | null>) => Promise<boolean>
}

/** One command at a time of a screen: busy while it runs, its outcome as a notice. */
export function useCommand(): CommandRun {
  const notice = useNotice()
  const [isBusy, setBusy] = useState(false)
  return {
    isBusy,
    async run(work) {
      setBusy(true)
      try {
        const said = await work()
        if (said !== null) notice.done(said)
        return true
      } catch (error) {
        notice.failed(sentenceOf(error))
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
