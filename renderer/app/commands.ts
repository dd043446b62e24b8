import type { Place } from '../api/place.ts'
import type { Capability } from '../../shared/domain/township/access/permissions.ts'
import { commonSections, tabKey } from '../api/place.ts'
import { sectionsFor as evaluationSectionsFor } from '../features/evaluation/sections.ts'
import { sectionNames } from '../frame/vocabulary.ts'
import { sectionsFor as reportSectionsFor } from '../features/reports/sections.ts'
import { sectionsFor as systemSectionsFor } from '../features/township/sections.ts'
import type { Tab } from './tabs.ts'
import { evaluationSectionLabels, reportSectionLabels, shellWords, systemSectionLabels } from './vocabulary.ts'

/** What a command may do to the window. */
export interface CommandHands {
  readonly go: (place: Place) => void
  readonly lock: () => void
  readonly changePassword: () => void
  readonly openManual: () => void
  readonly print: () => void
  readonly toggleDensity: () => void
}

/** A command as data: palette, menu and shortcuts share it. */
export interface Command {
  readonly key: string
  readonly label: string
  /** `['Ctrl', 'L']`, `['F1']` */
  readonly keys: readonly string[]
  readonly perform: (hands: CommandHands) => void
}

/** Commands of the window itself. */
export const windowCommands: readonly Command[] = [
  { key: 'lock', label: shellWords.lock, keys: ['Ctrl', 'L'], perform: ({ lock }) => lock() },
  { key: 'password', label: shellWords.changePassword, keys: [], perform: ({ changePassword }) => changePassword() },
  { key: 'manual', label: shellWords.manual, keys: ['F1'], perform: ({ openManual }) => openManual() },
  { key: 'print', label: shellWords.print, keys: ['Ctrl', 'P'], perform: ({ print }) => print() },
  { key: 'density', label: `${shellWords.compact} / ${shellWords.comfortable}`, keys: [], perform: ({ toggleDensity }) => toggleDensity() },
]

/** One command for each place that the tabs lead to, for who may go there. */
export function placeCommands(tabs: readonly Tab[], capabilities: readonly Capability[]): readonly Command[] {
  return tabs.flatMap((tab, place) => {
    const keys = place < 9 ? ['Alt', String(place + 1)] : []
    return [
      { key: tab.key, label: tab.label, keys, perform: ({ go }: CommandHands) => go(tab.home) },
      ...sectionsOf(tab, capabilities).map(([home, label]) => ({ key: `${tabKey(home)}:${label}`, label: `${tab.label} · ${label}`, keys: [], perform: ({ go }: CommandHands) => go(home) })),
    ]
  })
}

function sectionsOf({ home, own }: Tab, capabilities: readonly Capability[]): readonly (readonly [Place, string])[] {
  switch (home.tab) {
    case 'workbench':
      return []
    case 'module':
      return [...commonSections, ...own].map((section) => [{ ...home, section }, sectionNames[section]])
    case 'evaluation':
      return evaluationSectionsFor(capabilities).map((section) => [{ tab: 'evaluation', section }, evaluationSectionLabels[section]])
    case 'reports':
      return reportSectionsFor(capabilities).map((section) => [{ tab: 'reports', section }, reportSectionLabels[section]])
    case 'system':
      return systemSectionsFor(capabilities).map((section) => [{ tab: 'system', section }, systemSectionLabels[section]])
  }
}
