import type { z } from 'zod'
import {
  extensionDayFields, extensionSortFields, extensionTextFields, paperDayFields, paperSortFields, paperTextFields, proposalSortFields, proposalTextFields,
  type extensionFilter, type paperFilter, type proposalFilter,
} from '../../../../shared/contract/tasks/supervision.ts'
import { extensionStates, supervisionLevels, supervisionStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { GridFilter, GridRequest } from '../../../grid/types.ts'
import { choiceFilterOf, dayFilterOf, numberFilterOf, searchOf, sortOf, textFilterOf } from '../../../frame/grid-query.ts'

type ProposalFilter = z.infer<typeof proposalFilter>
type PaperFilter = z.infer<typeof paperFilter>
type ExtensionFilter = z.infer<typeof extensionFilter>

/** What a grid asks for of the tasks to be supervised, as the contract takes it; what the contract has no order or filter for is left out. */
export function proposalsRequest({ offset, limit, search, sort, filters }: GridRequest) {
  return { offset, limit, ...searchOf(search), sort: sortOf(proposalSortFields, sort), filters: filters.flatMap(proposalFilterOf) }
}

/** As `proposalsRequest`, of the 督办单 that have been issued. */
export function papersRequest({ offset, limit, search, sort, filters }: GridRequest) {
  return { offset, limit, ...searchOf(search), sort: sortOf(paperSortFields, sort), filters: filters.flatMap(paperFilterOf) }
}

/** As `proposalsRequest`, of the 延期. */
export function extensionsRequest({ offset, limit, search, sort, filters }: GridRequest) {
  return { offset, limit, ...searchOf(search), sort: sortOf(extensionSortFields, sort), filters: filters.flatMap(extensionFilterOf) }
}

function proposalFilterOf(filter: GridFilter): readonly ProposalFilter[] {
  switch (filter.kind) {
    case 'text':
      return textFilterOf(proposalTextFields, filter)
    case 'day':
      return dayFilterOf(['due'], filter)
    case 'number':
      return numberFilterOf(['daysOverdue'], filter)
    case 'choice':
      return choiceFilterOf('level', supervisionLevels, filter)
    case 'blank':
      return []
    default:
      return assertNever(filter)
  }
}

function paperFilterOf(filter: GridFilter): readonly PaperFilter[] {
  switch (filter.kind) {
    case 'text':
      return textFilterOf(paperTextFields, filter)
    case 'day':
      return dayFilterOf(paperDayFields, filter)
    case 'choice':
      return [...choiceFilterOf('level', supervisionLevels, filter), ...choiceFilterOf('state', supervisionStates, filter)]
    case 'blank':
      return filter.field === 'reply' ? [{ kind: 'blank', field: 'reply', isBlank: filter.blank }] : []
    case 'number':
      return []
    default:
      return assertNever(filter)
  }
}

function extensionFilterOf(filter: GridFilter): readonly ExtensionFilter[] {
  switch (filter.kind) {
    case 'text':
      return textFilterOf(extensionTextFields, filter)
    case 'day':
      return dayFilterOf(extensionDayFields, filter)
    case 'number':
      return numberFilterOf(['granted'], filter)
    case 'choice':
      return choiceFilterOf('state', extensionStates, filter)
    case 'blank':
      return []
    default:
      return assertNever(filter)
  }
}
