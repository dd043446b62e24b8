import { useState } from 'react'
import { sentenceOf } from '../../shared/contract/errors.ts'
import { fieldNameOf } from '../../shared/contract/vocabulary.ts'
import { failureOf } from '../api/failure.ts'
import type { FieldFault } from '../ui/FormErrors.tsx'

export interface Submitting<Way> {
  readonly faults: readonly FieldFault[]
  readonly isSending: boolean
  /** Sends once; while an answer is open further calls do nothing. */
  readonly send: (way: Way) => void
  /** Takes back what was said about a field that is being typed in again. */
  readonly drop: (id: string) => void
}

/**
 * Sends a form, in one of several ways where it has several buttons. `submit` answers with the faults it found itself, empty when it
 * is done; a failed call becomes faults too, those of its fields led to by `fieldOf` (the dotted path of the input → the id of the
 * FieldRow; '' is the whole form).
 */
export function useSubmit<Way = void>(submit: (way: Way) => Promise<readonly FieldFault[]>, fieldOf: (path: string) => string = () => ''): Submitting<Way> {
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [isSending, setSending] = useState(false)

  async function send(way: Way): Promise<void> {
    if (isSending) return
    setSending(true)
    try {
      setFaults(await submit(way))
    } catch (error) {
      setFaults(faultsOf(error, fieldOf))
    } finally {
      setSending(false)
    }
  }

  return { faults, isSending, send: (way) => void send(way), drop: (id) => setFaults((found) => (found.some((fault) => fault.id === id) ? found.filter((fault) => fault.id !== id) : found)) }
}

/** What a failed call means for a form: the faults of its fields, or the one sentence. */
export function faultsOf(error: unknown, fieldOf: (path: string) => string): readonly FieldFault[] {
  const { sentence, faults } = failureOf(error)
  const led = faults.flatMap(({ path, message }) => {
    const id = fieldOf(path)
    return id === '' ? [] : [{ id, sentence: wholeSentence(path, message) }]
  })
  return led.length > 0 ? led : [{ id: '', sentence }]
}

/** A rule of the data's side speaks in sentences, a schema only says what is wrong: `不能超过 60 字`. */
function wholeSentence(path: string, message: string): string {
  return message.endsWith('。') ? message : sentenceOf('invalid_input', { field: fieldNameOf(path), reason: message })
}
