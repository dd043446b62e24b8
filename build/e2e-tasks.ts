import { asc } from 'drizzle-orm'
import type { App } from '../electron/core/app/app.ts'
import { nextSeq } from '../electron/core/app/rows.ts'
import { moduleTable, staff, task, taskParty } from '../electron/db/schema/index.ts'
import { searchKeyOf } from '../shared/domain/pinyin/search-key.ts'
import { partyStateOf } from '../shared/domain/tasks/tasks/party-state.ts'
import { dayNumber, dayText } from '../shared/lib/calendar-day.ts'

const subjects = ['河道清淤', '危房排查', '秸秆禁烧', '信访积案化解', '项目用地报批', '防汛物资清点', '人居环境整治', '医保参保扩面', '消防通道检查', '农村公路养护'] as const
const states = ['active', 'submitted', 'reviewed', 'completed', 'closed', 'issued'] as const

/** Tasks by the thousand, for what has to hold with many rows. */
export function addManyTasks(app: App, count: number): void {
  const people = app.read().select({ id: staff.id }).from(staff).orderBy(asc(staff.seq)).all()
  const modules = app.read().select({ id: moduleTable.id }).from(moduleTable).orderBy(asc(moduleTable.seq)).all()
  const keys = subjects.map((subject) => searchKeyOf(subject))
  app.mutate({
    actor: 'console',
    action: 'demo.prepare',
    areas: ['task'],
    write(tx) {
      const first = nextSeq(tx, task)
      const firstParty = nextSeq(tx, taskParty)
      for (let at = 0; at < count; at += 500) {
        const rows = Array.from({ length: Math.min(500, count - at) }, (_, place) => rowOf(at + place))
        tx.insert(task).values(rows.map(({ party: _, ...row }) => row)).run()
        tx.insert(taskParty).values(rows.map(({ party }) => party)).run()
      }
      function rowOf(place: number) {
        const id = app.environment.newId()
        const state = states[place % states.length] ?? 'active'
        const subject = subjects[place % subjects.length] ?? ''
        const issuedOn = dayText(dayNumber('2024-01-01') + (place % 1000))
        const due = dayText(dayNumber(issuedOn) + 7 + (place % 60))
        const isDone = state === 'completed' || state === 'closed'
        return {
          id,
          seq: first + place,
          code: `L${String(place + 1).padStart(6, '0')}`,
          docNo: `清交办〔2024〕${place + 1}号`,
          form: 'assignment_order' as const,
          title: `${subject}第${place + 1}项`,
          searchKey: keys[place % keys.length] ?? '',
          weight: 1 + (place % 3),
          moduleId: modules[place % modules.length]?.id ?? '',
          issuedOn,
          due,
          state,
          completedOn: isDone ? due : null,
          progress: isDone ? 100 : place % 100,
          quality: isDone ? ('good' as const) : null,
          party: { id: app.environment.newId(), seq: firstParty + place, taskId: id, staffId: people[place % people.length]?.id ?? '', role: 'host' as const, state: partyStateOf(state, { submittedOn: isDone ? due : null, completedOn: isDone ? due : null }), submittedOn: isDone ? due : null, completedOn: isDone ? due : null },
        }
      }
    },
    audit: () => ({ subject: null, detail: { tasks: count } }),
  })
}
