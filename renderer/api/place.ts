import { ownSections, type OwnSection } from '../../shared/domain/township/organisation/own-sections.ts'
import { createContext, useContext } from 'react'
import { createStore, useStore, type Store } from './store.ts'

/** What every module has; behind it stands what is its own. */
export const commonSections = ['overview', 'people', 'tasks', 'groups', 'registers'] as const
export const evaluationSections = ['cycle', 'summaries', 'sheets', 'ballot', 'inputs', 'rulings', 'results', 'plans', 'trial', 'fairness'] as const
export const reportSections = ['export', 'import', 'layouts', 'templates', 'verify'] as const
export const systemSections = ['township', 'accounts', 'backups', 'calendar', 'audit'] as const

export type CommonSection = (typeof commonSections)[number]
export type ModuleSection = CommonSection | OwnSection
export type EvaluationSection = (typeof evaluationSections)[number]
export type ReportSection = (typeof reportSections)[number]
export type SystemSection = (typeof systemSections)[number]

/** Where in the window one is; `id` is what is open there (a person, a task, a sheet). */
export type Place =
  | { readonly tab: 'workbench' }
  | { readonly tab: 'module'; readonly module: string; readonly section: ModuleSection; readonly id?: string }
  | { readonly tab: 'evaluation'; readonly section: EvaluationSection; readonly id?: string }
  | { readonly tab: 'reports'; readonly section: ReportSection; readonly id?: string }
  | { readonly tab: 'system'; readonly section: SystemSection }

/** `#/module/party/tasks/<id>`: the place as the address shows it. */
export function formatPlace(place: Place): string {
  const parts =
    place.tab === 'workbench' ? [place.tab] : place.tab === 'module' ? [place.tab, place.module, place.section, place.id] : [place.tab, place.section, place.tab === 'system' ? undefined : place.id]
  return `#/${parts.filter((part) => part !== undefined).map(encodeURIComponent).join('/')}`
}

/** The place of an address; the workbench for one that names none. */
export function parsePlace(hash: string): Place {
  const [tab = '', first = '', second, third] = hash.replace(/^#\//, '').split('/').map(decode)
  const withId = <Part extends object>(part: Part, id: string | undefined) => (id === undefined || id === '' ? part : { ...part, id })
  const module = [...commonSections, ...ownSections].find((section) => section === second)
  if (tab === 'module' && first !== '') return withId({ tab, module: first, section: module ?? 'overview' }, third)
  const evaluation = evaluationSections.find((section) => section === first)
  if (tab === 'evaluation') return withId({ tab, section: evaluation ?? 'cycle' }, second)
  if (tab === 'reports') return withId({ tab, section: reportSections.find((section) => section === first) ?? 'export' }, second)
  if (tab === 'system') return { tab, section: systemSections.find((section) => section === first) ?? 'township' }
  return { tab: 'workbench' }
}

/** The place without the person or task that is open over it: whoever sits down next does not find what the last one was reading. */
export function withoutSheet(place: Place): Place {
  return place.tab === 'module' ? { tab: place.tab, module: place.module, section: place.section } : place
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A broken percent sign names no place.
    return ''
  }
}

/** Where one is and was: each tab remembers its last place. */
export interface Navigation {
  readonly place: Store<Place>
  readonly go: (place: Place) => void
  /** To a tab as it was left; `key` is the tab, for a module `module:<code>`. */
  readonly goBackTo: (key: string, otherwise: Place) => void
  /** Goes on, once the page that holds the window lets go of it. */
  readonly leave: (goOn: () => void) => void
  /** Holds the window on the page with unsaved work, whatever leads away from it; gives the way to release it. */
  readonly hold: (hold: Hold) => () => void
}

/** Asked before the page is left: calls `goOn`, at once or later, or leaves it be. */
export type Hold = (goOn: () => void) => void

export function tabKey(place: Place): string {
  return place.tab === 'module' ? `module:${place.module}` : place.tab
}

export function createNavigation(): Navigation {
  const place = createStore<Place>(parsePlace(location.hash))
  const last = new Map<string, Place>()
  const holds = new Set<Hold>()
  const go = (next: Place) => {
    location.hash = formatPlace(next)
  }
  function leave(goOn: () => void): void {
    const hold = [...holds].at(-1)
    if (hold === undefined) goOn()
    else hold(goOn)
  }
  window.addEventListener('hashchange', () => {
    const next = parsePlace(location.hash)
    const present = formatPlace(place.get())
    if (formatPlace(next) === present) return
    // While the page is held the address keeps naming it.
    if (holds.size > 0) history.replaceState(null, '', present)
    leave(() => {
      place.set(next)
      go(next)
    })
  })
  place.subscribe(() => last.set(tabKey(place.get()), place.get()))
  return {
    place,
    go,
    goBackTo: (key, otherwise) => go(last.get(key) ?? otherwise),
    leave,
    hold(hold) {
      holds.add(hold)
      return () => holds.delete(hold)
    },
  }
}

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('no navigation around this component')
  return navigation
}

export function usePlace(): Place {
  return useStore(useNavigation().place)
}
