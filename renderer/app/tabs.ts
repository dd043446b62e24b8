import type { OwnSection } from '../../shared/domain/township/organisation/own-sections.ts'
import type { Me } from '../../shared/contract/township/session.ts'
import { tabKey, type Place } from '../api/place.ts'
import { shellWords } from './vocabulary.ts'

/** A module as the tabs show it. */
export interface TabModule {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly alias: string | null
  readonly colour: string | null
  readonly enabled: boolean
  readonly sections: readonly OwnSection[]
}

export interface Tab {
  readonly key: string
  readonly label: string
  /** The module's hue; null for a tab that is no module. */
  readonly colour: string | null
  readonly home: Place
  /** What a module has of its own; nothing for any other tab. */
  readonly own: readonly OwnSection[]
}

/** The modules whose tabs one gets: all for whoever sees the whole township, else those one works in, heads or leads. */
export function visibleModules(me: Me, modules: readonly TabModule[]): readonly TabModule[] {
  const enabled = modules.filter((module) => module.enabled)
  if (!me.capabilities.includes('staff.read')) return []
  if (me.kind === 'console' || me.roles.some((role) => role === 'principal' || role === 'inspector')) return enabled
  const own = new Set([...me.memberOf, ...me.heads, ...me.leads])
  return enabled.filter(({ id }) => own.has(id))
}

/** The tabs of the window, from left to right. */
export function tabsOf(me: Me, modules: readonly TabModule[]): readonly Tab[] {
  const may = (...capabilities: readonly Me['capabilities'][number][]) => capabilities.some((capability) => me.capabilities.includes(capability))
  const tab = (home: Place, label: string, colour: string | null = null, own: readonly OwnSection[] = []): Tab => ({ key: tabKey(home), label, colour, home, own })
  return [
    ...(may('task.work') ? [tab({ tab: 'workbench' }, shellWords.workbench)] : []),
    ...visibleModules(me, modules).map(({ code, name, alias, colour, sections }) => tab({ tab: 'module', module: code, section: 'overview' }, alias === null ? name : `${name}（${alias}）`, colour, sections)),
    ...(may('result.read', 'self.ballot') ? [tab({ tab: 'evaluation', section: 'cycle' }, shellWords.evaluation)] : []),
    ...(may('export.run', 'import.run') ? [tab({ tab: 'reports', section: 'export' }, shellWords.reports)] : []),
    ...(may('system.admin', 'security.admin', 'audit.read', 'staff.edit') ? [tab({ tab: 'system', section: 'township' }, shellWords.system)] : []),
  ]
}
