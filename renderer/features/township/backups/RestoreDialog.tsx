import { Button, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { handPieces } from '../../../../shared/contract/transfer-pieces.ts'
import { useApi } from '../../../api/api.ts'
import { failureOf } from '../../../api/failure.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { FormErrors, type FieldFault } from '../../../ui/FormErrors.tsx'
import { faultAt } from '../system/form-faults.ts'
import { systemWords } from '../system/vocabulary.ts'
import { chooseBackup } from './choose-backup.ts'
import { sizeText } from '../../../frame/size-text.ts'
import { backupWords as words } from './vocabulary.ts'
import { Working } from '../../../ui/Working.tsx'
import { Notice } from '../system/Notice.tsx'

type State =
  | { readonly kind: 'filling'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'restoring'; readonly label: string }
  | { readonly kind: 'restored'; readonly kept: string; readonly missing: number }

const ids = { file: 'restore-file', typed: 'restore-typed' } as const

/** Replaces the data by a backup's, after the word 恢复 was typed; who did it logs in again. */
export function RestoreDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { client, session } = useApi()
  const [file, setFile] = useState<File | null>(null)
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<State>({ kind: 'filling', faults: [] })

  async function choose(): Promise<void> {
    const chosen = await chooseBackup()
    if (chosen === null) return
    setFile(chosen)
    setState({ kind: 'filling', faults: [] })
  }

  async function restore(): Promise<void> {
    const isConfirmed = typed.trim() === words.word
    if (file === null || !isConfirmed) {
      setState({ kind: 'filling', faults: [...(file === null ? [{ id: ids.file, sentence: words.fileMissing }] : []), ...(isConfirmed ? [] : [{ id: ids.typed, sentence: words.typedWrong }])] })
      return
    }
    setState({ kind: 'restoring', label: words.restoring })
    try {
      const transfer = await handPieces(file, (bytes) => new File([bytes], 'piece'), (part) => client.system.sendBackup(part), {
        onProgress: (done, of) => setState({ kind: 'restoring', label: done < of ? words.reading(sizeText(done), sizeText(of)) : words.restoring }),
      })
      setState({ kind: 'restored', ...(await client.system.restore({ transfer })) })
    } catch (error) {
      const { code, sentence } = failureOf(error)
      setState({ kind: 'filling', faults: [{ id: code === 'backup_refused' ? ids.file : '', sentence }] })
    }
  }

  if (state.kind === 'restored') {
    return (
      <Modal
        open
        title={words.restored}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
        footer={
          <Button type="primary" autoFocus onClick={() => void session.leave()}>
            {words.again}
          </Button>
        }
      >
        {words.restoredText(state.kept)}
        {state.missing === 0 ? null : <Notice tone="warn">{words.missing(state.missing)}</Notice>}
      </Modal>
    )
  }
  const faults = state.kind === 'filling' ? state.faults : []
  const isWorking = state.kind === 'restoring'
  return (
    <Modal
      open
      title={words.restoreTitle}
      okText={words.word}
      cancelText={systemWords.cancel}
      okButtonProps={{ danger: true, htmlType: 'submit', form: 'restore-form' }}
      cancelButtonProps={{ disabled: isWorking }}
      confirmLoading={isWorking}
      closable={!isWorking}
      keyboard={!isWorking}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <form
        id="restore-form"
        className="restore-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWorking) void restore()
        }}
      >
        <Notice tone="warn">{words.restoreWarning}</Notice>
        <FormErrors faults={faults} />
        <FieldRow label={words.fileLabel} id={ids.file} required fault={faultAt(faults, ids.file)}>
          {({ status, ...field }) => (
            <div className="restore-file">
              <Button {...field} aria-label={words.choose} danger={status === 'error'} disabled={isWorking} onClick={() => void choose()}>
                {words.choose}
              </Button>
              <span>{file?.name ?? words.noFile}</span>
            </div>
          )}
        </FieldRow>
        <FieldRow label={words.typed} id={ids.typed} required fault={faultAt(faults, ids.typed)} help={words.typedHelp}>
          {(field) => <Input {...field} autoComplete="off" disabled={isWorking} value={typed} onChange={(event) => setTyped(event.target.value)} style={{ width: 120 }} />}
        </FieldRow>
        {state.kind === 'restoring' ? <Working label={state.label} /> : null}
      </form>
    </Modal>
  )
}
