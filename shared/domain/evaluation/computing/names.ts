import type { QuarterInput } from '../../plans/case.ts'

/** What the codes of a snapshot are called; a scorer who is no staff stands under his code. */
export interface SnapshotNames {
  readonly module: (code: string) => string
  readonly post: (code: string) => string
  readonly staff: (code: string) => string
  readonly village: (code: string) => string
}

export function namesOf({ modules, posts, staff, villages }: Pick<QuarterInput, 'modules' | 'posts' | 'staff' | 'villages'>): SnapshotNames {
  const called = (rows: readonly { readonly id: string; readonly name: string }[]) => {
    const names = new Map(rows.map(({ id, name }) => [id, name]))
    return (code: string) => names.get(code) ?? code
  }
  return { module: called(modules), post: called(posts), staff: called(staff), village: called(villages) }
}
