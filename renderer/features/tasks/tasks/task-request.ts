import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { taskSortFields } from '../../../../shared/contract/tasks/tasks.ts'
import { taskForms, taskStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { taskQualities } from '../../../../shared/domain/plans/task-codes.ts'
import { lights } from '../../../../shared/domain/tasks/tasks/light.ts'
import type { GridFilter, GridSort } from '../../../grid/types.ts'
import type { TaskFilter } from './task-chips.ts'
import { codesAmong, sortOf } from '../../../frame/grid-query.ts'

/** The value of a choice filter that means an empty cell. */
export const blank = ''

/** The order of a grid as the contract takes it; columns that cannot be ordered by are left out. */
export function taskSortOf(sort: readonly GridSort[]) {
  return sortOf(taskSortFields, sort)
}

const textFields = ['code', 'docNo', 'source', 'title', 'content', 'lead', 'hosts', 'cohosts'] as const
const dayFields = ['issuedOn', 'due', 'completedOn'] as const
const numberFields = ['weight', 'progress', 'reworks'] as const

/** A column filter of the grid as the contract takes it; null for what it has no filter for. */
export function taskFilterOf(filter: GridFilter): TaskFilter | null {
  switch (filter.kind) {
    case 'text': {
      const field = textFields.find((name) => name === filter.field)
      return field === undefined || filter.contains.trim() === '' ? null : { kind: 'text', field, contains: filter.contains.trim().slice(0, 100) }
    }
    case 'day': {
      const field = dayFields.find((name) => name === filter.field)
      return field === undefined ? null : { kind: 'days', field, from: filter.from, to: filter.to }
    }
    case 'number': {
      const field = numberFields.find((name) => name === filter.field)
      return field === undefined ? null : { kind: 'number', field, min: filter.min, max: filter.max }
    }
    case 'choice':
      return choiceFilterOf(filter.field, filter.values)
    case 'blank':
      return null
    default:
      return assertNever(filter)
  }
}

function choiceFilterOf(field: string, values: readonly (string | number | boolean)[]): TaskFilter | null {
  if (values.length === 0) return null
  const texts = values.filter((value) => typeof value === 'string')
  const named = texts.filter((value) => value !== blank)
  const orEmpty = values.includes(blank) ? [null] : []
  switch (field) {
    case 'form':
      return { kind: 'choice', field, oneOf: codesAmong(taskForms, values) }
    case 'state':
      return { kind: 'choice', field, oneOf: codesAmong(taskStates, values) }
    case 'light':
      return { kind: 'choice', field, oneOf: codesAmong(lights, values) }
    case 'quality':
      return { kind: 'choice', field, oneOf: [...codesAmong(taskQualities, values), ...orEmpty] }
    case 'module':
      return { kind: 'choice', field, oneOf: named }
    case 'lead':
      return { kind: 'choice', field, oneOf: [...named, ...orEmpty] }
    default:
      return null
  }
}
