import { identities, leaveKinds, staffStatuses, tracks } from '../../people/codes.ts'
import type { CaseModule, CaseStaff, Post, PostFactors } from '../../plans/case.ts'
import type { FieldReader, KnownIds } from '../../plans/field-reader.ts'

/** The ids that rows of a quarter case refer to. */
export interface CaseIds {
  readonly modules: KnownIds
  readonly posts: KnownIds
  readonly staff: KnownIds
  readonly villages: KnownIds
  readonly pools: KnownIds
}

export function readModuleRow(row: FieldReader, ids: CaseIds): CaseModule {
  return { id: row.newId('id', ids.modules), name: row.text('name'), pkFactor: row.decimal('pkFactor') }
}

function readFactors(fields: FieldReader): PostFactors {
  return { workload: fields.count('workload'), difficulty: fields.count('difficulty'), risk: fields.count('risk') }
}

export function readPost(row: FieldReader, ids: CaseIds): Post {
  return {
    id: row.newId('id', ids.posts),
    name: row.text('name'),
    score: row.decimal('score'),
    coefficient: row.optional('coefficient', (name) => row.decimal(name)),
    factors: row.optional('factors', (name) => row.object(name, readFactors)),
  }
}

export function readStaff(row: FieldReader, ids: CaseIds): CaseStaff {
  return {
    id: row.newId('id', ids.staff),
    name: row.text('name'),
    identity: row.oneOf('identity', identities),
    track: row.oneOf('track', tracks),
    status: row.oneOf('status', staffStatuses),
    pool: row.optional('pool', (name) => row.reference(name, ids.pools)),
    priorRejections: row.optional('priorRejections', (name) => row.count(name)) ?? 0,
    assignments: row.rows('assignments', (assignment) => ({
      module: assignment.reference('module', ids.modules),
      post: assignment.reference('post', ids.posts),
      ...assignment.dated(),
    })),
    leaves: row.rows('leaves', (leave) => ({ kind: leave.oneOf('kind', leaveKinds), ...leave.dated() })),
  }
}
