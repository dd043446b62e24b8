import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Me } from '../../shared/contract/township/session.ts'
import { useApi } from '../api/api.ts'
import { PeriodContext } from '../api/period.ts'
import { tabKey, useNavigation, usePlace } from '../api/place.ts'
import { ChangePassword } from '../features/desk/door/ChangePassword.tsx'
import { Loading } from '../ui/Loading.tsx'
import type { Density } from '../ui/tokens.ts'
import { windowCommands, type CommandHands } from './commands.ts'
import { followShortcuts } from './follow-shortcuts.ts'
import { Palette } from './Palette.tsx'
import './shell.css'
import { TabBody } from './TabBody.tsx'
import { TabLine } from './TabLine.tsx'
import { tabsOf } from './tabs.ts'
import { TitleLine } from './TitleLine.tsx'
import { useReminders } from './use-reminders.ts'
import { useChosenPeriod } from './use-chosen-period.ts'
import { shellWords } from './vocabulary.ts'

const Manual = lazy(() => import('../features/desk/help/Manual.tsx').then((file) => ({ default: file.Manual })))

export interface ShellProps {
  readonly me: Me
  readonly density: Density
  readonly onDensity: (density: Density) => void
}

/** The window of whoever is logged in: title line, tabs, and the place one is at. */
export function Shell({ me, density, onDensity }: ShellProps): ReactNode {
  const { orpc, session, desktop } = useApi()
  const navigation = useNavigation()
  const place = usePlace()
  const [isSearching, setSearching] = useState(false)
  const [isChangingPassword, setChangingPassword] = useState(false)
  const [isReading, setReading] = useState(false)
  const mayRead = me.capabilities.includes('staff.read')
  const modules = useQuery(orpc.organisation.modules.queryOptions({ enabled: mayRead }))
  const period = useChosenPeriod(me)
  const waiting = useReminders(me)
  const tabs = useMemo(() => tabsOf(me, modules.data ?? []), [me, modules.data])
  const current = tabs.find(({ key }) => key === tabKey(place)) ?? tabs[0]

  const hands: CommandHands = useMemo(
    () => ({
      go: navigation.go,
      lock: () => navigation.leave(() => void session.leave()),
      changePassword: () => setChangingPassword(true),
      openManual: () => setReading(true),
      print: () => void desktop.print(),
      toggleDensity: () => onDensity(density === 'compact' ? 'comfortable' : 'compact'),
    }),
    [navigation, session, desktop, density, onDensity],
  )
  useEffect(() => followShortcuts({ commands: windowCommands, tabs, hands, navigation, search: () => setSearching(true) }), [tabs, hands, navigation])
  useEffect(() => {
    document.title = shellWords.windowTitle(me.township.name)
  }, [me.township.name])

  return (
    <PeriodContext value={period.chosen}>
      <div className="shell">
        <TitleLine me={me} periods={period.periods} chosen={period.chosen} onPeriod={(code) => navigation.leave(() => period.choose(code))} onSearch={() => setSearching(true)} density={density} hands={hands} />
        <TabLine tabs={tabs} current={current?.key ?? ''} waiting={waiting} onOpen={(tab) => navigation.goBackTo(tab.key, tab.home)} />
        <div className="shell-body">{mayRead && modules.isPending ? <Loading /> : <TabBody place={current === undefined ? null : tabKey(place) === current.key ? place : current.home} modules={modules.data ?? []} />}</div>
      </div>
      {isSearching ? <Palette tabs={tabs} modules={modules.data ?? []} capabilities={me.capabilities} hands={hands} onClose={() => setSearching(false)} /> : null}
      {isChangingPassword ? <ChangePassword onClose={() => setChangingPassword(false)} /> : null}
      {isReading ? <Suspense fallback={null}><Manual onClose={() => setReading(false)} /></Suspense> : null}
    </PeriodContext>
  )
}
