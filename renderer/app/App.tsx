import { useEffect, useState, type ReactNode } from 'react'
import { useApi } from '../api/api.ts'
import { failureOf } from '../api/failure.ts'
import { useStore } from '../api/store.ts'
import { Door } from '../features/desk/door/Door.tsx'
import { SetupWizard } from '../features/desk/door/SetupWizard.tsx'
import { Look } from '../ui/Look.tsx'
import type { Density } from '../ui/tokens.ts'
import { ErrorScreen } from './ErrorScreen.tsx'
import { LostStrip } from './LostStrip.tsx'
import { lockWhenIdle } from './lock-when-idle.ts'
import { Shell } from './Shell.tsx'

/** The window: the door for nobody, the wizard for whoever has just made the township, the shell for everyone else. */
export function App(): ReactNode {
  const { client, session, desktop } = useApi()
  const entered = useStore(session.entered)
  const [density, setDensity] = useState<Density>(() => (sessionStorage.getItem('density') === 'compact' ? 'compact' : 'comfortable'))

  useEffect(() => desktop.onLock(() => void session.leave()), [desktop, session])
  useEffect(() => {
    if (entered.kind !== 'inside') return undefined
    const stillHere = () => client.session.me().catch((error: unknown) => (failureOf(error).code === 'session_required' ? session.leave() : undefined))
    return lockWhenIdle(() => void session.leave(), () => void stillHere())
  }, [entered.kind, client, session])

  function changeDensity(next: Density): void {
    sessionStorage.setItem('density', next)
    setDensity(next)
  }

  function content(): ReactNode {
    if (entered.kind === 'outside' || entered.me.mustChangePassword) return <Door />
    if (entered.me.roles.includes('setup')) return <SetupWizard />
    return <Shell me={entered.me} density={density} onDensity={changeDensity} />
  }

  return (
    <Look density={density}>
      <ErrorScreen>
        <LostStrip />
        {content()}
      </ErrorScreen>
    </Look>
  )
}
