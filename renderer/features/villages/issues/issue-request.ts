import { issueSortFields } from '../../../../shared/contract/villages/issues.ts'
import { issueSources, issueStates, satisfactions } from '../../../../shared/domain/villages/issues/codes.ts'
import { lights } from '../../../../shared/domain/tasks/tasks/light.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { GridFilter, GridSort } from '../../../grid/types.ts'
import { codesAmong, sortOf } from '../../../frame/grid-query.ts'
import type { IssueFilter } from './issue-chips.ts'

/** The value of a choice filter that means an empty cell. */
export const blankChoice = ''

/** The order of a grid as the contract takes it; columns that cannot be ordered by are left out. */
export function issueSortOf(sort: readonly GridSort[]) {
  return sortOf(issueSortFields, sort)
}

const textFields = ['code', 'title', 'content', 'reporter', 'result', 'handler'] as const
const dayFields = ['reportedOn', 'due', 'resolvedOn', 'closedOn'] as const

/** A column filter of the grid as the contract takes it; null for what it has no filter for. */
export function issueFilterOf(filter: GridFilter): IssueFilter | null {
  switch (filter.kind) {
    case 'text': {
      const field = textFields.find((name) => name === filter.field)
      return field === undefined || filter.contains.trim() === '' ? null : { kind: 'text', field, contains: filter.contains.trim().slice(0, 100) }
    }
    case 'day': {
      const field = dayFields.find((name) => name === filter.field)
      return field === undefined ? null : { kind: 'days', field, from: filter.from, to: filter.to }
    }
    case 'number':
      return filter.field === 'reworks' ? { kind: 'number', field: 'reworks', min: filter.min, max: filter.max } : null
    case 'choice':
      return choiceFilterOf(filter.field, filter.values)
    case 'blank':
      return null
    default:
      return assertNever(filter)
  }
}

function choiceFilterOf(field: string, values: readonly (string | number | boolean)[]): IssueFilter | null {
  if (values.length === 0) return null
  const named = values.filter((value) => typeof value === 'string').filter((value) => value !== blankChoice)
  const orEmpty = values.includes(blankChoice) ? [null] : []
  switch (field) {
    case 'state':
      return { kind: 'choice', field, oneOf: codesAmong(issueStates, values) }
    case 'source':
      return { kind: 'choice', field, oneOf: codesAmong(issueSources, values) }
    case 'light':
      return { kind: 'choice', field, oneOf: codesAmong(lights, values) }
    case 'satisfaction':
      return { kind: 'choice', field, oneOf: [...codesAmong(satisfactions, values), ...orEmpty] }
    case 'village':
      return { kind: 'choice', field, oneOf: named }
    case 'module':
    case 'handler':
      return { kind: 'choice', field, oneOf: [...named, ...orEmpty] }
    default:
      return null
  }
}
