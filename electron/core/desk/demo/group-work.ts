import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { groupMeeting, groupMember, secondment, specialGroup, staff, task } from '../../../db/schema/index.ts'
import { unfinishedStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import type { Write } from '../../../db/types.ts'
import { coversDay } from '../../app/standing.ts'
import type { GovernanceScene } from './governance-scene.ts'
import { stockDay } from './task-course.ts'
import { plusDays, weekdayOf } from './workdays.ts'

/** 专班: who leads each, weekly meetings and a review at the end of each month since spring, a lapse here and there; and three 抽调. */
export function writeGroupWork({ tx, newId, dice, table, workers }: GovernanceScene): void {
  let seq = 0
  const principal = tx.select({ id: staff.id }).from(staff).where(eq(staff.track, 'excluded')).orderBy(asc(staff.seq)).get()
  const groups = tx.select().from(specialGroup).orderBy(asc(specialGroup.seq)).all()
  for (const group of groups) {
    const members = tx
      .select({ id: staff.id, name: staff.name, role: groupMember.role })
      .from(groupMember)
      .innerJoin(staff, eq(staff.id, groupMember.staffId))
      .where(and(eq(groupMember.groupId, group.id), coversDay(groupMember.from, groupMember.to, stockDay)))
      .orderBy(asc(groupMember.seq))
      .all()
    const leader = members.find(({ role }) => role === 'leader')
    tx.update(specialGroup).set({ leadStaffId: leader?.id ?? null }).where(eq(specialGroup.id, group.id)).run()
    linkTasks(tx, group.id, leader?.id ?? null)
    const attendees = members.map(({ name }) => name).join('、')
    const isLapsing = dice.chance(0.4)
    const last = group.to !== null && group.to < stockDay ? group.to : plusDays(stockDay, isLapsing ? -12 : -1)
    const first = group.from !== null && group.from > '2026-05-04' ? group.from : '2026-05-04'
    for (let monday = mondayFrom(first); monday <= last; monday = plusDays(monday, 7)) {
      if (dice.chance(0.08)) continue
      const isTuesday = dice.chance(0.04)
      seq += 1
      tx.insert(groupMeeting).values({ id: newId(), seq, groupId: group.id, kind: 'weekly', heldOn: isTuesday ? plusDays(monday, 1) : monday, place: dice.pick(table.meetingPlaces), attendees, ...dice.pick(table.weekly), exceptionReason: isTuesday ? table.tuesdayReason : null, exceptionBy: isTuesday ? (principal?.id ?? null) : null, recordedBy: leader?.name ?? 'console' }).run()
    }
    for (const day of ['2026-05-28', '2026-06-26']) {
      if (day < first || day > last) continue
      seq += 1
      tx.insert(groupMeeting).values({ id: newId(), seq, groupId: group.id, kind: 'monthly', heldOn: day, place: dice.pick(table.meetingPlaces), attendees, ...table.monthly, exceptionReason: null, recordedBy: leader?.name ?? 'console' }).run()
    }
  }
  const able = workers.filter(({ track }) => track === 'staff')
  table.secondments.forEach((row, index) => {
    const person = able[(index + 2) * 9 % able.length]
    if (person === undefined) return
    tx.insert(secondment).values({ id: newId(), seq: index + 1, staffId: person.id, groupId: row.direction === 'in' ? (groups[0]?.id ?? null) : null, ...row }).run()
  })
}

function mondayFrom(day: string): string {
  return weekdayOf(day) === 1 ? day : mondayFrom(plusDays(day, 1))
}

/** The newest open tasks that the group's leader answers for are the group's. */
function linkTasks(tx: Write, groupId: string, leadStaffId: string | null): void {
  if (leadStaffId === null) return
  const open = tx.select({ id: task.id }).from(task).where(and(eq(task.leadStaffId, leadStaffId), isNull(task.groupId), inArray(task.state, unfinishedStates))).orderBy(desc(task.seq)).limit(2).all()
  tx.update(task).set({ groupId }).where(inArray(task.id, open.map(({ id }) => id))).run()
}
