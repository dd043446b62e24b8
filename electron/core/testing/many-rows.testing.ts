import { asc, eq } from 'drizzle-orm'
import { searchKeyOf } from '../../../shared/domain/pinyin/search-key.ts'
import { dayNumber, dayText } from '../../../shared/lib/calendar-day.ts'
import { register, registerColumn, registerRow, staff, village } from '../../db/schema/index.ts'
import type { App } from '../app/app.ts'

const subjects = ['道路破损', '宅基地边界', '山林承包', '用水纠纷', '噪音扰民', '欠薪', '赡养', '占道堆物', '农田灌溉', '路灯不亮']

/** Fills a register with made-up rows, at a stroke and without the audit log: for measuring lists. */
export function addManyRows(app: App, registerCode: string, howMany: number): string {
  const { raw } = app.database()
  const read = app.read()
  const registerId = read.select({ id: register.id }).from(register).where(eq(register.code, registerCode)).get()?.id ?? ''
  const columns = read.select().from(registerColumn).where(eq(registerColumn.registerId, registerId)).orderBy(asc(registerColumn.seq)).all()
  const people = read.select({ id: staff.id }).from(staff).all()
  const villages = read.select({ id: village.id }).from(village).all()
  const first = dayNumber('2024-01-01')
  const keys = new Map(subjects.map((subject) => [subject, searchKeyOf(subject)]))
  const begin = read.select({ seq: registerRow.seq }).from(registerRow).where(eq(registerRow.registerId, registerId)).all().length
  const insert = raw.prepare('INSERT INTO register_row (id, seq, register_id, cells, search_key, entered_at) VALUES (?, ?, ?, ?, ?, ?)')
  raw.transaction(() => {
    for (let n = 0; n < howMany; n += 1) {
      const subject = subjects[(n * 7) % subjects.length] ?? ''
      const cells = columns.flatMap((column, place): [string, string][] => {
        const options: unknown = JSON.parse(column.options)
        const choices = Array.isArray(options) ? options.map(String) : []
        switch (column.type) {
          case 'date':
            return [[column.id, dayText(first + ((n * 13 + place) % 880))]]
          case 'choice':
            return [[column.id, choices[(n * 5 + place) % choices.length] ?? '']]
          case 'person':
            return [[column.id, people[(n * 11 + place) % people.length]?.id ?? '']]
          case 'village':
            return villages.length === 0 ? [] : [[column.id, villages[(n * 3) % villages.length]?.id ?? '']]
          case 'number':
            return [[column.id, String((n * 17 + place) % 40)]]
          case 'amount':
            return [[column.id, `${(n * 37) % 90_000}.5`]]
          case 'text':
          case 'long_text':
            return [[column.id, column.isUnique ? `第${n + 1}号` : `${subject}${n % 500}号`]]
          case 'attachment':
            return []
        }
      })
      insert.run(app.environment.newId(), begin + n + 1, registerId, JSON.stringify(Object.fromEntries(cells)), keys.get(subject) ?? '', '2026-03-01T02:00:00.000Z')
    }
  })()
  return registerId
}
