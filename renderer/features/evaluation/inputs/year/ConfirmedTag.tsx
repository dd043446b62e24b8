import type { ReactNode } from 'react'
import { StateTag } from '../../../../ui/StateTag.tsx'
import { confirmedText, type Confirmable } from './confirmed-text.ts'

/** Whether 党政正职 has confirmed what is entered; nothing where nothing is. */
export function ConfirmedTag(of: Confirmable): ReactNode {
  return of.isEntered ? <StateTag tone={of.confirmedBy === null ? 'warn' : 'good'}>{confirmedText(of)}</StateTag> : null
}
