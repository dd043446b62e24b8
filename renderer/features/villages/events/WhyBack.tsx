import type { ReactNode } from 'react'
import type { RecordRow } from './api-types.ts'
import { recordWords } from './vocabulary.ts'

/** Why a record came back: sent back, or waiting again because its verification was taken back. Nothing of any other. */
export function WhyBack({ record: { state, rejectReason } }: { readonly record: Pick<RecordRow, 'state' | 'rejectReason'> }): ReactNode {
  if (state === 'rejected') return <p className="form-notice">{recordWords.returnedBecause(rejectReason ?? recordWords.noReason)}</p>
  return rejectReason === null ? null : <p className="form-notice">{recordWords.unverifiedBecause(rejectReason)}</p>
}
