import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import type { Uploads } from './use-uploads.ts'
import { attachmentWords as words } from './vocabulary.ts'

/** What is on its way, and what was not taken with the reason. */
export function UploadRows({ uploads: { running, failed, cancel, dismiss } }: { readonly uploads: Uploads }): ReactNode {
  if (running.length + failed.length === 0) return null
  return (
    <ul className="attachments-uploads" aria-label={words.uploads}>
      {running.map(({ key, name, stage }, place) => (
        <li key={key}>
          <ProgressBar label={`${name} · ${words.stages[stage]}`} done={place + 1} total={null} onCancel={() => cancel(key)} />
        </li>
      ))}
      {failed.map(({ key, name, sentence }) => (
        <li key={key} className="attachments-failed" role="alert">
          <span>{sentence}</span>
          <Button size="small" aria-label={words.dismissOne(name)} onClick={() => dismiss(key)}>{words.dismiss}</Button>
        </li>
      ))}
    </ul>
  )
}
