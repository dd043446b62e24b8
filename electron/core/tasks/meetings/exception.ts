import { needsException } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import type { Read } from '../../../db/types.ts'
import { wrongField } from '../../app/rows.ts'
import { faults } from '../../app/vocabulary.ts'
import { requireInService } from '../../people/in-service.ts'
import { isPrincipal } from './list.ts'

export interface TuesdayException {
  readonly exceptionReason: string | null
  readonly exceptionBy: string | null
}

/**
 * 周二无会日 (article 27): the exception as it is kept with a meeting of any kind. On a Tuesday it needs a reason and the 党政正职
 * who allowed it, in service that day; on any other day none is kept.
 */
export function exceptionOn(read: Read, day: string, { exceptionReason, exceptionBy }: TuesdayException): TuesdayException {
  if (!needsException(day)) return { exceptionReason: null, exceptionBy: null }
  if (!exceptionReason) throw wrongField('exceptionReason', faults.exceptionReason)
  if (exceptionBy === null) throw wrongField('exceptionBy', faults.exceptionBy)
  if (!isPrincipal(read, exceptionBy)) throw wrongField('exceptionBy', faults.notPrincipal)
  requireInService(read, exceptionBy, day, 'exceptionBy')
  return { exceptionReason, exceptionBy }
}
