import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { useNotice } from '../../../ui/use-notice.tsx'
import { attachmentWords as words } from './vocabulary.ts'

/** Writes an attachment where the user says; nothing is ever opened from there. */
export function useSaveAs(): (row: { readonly id: string; readonly name: string }) => Promise<void> {
  const { client, desktop } = useApi()
  const notice = useNotice()
  return async ({ id, name }) => {
    try {
      const { file } = await client.attachments.read({ id })
      const saved = await desktop.saveFile({ suggestedName: name, bytes: new Uint8Array(await file.arrayBuffer()) })
      if (saved.kind === 'saved') notice.done(words.saved(saved.name))
      if (saved.kind === 'failed') notice.failed(saved.reason)
    } catch (error) {
      notice.failed(sentenceOf(error))
    }
  }
}
