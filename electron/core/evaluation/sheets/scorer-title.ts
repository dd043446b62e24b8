import { staff, type scoreSheet } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { evaluationWords } from '../../plans/vocabulary.ts'

type Scored = Pick<typeof scoreSheet.$inferSelect, 'scorerId' | 'scorerLabel' | 'delegatedById'>

/** What a sheet calls its scorer: 孙二, or of a delegated one B岗孙二（受A岗周正委托）. */
export function scorerTitles(read: Read): (sheet: Scored) => string {
  const names = new Map(read.select({ id: staff.id, name: staff.name }).from(staff).all().map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  return ({ scorerId, scorerLabel, delegatedById }) => {
    const name = scorerId === null ? (scorerLabel ?? '') : nameOf(scorerId)
    return delegatedById === null ? name : evaluationWords.delegated(name, nameOf(delegatedById))
  }
}
