import { expect, test } from 'vitest'
import { defaultYearRule } from '../../../../shared/domain/evaluation/plan-document.ts'
import { defaultPlan } from '../../../../shared/domain/evaluation/plan-presets.ts'
import { plainAt, valueAt } from './document-path.ts'
import { changedDocument, withChange, type ParameterChanges } from './parameter-changes.ts'
import { parameterGroups, withScorers } from './plan-parameters.ts'

const document = { quarter: defaultPlan, year: defaultYearRule }
const shown = withScorers(document)
const groups = parameterGroups(shown)

function change(changes: ParameterChanges, label: string, typed: string | readonly string[]): ParameterChanges {
  const parameter = groups.flatMap((group) => group.parameters).find((one) => one.label === label)
  if (parameter === undefined) throw new Error(`no parameter ${label}`)
  return withChange(changes, shown, parameter, typed)
}

test('what is typed back is no change', () => {
  const typed = change(change(new Map(), '有效票至少', '5'), '校正方式', 'none')
  expect([...typed.keys()]).toEqual(['quarter.module.minVotes', 'quarter.module.normalisation'])
  expect([...change(typed, '有效票至少', '3').keys()]).toEqual(['quarter.module.normalisation'])
  expect(change(new Map(), '不算在岗的请假', ['personal', 'sick']).size).toBe(0)
})

test('the document takes the changes; the rules for scorers come in whole', () => {
  const changes = change(change(change(new Map(), '有效票至少', '5'), '最高等次至多占', ''), '不算在岗的请假', ['sick'])
  const changed = changedDocument(document, groups, changes)
  if (changed.kind === 'faults') throw new Error('refused')
  expect(plainAt(changed.document, ['quarter', 'module', 'minVotes'])).toBe(5)
  expect(valueAt(changed.document, ['scorers'])).toEqual({ bestShare: null, lowestFrom: 4, spread: null, sameShare: null })
  expect(valueAt(changed.document, ['quarter', 'validity', 'leaves'])).toEqual(['sick'])
  expect(valueAt(changedDocument(document, groups, new Map()), ['document', 'scorers'])).toBeUndefined()
})

test('what is no number is refused before it is sent', () => {
  expect(changedDocument(document, groups, change(new Map(), '有效票至少', '三'))).toEqual({ kind: 'faults', faults: [{ field: 'quarter.module.minVotes', sentence: '有效票至少：须为不小于 0 的整数，请改正。' }] })
})
