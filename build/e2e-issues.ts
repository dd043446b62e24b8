import { asc } from 'drizzle-orm'
import type { App } from '../electron/core/app/app.ts'
import { nextSeq } from '../electron/core/app/rows.ts'
import { moduleTable, publicIssue, staff, village } from '../electron/db/schema/index.ts'
import { issueSources, issueStates } from '../shared/domain/villages/issues/codes.ts'
import { searchKeyOf } from '../shared/domain/pinyin/search-key.ts'
import { dayNumber, dayText } from '../shared/lib/calendar-day.ts'

const subjects = ['路灯不亮', '道路破损', '沟渠淤堵', '噪音扰民', '低保申请', '宅基地边界', '饮水不足', '垃圾清运', '医保报销', '流浪犬'] as const

/** 民情事项 by the thousand, for what has to hold with many rows. */
export function addManyIssues(app: App, count: number): void {
  const people = app.read().select({ id: staff.id }).from(staff).orderBy(asc(staff.seq)).all()
  const modules = app.read().select({ id: moduleTable.id }).from(moduleTable).orderBy(asc(moduleTable.seq)).all()
  const villages = app.read().select({ id: village.id }).from(village).orderBy(asc(village.seq)).all()
  const keys = subjects.map((subject) => searchKeyOf(subject))
  app.mutate({
    actor: 'console',
    action: 'demo.prepare',
    areas: ['issue'],
    write(tx) {
      const first = nextSeq(tx, publicIssue)
      for (let at = 0; at < count; at += 500) tx.insert(publicIssue).values(Array.from({ length: Math.min(500, count - at) }, (_, place) => rowOf(at + place))).run()
      function rowOf(place: number) {
        const state = issueStates[place % issueStates.length] ?? 'recorded'
        const reportedOn = dayText(dayNumber('2024-01-01') + (place % 900))
        const isOut = state !== 'recorded' && state !== 'declined'
        return {
          id: app.environment.newId(),
          seq: first + place,
          code: `LQ${String(place + 1).padStart(5, '0')}`,
          villageId: villages[place % villages.length]?.id ?? '',
          source: issueSources[place % issueSources.length] ?? ('other' as const),
          title: `${subjects[place % subjects.length] ?? ''}第${place + 1}件`,
          searchKey: keys[place % keys.length] ?? '',
          reporter: '村民',
          phone: '13900000000',
          reportedOn,
          enteredBy: people[place % people.length]?.id ?? null,
          moduleId: isOut ? (modules[place % modules.length]?.id ?? null) : null,
          handlerId: isOut && state !== 'dispatched' ? (people[(place * 7) % people.length]?.id ?? null) : null,
          due: isOut ? dayText(dayNumber(reportedOn) + 10) : null,
          state,
          satisfaction: state === 'closed' ? ('satisfied' as const) : null,
          closedOn: state === 'closed' ? dayText(dayNumber(reportedOn) + 12) : null,
        }
      }
    },
    audit: () => ({ subject: null, detail: { issues: count } }),
  })
}
