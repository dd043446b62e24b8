import { asc } from 'drizzle-orm'
import { maskIdNumber } from '../../../../shared/domain/people/id-number.ts'
import { openIdNo, type DerivedKeys } from '../../../db/derived-keys.ts'
import { staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { RosterBookData } from '../../../workbooks/exports/books/roster/data.ts'
import { dayInChina } from '../../app/environment.ts'
import { exportMeta, type ExportAbout } from './export-meta.ts'
import { printedPeople } from '../../people/printed-people.ts'

/** 花名册 of those still in office. The whole 身份证号 stands in it only where `mayUnmask`. */
export function gatherRoster(read: Read, about: ExportAbout, keys: DerivedKeys, visible: (staffId: string) => boolean, mayUnmask: boolean): RosterBookData {
  const today = dayInChina(about.now)
  const printed = new Map(printedPeople(read, '9999-12-31').map((person) => [person.id, person]))
  return {
    meta: exportMeta(read, about, null, null),
    people: read
      .select()
      .from(staff)
      .orderBy(asc(staff.seq))
      .all()
      .filter(({ id, leftOn }) => visible(id) && (leftOn === null || leftOn >= today))
      .map((row) => {
        const idNumber = row.idNoSealed === null ? '' : openIdNo(keys, row.idNoSealed)
        const person = printed.get(row.id)
        return {
          name: row.name,
          sex: person?.sex ?? '',
          idNumber: mayUnmask || idNumber === '' ? idNumber : maskIdNumber(idNumber),
          birthMonth: row.birthMonth,
          politicalStatus: row.political ?? '',
          identityLabel: person?.identityLabel ?? '',
          sendingUnit: row.sendingUnit ?? '',
          moduleName: person?.moduleName ?? '',
          postName: person?.postName ?? '',
          rankTitle: row.rankTitle ?? '',
          workSince: row.workStart,
          phone: row.phone ?? '',
          remark: row.remark,
        }
      }),
  }
}
