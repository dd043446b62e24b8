import { asc, eq } from 'drizzle-orm'
import { identityLabels, sexLabels, trackLabels } from '../../../shared/domain/people/vocabulary.ts'
import { assignment, moduleTable, post, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'

/** A person as workbooks name him: labels instead of codes, and where he works. */
export interface PrintedPerson {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly sex: string
  readonly identityLabel: string
  readonly trackLabel: string
  readonly moduleName: string
  readonly postName: string
  readonly remark: string | null
}

/** Everyone in official order; module and post are those of the last day of the range on which the person held any. */
export function printedPeople(read: Read, until: string): readonly PrintedPerson[] {
  const held = read
    .select({ staffId: assignment.staffId, from: assignment.from, to: assignment.to, moduleName: moduleTable.name, postName: post.name })
    .from(assignment)
    .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
    .innerJoin(post, eq(post.id, assignment.postId))
    .orderBy(asc(assignment.seq))
    .all()
  const byStaff = Map.groupBy(held, ({ staffId }) => staffId)
  return read
    .select()
    .from(staff)
    .orderBy(asc(staff.seq))
    .all()
    .map((row) => {
      const lastDay = ({ to }: { readonly to: string | null }) => (to === null || to > until ? until : to)
      const begun = (byStaff.get(row.id) ?? []).filter(({ from }) => from <= until)
      const latest = begun.reduce((day, other) => (lastDay(other) > day ? lastDay(other) : day), '')
      const present = begun.find((other) => lastDay(other) === latest)
      return {
        id: row.id,
        code: row.code,
        name: row.name,
        sex: row.sex === null ? '' : sexLabels[row.sex],
        identityLabel: identityLabels[row.identity],
        trackLabel: trackLabels[row.track],
        moduleName: present?.moduleName ?? '',
        postName: present?.postName ?? '',
        remark: row.remark,
      }
    })
}
