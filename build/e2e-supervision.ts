import { asc, isNotNull } from 'drizzle-orm'
import type { App } from '../electron/core/app/app.ts'
import { codeOf, nextSeq } from '../electron/core/app/rows.ts'
import { account, extension, supervision, task } from '../electron/db/schema/index.ts'
import type { TaskState } from '../shared/domain/tasks/tasks/codes.ts'
import { dayNumber, dayText } from '../shared/lib/calendar-day.ts'

const reasons = ['等待上级批复', '汛期无法施工', '征地协议尚未签完', '施工单位更换'] as const
const demands = ['三日内书面说明进展', '限期报送完成时间', '说明未按期办结的原因'] as const
const paperStates = ['issued', 'answered', 'settled', 'settled'] as const
const decisions = ['granted', 'granted', 'refused'] as const

interface About {
  readonly id: string
  readonly due: string
  readonly state: TaskState
}

/** 督办单 and 延期 by the thousand on the tasks there are, for what has to hold with many rows. */
export function addManySupervisions(app: App, count: number): void {
  const read = app.read()
  const tasks = read.select({ id: task.id, due: task.due, state: task.state }).from(task).where(isNotNull(task.issuedOn)).orderBy(asc(task.seq)).limit(count).all()
  const names = read.select({ name: account.name }).from(account).where(isNotNull(account.staffId)).orderBy(asc(account.seq)).all().map(({ name }) => name)
  const nameAt = (place: number) => names[place % names.length] ?? ''
  const { newId } = app.environment
  app.mutate({
    actor: 'console',
    action: 'demo.prepare',
    areas: ['task'],
    write(tx) {
      const [paper, asked] = [nextSeq(tx, supervision), nextSeq(tx, extension)]
      for (let at = 0; at < tasks.length; at += 500) {
        const some = tasks.slice(at, at + 500)
        tx.insert(supervision).values(some.map((one, index) => ({ ...paperOf(one, at + index), code: codeOf('DB', paper + at + index), seq: paper + at + index }))).run()
        tx.insert(extension).values(some.map((one, index) => ({ ...extensionOf(one, at + index), seq: asked + at + index }))).run()
      }
    },
    audit: () => ({ subject: null, detail: { supervisions: tasks.length, extensions: tasks.length } }),
  })

  function paperOf({ id, due }: About, place: number) {
    const after = (days: number) => dayText(dayNumber(due) + days)
    const level = place % 2 === 0 ? ('yellow' as const) : ('red' as const)
    const state = paperStates[place % paperStates.length] ?? 'issued'
    const issuedOn = after(level === 'yellow' ? 4 : 8)
    const replied = state === 'issued' ? {} : { reply: '已完成八成，月底前办结', repliedOn: issuedOn, repliedBy: nameAt(place) }
    const settled = state === 'settled' ? { settledOn: after(12), settledBy: nameAt(0) } : {}
    return { id: newId(), docNo: `清督办〔2024〕${String(place + 1)}号`, taskId: id, level, demand: demands[place % demands.length] ?? '', issuedOn, issuedBy: nameAt(0), replyDue: after(12), state, ...replied, ...settled }
  }

  function extensionOf({ id, due, state }: About, place: number) {
    const before = dayText(dayNumber(due) - 10)
    const askedAt = `${dayText(dayNumber(due) - 12)}T03:00:00.000Z`
    const asked = { id: newId(), taskId: id, askedBy: nameAt(place), askedAt, reason: reasons[place % reasons.length] ?? '' }
    if (state === 'active' && place % 5 === 0) return { ...asked, fromDue: due, toDue: dayText(dayNumber(due) + 10), state: 'asked' as const, decidedBy: null, decidedAt: null, answer: null }
    return { ...asked, fromDue: before, toDue: due, state: decisions[place % decisions.length] ?? 'granted', decidedBy: nameAt(place + 1), decidedAt: askedAt, answer: '请抓紧办理' }
  }
}
