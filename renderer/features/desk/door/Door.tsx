import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/failure.ts'
import { useStore } from '../../../api/store.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { CreateWizard } from './CreateWizard.tsx'
import { DemoTownship } from './DemoTownship.tsx'
import { DoorFrame } from './DoorFrame.tsx'
import { FirstChoice } from './FirstChoice.tsx'
import { FirstPassword } from './FirstPassword.tsx'
import { Login } from './Login.tsx'
import { RestoreForm } from './RestoreForm.tsx'
import { useDemo } from './use-demo.ts'

/** What is shown while nobody is logged in, and to whoever must replace a one-time password first. */
export function Door(): ReactNode {
  const { orpc, session } = useApi()
  const entered = useStore(session.entered)
  const status = useQuery(orpc.door.status.queryOptions())
  const { demo, make, forget } = useDemo()
  const [chosen, setChosen] = useState<'none' | 'create' | 'restore'>('none')
  const [usedPassword, setUsedPassword] = useState<string | null>(null)

  if (entered.kind === 'inside') return <FirstPassword known={usedPassword} />
  if (demo.kind !== 'none') return <DemoTownship demo={demo} onRetry={make} onBack={forget} />
  if (chosen === 'create') return <CreateWizard onBack={() => setChosen('none')} />
  if (status.data === undefined) return <DoorFrame>{status.error === null ? <Loading /> : <Failure sentence={sentenceOf(status.error)} onRetry={() => void status.refetch()} />}</DoorFrame>
  if (status.data.state !== 'empty') return <Login onEntered={setUsedPassword} />
  if (chosen === 'restore') return <RestoreForm onBack={() => setChosen('none')} onRestored={() => void status.refetch()} />
  return <FirstChoice onCreate={() => setChosen('create')} onDemo={make} onRestore={() => setChosen('restore')} />
}
