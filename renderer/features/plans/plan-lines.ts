import { planWord } from '../../../shared/domain/plans/plan-vocabulary.ts'
import { lengthAt, pathText, plainAt, type DocumentPath } from './document-path.ts'
import { shownText } from './parameter-text.ts'
import { everyGroup } from './plan-check.ts'
import type { PlanModule } from './plan-parameters.ts'
import { withUsual } from './plan-scope.ts'
import { compareWords, planWords } from './vocabulary.ts'

/** One thing that a plan says, as it is read. */
export interface PlanLine {
  /** The same in every plan. */
  readonly key: string
  readonly group: string
  readonly label: string
  readonly text: string
}

const poolsPath: DocumentPath = ['quarter', 'pools']

/** Pools are the same by what they are called, wherever they stand. */
function poolLines(document: unknown, group: string, holds: (at: number) => string): readonly PlanLine[] {
  const ids = Array.from({ length: lengthAt(document, poolsPath) }, (_, at) => String(plainAt(document, [...poolsPath, at, 'id']) ?? ''))
  const order = { key: 'pools', group, label: compareWords.poolOrder, text: ids.map((id) => planWord('pool', id)).join(planWords.listJoin) }
  return [order, ...ids.map((id, at) => ({ key: `pools.${id}`, group, label: planWord('pool', id), text: holds(at) }))]
}

/** Everything a plan says, in the order of the evaluation. */
export function planLines(document: unknown, modules: readonly PlanModule[]): readonly PlanLine[] {
  const whole = withUsual(document)
  return everyGroup(whole, modules).flatMap((group) => {
    if (group.key !== 'pools') return group.parameters.map((parameter) => ({ key: pathText(parameter.path), group: group.title, label: parameter.label, text: shownText(whole, parameter) }))
    const textOf = (at: number) => group.parameters.filter(({ path }) => path[2] === at).map((parameter) => shownText(whole, parameter)).filter((text) => text !== '').join(planWords.listJoin)
    return poolLines(whole, group.title, (at) => textOf(at) || planWords.poolRest)
  })
}

/** What two plans say of the same; null where one does not have it. */
export interface ComparedLine extends Omit<PlanLine, 'text'> {
  readonly left: string | null
  readonly right: string | null
  readonly isDifferent: boolean
}

/** Two plans line by line: in the order of the left one, what only the right one has behind the rest of its part. */
export function compareLines(left: readonly PlanLine[], right: readonly PlanLine[]): readonly ComparedLine[] {
  const [ofLeft, ofRight] = [new Map(left.map((line) => [line.key, line.text])), new Map(right.map((line) => [line.key, line.text]))]
  const all = [...left, ...right.filter(({ key }) => !ofLeft.has(key))]
  const titles = [...new Set(all.map(({ group }) => group))]
  const inParts = titles.flatMap((title) => all.filter(({ group }) => group === title))
  return inParts.map(({ key, group, label }) => {
    const [before, after] = [ofLeft.get(key) ?? null, ofRight.get(key) ?? null]
    return { key, group, label, left: before, right: after, isDifferent: before !== after }
  })
}
