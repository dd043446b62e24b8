import { partyRoleNames, taskQualityNames } from '../../../tasks/tasks/vocabulary.ts'
import type { TaskLeftOut, TaskPart, TaskProgressOutcome } from '../../computing/module-outcome.ts'
import { child, exactly, given, product, quotient, rounded, sumOfAll, weightedMean, type Arithmetic } from './arithmetic.ts'
import type { ExplainNode } from './node.ts'
import { makeNode, notes, sourceOf } from './make-node.ts'
import type { SnapshotNames } from '../../computing/names.ts'
import { scoreOrNull, shown, sumOf } from './numbers.ts'
import { explainWords, factLabels, timingWords } from './words.ts'

function partNode(part: TaskPart, names: SnapshotNames): ExplainNode {
  return makeNode({
    key: 'task',
    label: part.title,
    value: shown(part.contribution),
    arithmetic: exactly(product(given(part.weight), given(part.roleFactor), given(part.timingFactor), given(part.qualityFactor))),
    formula: `${part.weight} × ${shown(part.roleFactor)} × ${shown(part.timingFactor)} × ${shown(part.qualityFactor)} = ${shown(part.contribution)}`,
    notes: [timingWords[part.timing]],
    source: sourceOf(
      { kind: 'task', task: part.task },
      [factLabels.taskCode, part.task],
      [factLabels.module, names.module(part.module)],
      [factLabels.role, partyRoleNames[part.role]],
      [factLabels.weight, part.weight],
      [factLabels.due, part.due],
      [factLabels.completedOn, part.completedOn],
      [factLabels.daysLate, part.daysLate],
      [factLabels.returns, part.reworks],
      [factLabels.quality, part.quality === null ? null : taskQualityNames[part.quality]],
      [factLabels.timing, `${timingWords[part.timing]}（${shown(part.timingFactor)}）`],
    ),
  })
}

function leftOutNode({ task, title, status }: TaskLeftOut): ExplainNode {
  return makeNode({
    key: 'task',
    label: title,
    value: null,
    notes: [explainWords.taskLeftOut[status]],
    source: sourceOf({ kind: 'task', task }, [factLabels.taskCode, task]),
  })
}

/** How M2 came about: from the tasks, or in place of them. */
function formulaOf({ max, bases, contributions, result }: TaskProgressOutcome): string | null {
  switch (result.kind) {
    case 'tasks':
      return `${shown(max)} × ${shown(contributions)} ÷ ${shown(bases)} = ${shown(result.exact)}`
    case 'module_mean':
      return `(${sumOf(result.modules.map(({ mean, days }) => `${shown(mean)}×${days}`))}) ÷ ${result.modules.reduce((all, { days }) => all + days, 0)} = ${shown(result.exact)}`
    case 'fixed':
      return `${shown(result.share)} × ${shown(max)} = ${shown(result.exact)}`
    case 'redistribute':
      return null
  }
}

/** Parts stand first among the children, fills last. */
function arithmeticOf({ max, parts, leftOut, result }: TaskProgressOutcome): Arithmetic | null {
  switch (result.kind) {
    case 'tasks':
      return rounded(quotient(product(given(max), sumOfAll(parts.map((_, at) => child(at)))), sumOfAll(parts.map(({ weight, roleFactor }) => product(given(weight), given(roleFactor))))))
    case 'module_mean':
      return rounded(weightedMean(result.modules.map(({ days }, at) => ({ value: child(parts.length + leftOut.length + at), weight: days }))))
    case 'fixed':
      return rounded(product(given(result.share), given(max)))
    case 'redistribute':
      return null
  }
}

/** M2: contributions of the parts over what they could have contributed. */
export function explainTaskProgress(outcome: TaskProgressOutcome, names: SnapshotNames): ExplainNode {
  const { parts, leftOut, result, score } = outcome
  const fills = result.kind !== 'module_mean' ? [] : result.modules.map(({ module, days, source, people, mean }) =>
    makeNode({
      key: 'fill',
      label: names.module(module),
      value: shown(mean),
      arithmetic: exactly(given(mean)),
      notes: [explainWords.taskFill[source], explainWords.people(people), explainWords.days(days)],
    }),
  )
  return makeNode({
    key: 'M2',
    label: explainWords.leaves.M2,
    value: scoreOrNull(score),
    enters: 'plus',
    formula: formulaOf(outcome),
    arithmetic: arithmeticOf(outcome),
    notes: notes(result.kind !== 'tasks' && explainWords.noTasks[result.kind]),
    children: [...parts.map((part) => partNode(part, names)), ...leftOut.map(leftOutNode), ...fills],
  })
}
