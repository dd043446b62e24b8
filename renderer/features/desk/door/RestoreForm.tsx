import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { handPieces } from '../../../../shared/contract/transfer-pieces.ts'
import { useApi } from '../../../api/api.ts'
import { failureOf } from '../../../api/failure.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { FormErrors, type FieldFault } from '../../../ui/FormErrors.tsx'
import { faultAt } from '../../township/system/form-faults.ts'
import { chooseBackup } from '../../township/backups/choose-backup.ts'
import { Working } from '../../../ui/Working.tsx'
import { DoorFrame } from './DoorFrame.tsx'
import { tidyKey } from './recovery-key.ts'
import { doorWords, restoreWords } from './vocabulary.ts'

export interface RestoreFormProps {
  readonly onBack: () => void
  readonly onRestored: () => void
}

const ids = { file: 'restore-file', key: 'restore-key' } as const

/** A township brought back from a backup file and the printed recovery key. */
export function RestoreForm({ onBack, onRestored }: RestoreFormProps): ReactNode {
  const { client } = useApi()
  const [file, setFile] = useState<File | null>(null)
  const [key, setKey] = useState('')
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [isWorking, setWorking] = useState(false)

  async function choose(): Promise<void> {
    const chosen = await chooseBackup()
    if (chosen === null) return
    setFile(chosen)
    setFaults([])
  }

  async function restore(): Promise<void> {
    if (file === null || key.trim() === '') {
      setFaults([...(file === null ? [{ id: ids.file, sentence: restoreWords.fileMissing }] : []), ...(key.trim() === '' ? [{ id: ids.key, sentence: restoreWords.keyMissing }] : [])])
      return
    }
    setFaults([])
    setWorking(true)
    try {
      const transfer = await handPieces(file, (bytes) => new File([bytes], 'piece'), (part) => client.door.sendBackup(part))
      await client.door.restore({ transfer, recoveryKey: tidyKey(key) })
      onRestored()
    } catch (error) {
      const { code, sentence } = failureOf(error)
      setFaults([code === 'wrong_key' ? { id: ids.key, sentence: restoreWords.keyWrong } : { id: code === 'backup_refused' ? ids.file : '', sentence }])
      setWorking(false)
    }
  }

  return (
    <DoorFrame>
      <form
        className="door-box door-box-wide"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWorking) void restore()
        }}
      >
        <h1>{restoreWords.title}</h1>
        <p>{restoreWords.hint}</p>
        <FormErrors faults={faults} />
        <FieldRow label={restoreWords.file} id={ids.file} required fault={faultAt(faults, ids.file)}>
          {({ status, ...field }) => (
            <div className="door-file">
              <Button {...field} aria-label={restoreWords.choose} danger={status === 'error'} onClick={() => void choose()} disabled={isWorking}>
                {restoreWords.choose}
              </Button>
              <span>{file?.name ?? restoreWords.noFile}</span>
            </div>
          )}
        </FieldRow>
        <FieldRow label={restoreWords.key} id={ids.key} required fault={faultAt(faults, ids.key)} help={restoreWords.keyHelp}>
          {(field) => <Input {...field} className="door-mono" spellCheck={false} autoComplete="off" value={key} onChange={(event) => setKey(event.target.value)} disabled={isWorking} />}
        </FieldRow>
        {isWorking ? <Working label={restoreWords.working} /> : null}
        <div className="door-buttons">
          <Button onClick={onBack} disabled={isWorking}>
            {doorWords.back}
          </Button>
          <Button type="primary" htmlType="submit" loading={isWorking}>
            {restoreWords.submit}
          </Button>
        </div>
      </form>
    </DoorFrame>
  )
}
