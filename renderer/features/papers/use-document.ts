import { useState } from 'react'
import { useApi } from '../../api/api.ts'
import type { TownshipClient } from '../../api/connection.ts'
import { sentenceOf } from '../../api/failure.ts'
import { useNotice } from '../../ui/use-notice.tsx'
import { exportWords } from './vocabulary.ts'

type Made = Awaited<ReturnType<TownshipClient['documents']['minutes']>>

/** Which document is made. */
export type MakeDocument = (client: TownshipClient) => Promise<Made>

/** Makes a Word document and lets the user save it. */
export function useDocument(): { readonly isMaking: boolean; readonly save: (make: MakeDocument) => Promise<void> } {
  const { client, desktop } = useApi()
  const notice = useNotice()
  const [isMaking, setMaking] = useState(false)

  async function save(make: MakeDocument): Promise<void> {
    setMaking(true)
    try {
      const { file } = await make(client)
      const saved = await desktop.saveFile({ suggestedName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      if (saved.kind === 'saved') notice.done(exportWords.saved(saved.name))
      else notice.failed(saved.kind === 'failed' ? saved.reason : exportWords.notSaved)
    } catch (error) {
      notice.failed(sentenceOf(error))
    } finally {
      setMaking(false)
    }
  }

  return { isMaking, save }
}
