import { inArray } from 'drizzle-orm'
import { editableIssueFields } from '../../../../shared/domain/villages/issues/edit-rights.ts'
import { issueLightOf } from '../../../../shared/domain/villages/issues/light.ts'
import { maskPhone } from '../../../../shared/domain/villages/issues/mask-phone.ts'
import { stepsFor } from '../../../../shared/domain/villages/issues/who.ts'
import { moduleTable, staff, village } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { Actor } from '../../app/session.ts'
import { standingsOver, type IssueRow } from './standing.ts'

/** Rows as the contract shows them to the caller; the telephone number only in part. */
export function describeIssues(read: Read, actor: Actor, rows: readonly IssueRow[], today: string) {
  const people = namesById(read, [...new Set(rows.flatMap(({ enteredBy, handlerId }) => [enteredBy ?? [], handlerId ?? []].flat()))])
  const villages = new Map(read.select({ id: village.id, name: village.name }).from(village).all().map(({ id, name }) => [id, name]))
  const modules = new Map(read.select({ id: moduleTable.id, name: moduleTable.name }).from(moduleTable).all().map(({ id, name }) => [id, name]))
  const standingOver = standingsOver(read, actor, rows)
  return rows.map((row) => {
    const who = standingOver(row)
    const handler = people.get(row.handlerId ?? '')
    return {
      ...row,
      villageName: villages.get(row.villageId) ?? '',
      phone: row.phone === null ? null : maskPhone(row.phone),
      enteredByName: people.get(row.enteredBy ?? '')?.name ?? null,
      moduleName: modules.get(row.moduleId ?? '') ?? null,
      handlerCode: handler?.code ?? null,
      handlerName: handler?.name ?? null,
      light: issueLightOf(row, today),
      allowedSteps: [...stepsFor(row.state, who)],
      editable: [...editableIssueFields(row.state, who)],
    }
  })
}

function namesById(read: Read, ids: readonly string[]) {
  return new Map(read.select({ id: staff.id, code: staff.code, name: staff.name }).from(staff).where(inArray(staff.id, [...ids])).all().map((row) => [row.id, row]))
}
