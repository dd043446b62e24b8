import { useState } from 'react'
import type { makingStages } from '../../../../shared/contract/desk/door.ts'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'

export type MakingStage = (typeof makingStages)[number]

/** An account of the demo with its one-time password. */
export interface DemoAccount {
  readonly name: string
  readonly staffName: string
  readonly roles: readonly string[]
  readonly password: string
}

export type DemoState =
  | { readonly kind: 'none' }
  | { readonly kind: 'making'; readonly stage: MakingStage }
  | { readonly kind: 'made'; readonly accounts: readonly DemoAccount[]; readonly recoveryKey: string }
  | { readonly kind: 'failed'; readonly sentence: string }

/** The making of the demo township: how far it is, and what it made. Passwords are kept as long as the page stands. */
export function useDemo(): { readonly demo: DemoState; readonly make: () => void; readonly forget: () => void } {
  const { client } = useApi()
  const [demo, setDemo] = useState<DemoState>({ kind: 'none' })

  async function run(): Promise<void> {
    setDemo({ kind: 'making', stage: 'inventing' })
    try {
      for await (const event of await client.door.createDemo()) setDemo(event.kind === 'progress' ? { kind: 'making', stage: event.stage } : { kind: 'made', accounts: event.accounts, recoveryKey: event.recoveryKey })
    } catch (error) {
      setDemo({ kind: 'failed', sentence: sentenceOf(error) })
    }
  }

  return { demo, make: () => void run(), forget: () => setDemo({ kind: 'none' }) }
}
