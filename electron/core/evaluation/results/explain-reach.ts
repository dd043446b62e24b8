import type { SheetKind } from '../../../../shared/domain/plans/cycle.ts'
import type { ExplainNode } from '../../../../shared/domain/evaluation/results/explain/node.ts'
import { factLabels } from '../../../../shared/domain/evaluation/results/explain/words.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import { reaches } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { modulesConcerned } from '../../people/assignments.ts'
import { sheetNames } from '../../plans/vocabulary.ts'

/** How much of an explanation a caller gets: what is left of the frozen tree, and behind which sources the rows of today stand open. */
export interface ExplainReach {
  readonly narrow: (tree: ExplainNode) => ExplainNode
  readonly opensTask: (subject: Subject) => boolean
  readonly opensEvents: () => boolean
  readonly opensScore: (kind: SheetKind, scorerId: string | null) => boolean
}

/** What single people gave, or how many of them: everybody sees what came of it and no more. */
const givenByPeople: ReadonlySet<string> = new Set(['M1', 'M3', 'M4'])

function withoutSources(node: ExplainNode): ExplainNode {
  const isGiven = givenByPeople.has(node.key)
  return { ...node, source: null, arithmetic: null, formula: isGiven ? null : node.formula, children: isGiven ? [] : node.children.map(withoutSources) }
}

const raterKinds: Readonly<Record<string, SheetKind>> = { rating: 'head', leaderScore: 'leader' }

function withoutRaters(node: ExplainNode): ExplainNode {
  const { source } = node
  const children = node.children.map(withoutRaters)
  const kind = source === null ? undefined : raterKinds[source.ref.kind]
  if (source === null || kind === undefined) return { ...node, children }
  return { ...node, children, label: sheetNames[kind], source: { ...source, facts: source.facts.filter(({ label }) => label !== factLabels.scorer) } }
}

/** Whom 公示 alone shows a result: numbers and formulas, no rows behind them. */
export const forEverybody: ExplainReach = { narrow: withoutSources, opensTask: () => false, opensEvents: () => false, opensScore: () => false }

/** One's own result: everything one has done, and not who gave which score with which words. */
export const ofOneself: ExplainReach = { narrow: withoutRaters, opensTask: () => true, opensEvents: () => true, opensScore: () => false }

/** Who sees a result by office: the frozen tree as it is, and the rows of today as far as the office reaches over them too. */
export function ofOffice({ read, actor, view, now }: Guarded, staffId: string): ExplainReach {
  return {
    narrow: (tree) => tree,
    opensTask: (subject) => reaches(actor, 'task.work', subject),
    opensEvents: () => reaches(actor, 'register.enter', { staff: [staffId], modules: modulesConcerned(read, staffId, dayInChina(now)) }),
    opensScore: (kind, scorerId) => view.kind === 'all' || reaches(actor, kind === 'head' ? 'score.head' : 'score.leader', { scorer: scorerId }),
  }
}
