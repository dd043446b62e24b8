import { asc, eq } from 'drizzle-orm'
import type { Standing, Subject } from '../../../../shared/domain/township/access/scope.ts'
import type { OwnSection } from '../../../../shared/domain/township/organisation/own-sections.ts'
import { moduleTable } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'

/** The modules in use that have a section of their own, in official order. */
export function modulesKeeping(read: Read, section: OwnSection): readonly string[] {
  const rows = read.select({ id: moduleTable.id, sections: moduleTable.sections }).from(moduleTable).where(eq(moduleTable.enabled, true)).orderBy(asc(moduleTable.seq)).all()
  return rows.filter(({ sections }) => sections.split(',').includes(section)).map(({ id }) => id)
}

/** What keeping a section concerns: where several modules keep it, those that the caller heads, else leads. */
export function keepersOf(read: Read, section: OwnSection, { heads, leads }: Standing): Subject {
  const keeping = modulesKeeping(read, section)
  const held = [heads, leads].map((own) => keeping.filter((id) => own.includes(id))).find((own) => own.length > 0)
  return { modules: held ?? keeping }
}
