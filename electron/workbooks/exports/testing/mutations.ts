import type { Change } from './mutation.ts'
import { pointChanges } from './point-mutations.ts'
import { scoreChanges } from './score-mutations.ts'

/** Every kind of input cell a working copy has, by name. */
export const changes: Readonly<Record<string, Change>> = { ...scoreChanges, ...pointChanges }
