/** What a password must meet; the host checks the first two again. */
export interface PasswordState {
  readonly isLong: boolean
  /** Letters of any script, and digits. */
  readonly isMixed: boolean
  readonly isDifferent: boolean
  readonly isRepeated: boolean
}

const leastCharacters = 10

/** Which rules the typed password meets. `current` is what it replaces; empty when there is none. */
export function passwordState(typed: { readonly next: string; readonly repeat: string; readonly current: string }): PasswordState {
  return {
    isLong: typed.next.length >= leastCharacters,
    isMixed: /\p{L}/u.test(typed.next) && /\d/.test(typed.next),
    isDifferent: typed.next !== '' && typed.next !== typed.current,
    isRepeated: typed.next !== '' && typed.next === typed.repeat,
  }
}
