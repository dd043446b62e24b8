import type { Choice } from './types.ts'

/** The choices that answer to what is typed: by label, or by the start of one of their keys. All of them while nothing is typed. */
export function matchingChoices(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return choices
  const starting = choices.filter(({ label, keys = [] }) => label.toLowerCase().startsWith(wanted) || keys.some((key) => key.startsWith(wanted)))
  const rest = choices.filter((choice) => !starting.includes(choice) && choice.label.toLowerCase().includes(wanted))
  return [...starting, ...rest]
}
