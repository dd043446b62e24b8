import type { ReactNode } from 'react'
import type { PasswordState } from './password-rules.ts'
import { passwordWords } from './vocabulary.ts'

export interface PasswordRulesProps {
  readonly state: PasswordState
  /** Whether it replaces another one. */
  readonly replaces: boolean
}

/** The rules of a new password; each says whether it is met while one types. */
export function PasswordRules({ state, replaces }: PasswordRulesProps): ReactNode {
  const rules = [
    { text: passwordWords.long, met: state.isLong },
    { text: passwordWords.mixed, met: state.isMixed },
    ...(replaces ? [{ text: passwordWords.different, met: state.isDifferent }] : []),
    { text: passwordWords.same, met: state.isRepeated },
  ]
  return (
    <ul className="door-rules" aria-label={passwordWords.rules}>
      {rules.map(({ text, met }) => (
        <li key={text} className={met ? 'door-rule-met' : undefined}>
          <span aria-hidden="true">{met ? '✓' : '○'}</span>
          {text}
          <span className="ui-unseen">{met ? passwordWords.met : passwordWords.unmet}</span>
        </li>
      ))}
    </ul>
  )
}
