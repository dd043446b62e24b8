import { useEffect, useRef, useState } from 'react'
import type { AttachmentOwner } from '../../../../shared/domain/township/attachments/codes.ts'
import { faultBeforeReading } from '../../../../shared/domain/township/attachments/check-file.ts'
import { largestAttachment } from '../../../../shared/domain/township/attachments/limits.ts'
import { attachmentSentence } from '../../../../shared/domain/township/attachments/vocabulary.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { isPicture, largestPicture, shrinkImage } from './shrink-image.ts'

export interface Owner {
  readonly kind: AttachmentOwner
  readonly id: string
}

export interface Upload {
  readonly key: number
  readonly name: string
  readonly stage: 'waiting' | 'shrinking' | 'sending'
}

/** A file that was not taken, and why. */
export interface FailedUpload {
  readonly key: number
  readonly name: string
  readonly sentence: string
}

export interface Uploads {
  readonly running: readonly Upload[]
  readonly failed: readonly FailedUpload[]
  readonly add: (files: readonly File[]) => void
  readonly cancel: (key: number) => void
  readonly dismiss: (key: number) => void
}

/** Files on their way to a record, one after the other. What is refused by name or size is never read. */
export function useUploads(owner: Owner): Uploads {
  const { client } = useApi()
  const [running, setRunning] = useState<readonly Upload[]>([])
  const [failed, setFailed] = useState<readonly FailedUpload[]>([])
  const stops = useRef(new Map<number, AbortController>())
  const queue = useRef(Promise.resolve())
  const last = useRef(0)

  useEffect(() => {
    const held = stops.current
    return () => held.forEach((stop) => stop.abort())
  }, [])

  const fail = (key: number, name: string, sentence: string) => setFailed((before) => [...before, { key, name, sentence }])
  const setStage = (key: number, stage: Upload['stage']) => setRunning((before) => before.map((upload) => (upload.key === key ? { ...upload, stage } : upload)))

  async function send(key: number, file: File, { signal }: AbortController): Promise<void> {
    try {
      if (signal.aborted) return
      if (isPicture(file.name)) setStage(key, 'shrinking')
      const kept = isPicture(file.name) ? await shrinkImage(file) : file
      if (signal.aborted) return
      const fault = faultBeforeReading(kept.name, kept.size)
      if (fault !== null) {
        fail(key, file.name, attachmentSentence(file.name, fault))
        return
      }
      setStage(key, 'sending')
      await client.attachments.add({ owner, file: kept }, { signal })
    } catch (error) {
      if (!signal.aborted) fail(key, file.name, sentenceOf(error))
    } finally {
      stops.current.delete(key)
      setRunning((before) => before.filter((upload) => upload.key !== key))
    }
  }

  function add(files: readonly File[]): void {
    for (const file of files) {
      last.current += 1
      const key = last.current
      const fault = faultBeforeReading(file.name, file.size, isPicture(file.name) ? largestPicture : largestAttachment)
      if (fault !== null) {
        fail(key, file.name, attachmentSentence(file.name, fault))
        continue
      }
      const stop = new AbortController()
      stops.current.set(key, stop)
      setRunning((before) => [...before, { key, name: file.name, stage: 'waiting' }])
      queue.current = queue.current.then(() => send(key, file, stop))
    }
  }

  return {
    running,
    failed,
    add,
    cancel(key) {
      stops.current.get(key)?.abort()
      setRunning((before) => before.filter((upload) => upload.key !== key))
    },
    dismiss: (key) => setFailed((before) => before.filter((upload) => upload.key !== key)),
  }
}
