import type { Navigation } from '../api/place.ts'
import type { Command, CommandHands } from './commands.ts'
import type { Tab } from './tabs.ts'

interface Shortcuts {
  readonly commands: readonly Command[]
  readonly tabs: readonly Tab[]
  readonly hands: CommandHands
  readonly navigation: Navigation
  readonly search: () => void
}

/** Ctrl+K searches, Alt+1 … Alt+9 lead to the tabs, and every command with keys answers to them. Gives what ends it. */
export function followShortcuts({ commands, tabs, hands, navigation, search }: Shortcuts): () => void {
  function answer(event: KeyboardEvent): void {
    const tab = event.altKey && !event.ctrlKey ? tabs[Number(event.key) - 1] : undefined
    const pressed = event.altKey || event.shiftKey ? [] : [...(event.ctrlKey ? ['ctrl'] : []), event.key.toLowerCase()]
    const command = commands.find(({ keys }) => keys.length > 0 && keys.join('+').toLowerCase() === pressed.join('+'))
    const isSearch = event.ctrlKey && !event.altKey && event.key.toLowerCase() === 'k'
    if (tab === undefined && command === undefined && !isSearch) return
    event.preventDefault()
    if (tab !== undefined) navigation.goBackTo(tab.key, tab.home)
    else if (isSearch) search()
    else command?.perform(hands)
  }
  window.addEventListener('keydown', answer)
  return () => window.removeEventListener('keydown', answer)
}
