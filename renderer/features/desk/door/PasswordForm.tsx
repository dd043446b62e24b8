import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { failureOf } from '../../../api/failure.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { FormErrors, type FieldFault } from '../../../ui/FormErrors.tsx'
import { faultAt, stillOpen } from '../../township/system/form-faults.ts'
import { PasswordInput } from './PasswordInput.tsx'
import { PasswordRules } from './PasswordRules.tsx'
import { passwordState } from './password-rules.ts'
import { passwordWords } from './vocabulary.ts'

export interface PasswordFormProps {
  /** The present password where it was typed a moment ago; null asks for it. */
  readonly known: string | null
  readonly onDone: () => void | Promise<void>
  readonly cancel: { readonly label: string; readonly onCancel: () => void }
}

const ids = { current: 'password-current', next: 'password-next', repeat: 'password-repeat' } as const

/** A new password in place of the present one; its rules are shown while one types. */
export function PasswordForm({ known, onDone, cancel }: PasswordFormProps): ReactNode {
  const { client } = useApi()
  const [typed, setTyped] = useState({ current: '', next: '', repeat: '' })
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [isWorking, setWorking] = useState(false)
  const current = known ?? typed.current
  const state = passwordState({ ...typed, current })
  // The present password is judged by the host: its fault stays until it is sent again.
  const open = [...faults.filter(({ id }) => id === ids.current), ...stillOpen(faults, findFaults())]

  function findFaults(): readonly FieldFault[] {
    if (current === '') return [{ id: ids.current, sentence: passwordWords.currentMissing }]
    if (!state.isLong || !state.isMixed) return [{ id: ids.next, sentence: passwordWords.weak }]
    if (!state.isDifferent) return [{ id: ids.next, sentence: passwordWords.unchanged }]
    return state.isRepeated ? [] : [{ id: ids.repeat, sentence: passwordWords.unequal }]
  }

  async function change(): Promise<void> {
    const found = findFaults()
    setFaults(found)
    if (found.length > 0) return
    setWorking(true)
    try {
      await client.session.changePassword({ current, next: typed.next })
      await onDone()
    } catch (error) {
      const { code, sentence } = failureOf(error)
      setFaults([code === 'wrong_key' ? { id: known === null ? ids.current : '', sentence: passwordWords.currentWrong } : { id: '', sentence }])
    } finally {
      setWorking(false)
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWorking) void change()
      }}
    >
      <FormErrors faults={faults} />
      {known === null ? (
        <FieldRow label={passwordWords.current} id={ids.current} required fault={faultAt(open, ids.current)}>
          {(field) => <PasswordInput field={field} autoFocus purpose="current-password" value={typed.current} onChange={(value) => setTyped({ ...typed, current: value })} />}
        </FieldRow>
      ) : null}
      <FieldRow label={passwordWords.next} id={ids.next} required fault={faultAt(open, ids.next)}>
        {(field) => <PasswordInput field={field} autoFocus={known !== null} purpose="new-password" value={typed.next} onChange={(value) => setTyped({ ...typed, next: value })} />}
      </FieldRow>
      <FieldRow label={passwordWords.repeat} id={ids.repeat} required fault={faultAt(open, ids.repeat)} help={<PasswordRules state={state} replaces />}>
        {(field) => <PasswordInput field={field} purpose="new-password" value={typed.repeat} onChange={(value) => setTyped({ ...typed, repeat: value })} />}
      </FieldRow>
      <div className="door-buttons">
        <Button onClick={cancel.onCancel}>{cancel.label}</Button>
        <Button type="primary" htmlType="submit" loading={isWorking}>
          {passwordWords.submit}
        </Button>
      </div>
    </form>
  )
}
