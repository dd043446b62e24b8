import type { Place } from '../api/place.ts'
import type { CommandHands } from './commands.ts'
import type { Tab, TabModule } from './tabs.ts'
import { shellWords } from './vocabulary.ts'

/** One line of the palette. */
export interface PaletteEntry {
  readonly key: string
  readonly group: string
  readonly title: string
  readonly detail: string
  readonly keys: readonly string[]
  readonly open: (hands: CommandHands) => void
}

/** What the search has found, as far as the palette reads it. */
export interface Hit {
  readonly kind: 'person' | 'task' | 'village' | 'register' | 'issue' | 'group'
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly moduleId: string | null
  readonly register: string | null
}

const groups = { person: shellWords.people, task: shellWords.tasks, village: shellWords.villages, register: shellWords.registers, issue: shellWords.issues, group: shellWords.groups } as const

/** Each hit leads to its place: a person or task to the tab of its module, a village to the module that keeps the 组团, a row to its register, a 民情事项 to the module that keeps them. */
export function hitEntries(hits: readonly Hit[], modules: readonly TabModule[], tabs: readonly Tab[]): readonly PaletteEntry[] {
  return hits.flatMap((hit) => {
    const place = placeOf(hit, modules, tabs)
    return place === null ? [] : [{ key: `${hit.kind}:${hit.id}`, group: groups[hit.kind], title: hit.title, detail: hit.detail, keys: [], open: ({ go }: CommandHands) => go(place) }]
  })
}

function placeOf(hit: Hit, modules: readonly TabModule[], tabs: readonly Tab[]): Place | null {
  const named = modules.find(({ id }) => id === hit.moduleId)?.code
  const own = tabs.flatMap(({ home }) => (home.tab === 'module' ? [home.module] : []))
  if (hit.kind === 'village') {
    const keeper = modules.find(({ code, sections }) => sections.includes('teams') && own.includes(code))
    return keeper === undefined ? { tab: 'evaluation', section: 'inputs' } : { tab: 'module', module: keeper.code, section: 'teams', id: hit.id }
  }
  if (hit.kind === 'issue') {
    const keeper = modules.find(({ code, sections }) => sections.includes('issues') && own.includes(code))
    return keeper === undefined ? null : { tab: 'module', module: keeper.code, section: 'issues', id: hit.id }
  }
  const module = named !== undefined && own.includes(named) ? named : own[0]
  if (module !== undefined && hit.register !== null) return { tab: 'module', module, section: 'registers', id: `${hit.register}/${hit.id}` }
  return module === undefined ? null : { tab: 'module', module, section: hit.kind === 'person' ? 'people' : hit.kind === 'group' ? 'groups' : 'tasks', id: hit.id }
}
