import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachmentOwners, type AttachmentOwner } from '../../../../shared/domain/township/attachments/codes.ts'
import { samplePdf } from '../../../../shared/domain/township/attachments/samples.testing.ts'
import { groupMeeting, groupMember, meeting, period, publicIssue, register, registerRow, scoreSheet, serviceEvent, specialGroup, supervision, task, taskParty, village } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { attachmentOwners as kinds } from '../../attachment-owners.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-07-08'

/** Who reads (r), and who reads and changes (rw), the attachments of a record of `own` in his module. */
const table = `
                own  other  foreign  head  leader  principal  inspector  sysadmin
task            rw   -      -        rw    rw      rw         rw         -
supervision     rw   -      -        rw    rw      rw         rw         -
group           r    rw     r        rw    rw      rw         rw         -
group_meeting   r    rw     r        r     rw      rw         rw         -
meeting         rw   r      r        rw    rw      rw         rw         -
service_event   rw   -      -        rw    r       r          r          -
public_issue    rw   -      -        rw    r       rw         rw         -
register_row    rw   r      -        rw    rw      rw         rw         -
score_sheet     -    -      -        -     -       rw         rw         -
`

describe('attachments are reached as their record is', () => {
  let town: TestTownship
  const ids = new Map<AttachmentOwner, string>()

  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = `${on}T02:00:00.000Z`
    const { newId } = town.app.environment
    const [moduleId, own, other] = [town.moduleId(cast.module), town.staffId(cast.own.code), town.staffId(cast.other.code)]
    for (const kind of attachmentOwners) ids.set(kind, newId())
    const idOf = (kind: AttachmentOwner) => ids.get(kind) ?? ''
    const seq = 90_000
    town.app.mutate({
      actor: 'test', action: 'test.records', areas: [], audit: () => ({ subject: null, detail: {} }),
      write(tx) {
        const villageId = tx.select().from(village).all().find(({ teamLeaderId }) => teamLeaderId !== town.staffId(cast.leader))?.id ?? ''
        const registerId = newId()
        tx.insert(task).values({ id: idOf('task'), code: 'T-x', seq, form: 'memo', title: '整治河道', weight: 1, moduleId, due: '2026-08-01', state: 'active' }).run()
        tx.insert(taskParty).values({ id: newId(), seq, taskId: idOf('task'), staffId: own, role: 'host' }).run()
        tx.insert(supervision).values({ id: idOf('supervision'), code: 'D-x', seq, taskId: idOf('task'), level: 'yellow', demand: '限期办结', issuedOn: on, issuedBy: 'test', replyDue: on }).run()
        tx.insert(specialGroup).values({ id: idOf('group'), code: 'G-x', seq, name: '治水专班' }).run()
        tx.insert(groupMember).values({ id: newId(), seq, groupId: idOf('group'), staffId: own, role: 'member', from: '2026-01-01' }).run()
        tx.insert(groupMember).values({ id: newId(), seq: seq + 1, groupId: idOf('group'), staffId: other, role: 'leader', from: '2026-01-01' }).run()
        tx.insert(groupMeeting).values({ id: idOf('group_meeting'), seq, groupId: idOf('group'), kind: 'weekly', heldOn: on, attendees: '全体', record: '排进度', recordedBy: 'test' }).run()
        tx.insert(meeting).values({ id: idOf('meeting'), seq, title: '调度会', date: on, moduleId, convenerId: own }).run()
        tx.insert(serviceEvent).values({ id: idOf('service_event'), seq, staffId: own, villageId, date: on, kind: '走访', quantity: '1', state: 'entered' }).run()
        tx.insert(publicIssue).values({ id: idOf('public_issue'), code: 'I-x', seq, villageId, source: 'visit', title: '路灯不亮', reportedOn: on, enteredBy: own, moduleId, state: 'dispatched' }).run()
        tx.insert(register).values({ id: registerId, code: 'R-x', seq, moduleId, name: '试用台账' }).run()
        const periodId = tx.select().from(period).all().find(({ code }) => code === '2026Q2')?.id ?? ''
        tx.insert(scoreSheet).values({ id: idOf('score_sheet'), seq, periodId, kind: 'head', scorerId: town.staffId(cast.head), moduleId, state: 'draft' }).run()
        tx.insert(registerRow).values({ id: idOf('register_row'), seq, registerId, cells: '{}', enteredBy: own, enteredAt: town.clock.now }).run()
      },
    })
  })
  afterAll(() => town.dispose())

  test('cell by cell', async () => {
    const [heading = '', ...lines] = table.trim().split('\n')
    const callers = {
      own: town.as(cast.own.code, 'clerk'), other: town.as(cast.other.code, 'clerk'), foreign: town.as(cast.foreign.code, 'clerk'), head: town.as(cast.head, 'head'),
      leader: town.as(cast.leader, 'leader'), principal: town.as(null, 'principal'), inspector: town.as(null, 'inspector'), sysadmin: town.as(null, 'sysadmin'),
    }
    const found: string[] = []
    for (const kind of attachmentOwners) {
      const owner = { kind, id: ids.get(kind) ?? '' }
      const cells = await Promise.all(
        Object.values(callers).map(async ({ attachments }) => {
          const mayRead = (await codeOf(attachments.list({ owner }))) === 'done'
          const added = await codeOf(attachments.add({ owner, file: new File([new Uint8Array(samplePdf)], 'a.pdf') }))
          const offered = mayRead && (await attachments.list({ owner })).mayChange
          return offered === (added === 'done') ? `${mayRead ? 'r' : ''}${offered ? 'w' : ''}` || '-' : `${kind}: offered ${String(offered)}, ${added}`
        }),
      )
      found.push([kind, ...cells].join(' '))
    }
    expect(Object.keys(callers)).toEqual(heading.trim().split(/\s+/))
    expect(found).toEqual(lines.map((line) => line.trim().split(/\s+/).join(' ')))
  })

  test('what is judged stands fast', () => {
    const owners = [...ids].map(([kind, id]) => ({ kind, id }))
    const fixed = () => owners.flatMap((owner) => kinds[owner.kind].fixedAs(town.app.read(), owner.id) ?? [])
    expect(fixed()).toEqual([])
    town.app.mutate({
      actor: 'test', action: 'test.judged', areas: [], audit: () => ({ subject: null, detail: {} }),
      write(tx) {
        const idOf = (kind: AttachmentOwner) => ids.get(kind) ?? ''
        tx.update(task).set({ state: 'completed' }).where(eq(task.id, idOf('task'))).run()
        tx.update(supervision).set({ state: 'settled' }).where(eq(supervision.id, idOf('supervision'))).run()
        tx.update(specialGroup).set({ dissolvedOn: on }).where(eq(specialGroup.id, idOf('group'))).run()
        tx.update(serviceEvent).set({ state: 'verified' }).where(eq(serviceEvent.id, idOf('service_event'))).run()
        tx.update(scoreSheet).set({ state: 'submitted' }).where(eq(scoreSheet.id, idOf('score_sheet'))).run()
        tx.update(publicIssue).set({ state: 'declined' }).where(eq(publicIssue.id, idOf('public_issue'))).run()
      },
    })
    expect(fixed().toSorted()).toEqual(['不予受理', '已了结', '已办结', '已核实', '已解散', '已解散', '已提交'].toSorted())
  })
})
