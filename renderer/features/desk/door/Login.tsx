import { Button, Input, type InputRef } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { DoorFrame } from './DoorFrame.tsx'
import { PasswordInput } from './PasswordInput.tsx'
import { loginWords } from './vocabulary.ts'
import { Notice } from '../../township/system/Notice.tsx'

export interface LoginProps {
  /** Told with which password: the form that replaces a one-time password need not ask for it again. */
  readonly onEntered: (password: string) => void
}

interface Refused {
  readonly account?: string
  readonly password?: string
  readonly whole?: string
}

/** Account name and password. What was typed stays when it is refused. */
export function Login({ onEntered }: LoginProps): ReactNode {
  const { client, session } = useApi()
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<Refused>({})
  const [isWorking, setWorking] = useState(false)
  const passwordInput = useRef<InputRef>(null)

  async function login(): Promise<void> {
    const name = account.trim()
    if (name === '' || password === '') {
      setRefused({ ...(name === '' ? { account: loginWords.accountMissing } : {}), ...(password === '' ? { password: loginWords.passwordMissing } : {}) })
      return
    }
    setWorking(true)
    setRefused({})
    try {
      const answer = await client.session.login({ kind: 'account', name, password })
      onEntered(password)
      session.enter(answer)
    } catch (error) {
      setRefused({ whole: sentenceOf(error) })
      setWorking(false)
      passwordInput.current?.focus({ cursor: 'all' })
    }
  }

  return (
    <DoorFrame>
      <form
        className="door-box"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWorking) void login()
        }}
      >
        <h1>{loginWords.title}</h1>
        {refused.whole === undefined ? null : <Notice tone="bad">{refused.whole}</Notice>}
        <FieldRow label={loginWords.account} fault={refused.account}>
          {(field) => <Input {...field} autoComplete="username" autoFocus spellCheck={false} value={account} onChange={(event) => setAccount(event.target.value)} />}
        </FieldRow>
        <FieldRow label={loginWords.password} fault={refused.password}>
          {(field) => <PasswordInput field={field} inputRef={passwordInput} purpose="current-password" value={password} onChange={setPassword} />}
        </FieldRow>
        <Button className="door-submit" type="primary" htmlType="submit" block loading={isWorking}>
          {loginWords.submit}
        </Button>
        <p className="door-small">{loginWords.forgotten}</p>
      </form>
    </DoorFrame>
  )
}
