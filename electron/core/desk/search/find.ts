import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { showRegisterValue } from '../../../../shared/domain/registers/cell.ts'
import { parseCells } from '../../../../shared/domain/registers/column.ts'
import { taskFormNames, taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import { compareText } from '../../../../shared/lib/text-order.ts'
import { assignment, moduleTable, post, register, registerRow, staff, task, village } from '../../../db/schema/index.ts'
import { viewFor } from '../../app/access.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { foundBy } from '../../app/search-text.ts'
import { coversDay } from '../../app/standing.ts'
import { visibleStaff } from '../../people/list.ts'
import { visibleRegisters } from '../../registers/access.ts'
import { registerDirectory } from '../../registers/directory.ts'
import { rowsFoundBy } from '../../registers/list.ts'
import { storedRegisters } from '../../registers/stored.ts'
import { visibleTasks } from '../../tasks/tasks/visible.ts'
import { findGroups, findIssues } from './find-governance.ts'
import type { Hit } from './hit.ts'
import { hitLines } from './vocabulary.ts'

/**
 * People, villages, 专项工作组, tasks, 民情事项 and rows of registers in the caller's view, each by the capability of its own list. People fill at most
 * two fifths of the answer, villages one, and a fifth is kept for registers, a tenth each for 专项组 and 民情, so that a common
 * surname hides none of them.
 */
export function find(guard: Guarded, text: string, limit: number): Hit[] {
  const people = findPeople(guard, text, Math.ceil((limit * 2) / 5))
  const villages = findVillages(guard, text, Math.ceil(limit / 5))
  const groups = findGroups(guard, text, Math.ceil(limit / 10))
  const issues = findIssues(guard, text, Math.ceil(limit / 10))
  const rows = findRows(guard, text, Math.ceil(limit / 5))
  const tasks = findTasks(guard, text, limit)
  const room = limit - people.length - villages.length - groups.length - issues.length - rows.length
  return [...people, ...villages, ...groups, ...tasks.slice(0, Math.max(room, 0)), ...issues, ...rows].slice(0, limit)
}

function findPeople({ read, actor, now }: Guarded, text: string, limit: number): readonly Hit[] {
  const view = viewFor(actor, 'staff.read')
  if (view === null) return []
  const today = dayInChina(now)
  const rows = read
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(and(visibleStaff(read, view, today), foundBy(text, [staff.name, staff.code], staff.searchKey)))
    .orderBy(desc(sql`${staff.name} = ${text}`), asc(staff.seq))
    .limit(limit)
    .all()
  const held = groupBy(
    read
      .select({ staffId: assignment.staffId, moduleId: moduleTable.id, moduleName: moduleTable.name, postName: post.name })
      .from(assignment)
      .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
      .innerJoin(post, eq(post.id, assignment.postId))
      .where(and(inArray(assignment.staffId, rows.map(({ id }) => id)), coversDay(assignment.from, assignment.to, today)))
      .orderBy(asc(assignment.seq))
      .all(),
    ({ staffId }) => staffId,
  )
  return rows.map(({ id, name }) => {
    const first = held.get(id)?.[0]
    return { kind: 'person', id, title: name, detail: first === undefined ? hitLines.unassigned : [first.moduleName, first.postName].join(hitLines.separator), moduleId: first?.moduleId ?? null, register: null }
  })
}

function findVillages({ read, actor }: Guarded, text: string, limit: number): readonly Hit[] {
  if (viewFor(actor, 'register.enter') === null) return []
  return read
    .select({ id: village.id, name: village.name, leader: staff.name })
    .from(village)
    .leftJoin(staff, eq(staff.id, village.teamLeaderId))
    .where(foundBy(text, [village.name, village.code], village.searchKey))
    .orderBy(asc(village.seq))
    .limit(limit)
    .all()
    .map(({ id, name, leader }) => ({ kind: 'village', id, title: name, detail: leader === null ? hitLines.noTeamLeader : hitLines.teamLeader(leader), moduleId: null, register: null }))
}

function findTasks({ read, actor, now }: Guarded, text: string, limit: number): readonly Hit[] {
  const view = viewFor(actor, 'task.work')
  if (view === null) return []
  return read
    .select({ id: task.id, title: task.title, form: task.form, state: task.state, due: task.due, moduleId: task.moduleId, moduleName: moduleTable.name })
    .from(task)
    .innerJoin(moduleTable, eq(moduleTable.id, task.moduleId))
    .where(and(visibleTasks(read, view, dayInChina(now)), foundBy(text, [task.title, task.docNo, task.code], task.searchKey)))
    .orderBy(desc(task.seq))
    .limit(limit)
    .all()
    .map(({ id, title, form, state, due, moduleId, moduleName }) => ({ kind: 'task', id, title, detail: [moduleName, taskFormNames[form], taskStateNames[state], due].join(hitLines.separator), moduleId, register: null }))
}

/** Rows of the registers the caller reads, newest first, each called by its first columns. */
function findRows({ read, actor, now }: Guarded, text: string, limit: number): readonly Hit[] {
  const view = viewFor(actor, 'register.enter')
  if (view === null) return []
  const registers = storedRegisters(read, read.select().from(register).where(and(visibleRegisters(actor, view), eq(register.enabled, true))).orderBy(asc(register.seq)).all())
  const found = registers.flatMap(({ row, columns }) =>
    read
      .select()
      .from(registerRow)
      .where(and(eq(registerRow.registerId, row.id), isNull(registerRow.removedAt), rowsFoundBy(read, columns, text)))
      .orderBy(desc(registerRow.seq))
      .limit(limit)
      .all()
      .map((hit) => ({ hit, row, columns })),
  )
  if (found.length === 0) return []
  const directory = registerDirectory(read, dayInChina(now))
  return found
    .toSorted((a, b) => compareText(b.hit.enteredAt, a.hit.enteredAt))
    .slice(0, limit)
    .map(({ hit, row, columns }) => {
      const cells = parseCells(hit.cells)
      const shown = columns.flatMap((column) => (cells[column.id] === undefined || column.type === 'long_text' ? [] : [{ type: column.type, text: showRegisterValue(column, cells[column.id] ?? '', directory) }]))
      const title = shown.find(({ type }) => type === 'text')?.text ?? shown[0]?.text ?? row.name
      const details = shown.filter((one) => one.text !== title).slice(0, 3)
      return { kind: 'register', id: hit.id, title, detail: [row.name, ...details.map((one) => one.text)].join(hitLines.separator), moduleId: row.moduleId, register: row.code }
    })
}
