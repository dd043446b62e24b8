import { staffMatcher } from '../../../../../shared/domain/reports/imports/match-staff.ts'
import type { StaffDraft, StaffIssueCode, StaffRow } from '../../../../../shared/domain/reports/imports/types.ts'
import { readStaffFile } from '../../../../workbooks/imports/read-rows.ts'
import { viewFor } from '../../../app/access.ts'
import type { Guarded } from '../../../app/guard.ts'
import { takeStaff } from '../import-staff.ts'
import { staffDirectory } from '../staff-directory.ts'
import { defineImport } from './import-kind.ts'
import { dayOfScope, scopeOf } from './module-scope.ts'
import { describePeople } from './people-index.ts'

/** 花名册 */
export const staffImport = defineImport<StaffDraft, StaffIssueCode, StaffRow>({
  rule: { capability: 'staff.edit', notAboutSelf: true },
  readFile: readStaffFile,
  matcher: (scene, { given }) => staffMatcher({ directory: staffDirectory(scene.read, scene.app.keys, { asOf: dayOfScope(scene), today: scene.today }, scene.cache.digestOf), self: scene.guard.actor.standing.staffId, mayCorrectIdNo: mayCorrectIdNo(scene.guard), scope: scopeOf(scene.guard), given, picked: scene.picked }),
  nameOf: () => ({ draft }) => draft.name,
  describe: describePeople,
  prepare({ state, draft: { idNo, name } }, cache) {
    if (state !== 'new' && state !== 'changed') return
    if (idNo !== null) cache.sealedOf(idNo)
    if (name !== null) cache.searchKeyOf(name)
  },
  take: (importing, _, rows) => takeStaff(importing, rows),
})

/** As on screen: who may see an ID number in full may set it. The console stands beside them. */
export function mayCorrectIdNo({ actor }: Pick<Guarded, 'actor'>): boolean {
  return actor.kind === 'console' || viewFor(actor, 'idNo.unmask')?.kind === 'all'
}
