import { asc } from 'drizzle-orm'
import type { App } from '../electron/core/app/app.ts'
import { nextSeq } from '../electron/core/app/rows.ts'
import { meeting, moduleTable, serviceEvent, staff, tuesdayPlan, village } from '../electron/db/schema/index.ts'
import { tuesdayThemes } from '../shared/domain/villages/villages/codes.ts'
import { dayNumber, dayText } from '../shared/lib/calendar-day.ts'

const kinds = ['visit', 'tuesday', 'issue', 'mediation', 'grid'] as const
const firstTuesday = dayNumber('2023-01-03')
const perTuesday = 100

/** Service records, lines of 周二计划 and meetings by the thousand: those of earlier years verified, those of the second quarter of 2026 waiting. */
export function addManyVillageWork(app: App, count: number): void {
  const people = app.read().select({ id: staff.id }).from(staff).orderBy(asc(staff.seq)).all()
  const villages = app.read().select({ id: village.id }).from(village).orderBy(asc(village.seq)).all()
  const modules = app.read().select({ id: moduleTable.id }).from(moduleTable).orderBy(asc(moduleTable.seq)).all()
  const idOf = (rows: readonly { readonly id: string }[], place: number) => rows[place % rows.length]?.id ?? ''
  const { newId } = app.environment
  app.mutate({
    actor: 'console',
    action: 'demo.prepare',
    areas: ['event', 'tuesday', 'meeting'],
    write(tx) {
      const [event, plan, held] = [nextSeq(tx, serviceEvent), nextSeq(tx, tuesdayPlan), nextSeq(tx, meeting)]
      for (let at = 0; at < count; at += 500) {
        const places = Array.from({ length: Math.min(500, count - at) }, (_, index) => at + index)
        tx.insert(serviceEvent).values(places.map((place) => ({ ...recordOf(place), seq: event + place }))).run()
        tx.insert(tuesdayPlan).values(places.map((place) => ({ ...lineOf(place), seq: plan + place }))).run()
        tx.insert(meeting).values(places.map((place) => ({ ...meetingOf(place), seq: held + place }))).run()
      }
    },
    audit: () => ({ subject: null, detail: { records: count, lines: count, meetings: count } }),
  })

  function recordOf(place: number) {
    const isWaiting = place % 4 === 0
    const day = isWaiting ? dayNumber('2026-04-01') + (place % 90) : dayNumber('2024-01-01') + (place % 700)
    return {
      id: newId(),
      staffId: idOf(people, place),
      villageId: idOf(villages, place * 7),
      date: dayText(day),
      kind: kinds[place % kinds.length] ?? 'visit',
      household: `户主${String(place)}`,
      quantity: '1',
      note: `第 ${String(place)} 次入户，了解生产生活情况`,
      state: isWaiting ? (place % 40 === 0 ? ('rejected' as const) : ('entered' as const)) : ('verified' as const),
      rejectReason: isWaiting && place % 40 === 0 ? '未附照片' : null,
    }
  }

  function lineOf(place: number) {
    const date = dayText(firstTuesday + 7 * Math.floor(place / perTuesday))
    return { id: newId(), date, staffId: idOf(people, place % perTuesday), villageId: idOf(villages, place), theme: tuesdayThemes[place % tuesdayThemes.length] ?? 'team', content: null, checkedInAt: `${date}T01:30:00.000Z`, result: '到村开展工作' }
  }

  function meetingOf(place: number) {
    // Wednesday of each week in turn.
    const date = dayText(firstTuesday + 1 + 7 * (place % 170))
    return { id: newId(), title: `第 ${String(place)} 次工作例会`, date, time: '09:00', place: '二楼会议室', moduleId: idOf(modules, place), convenerId: idOf(people, place), attendees: '全体', minutes: '照常' }
  }
}
