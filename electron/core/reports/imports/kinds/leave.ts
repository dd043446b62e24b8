import { asc, eq } from 'drizzle-orm'
import { leaveKinds } from '../../../../../shared/domain/people/codes.ts'
import type { LeaveKind } from '../../../../../shared/domain/people/codes.ts'
import { leaveKindLabels } from '../../../../../shared/domain/people/vocabulary.ts'
import { groupBy } from '../../../../../shared/lib/group-by.ts'
import { leave } from '../../../../db/schema/index.ts'
import { nextSeq, requireRow } from '../../../app/rows.ts'
import { nouns } from '../../../app/vocabulary.ts'
import { listWords } from '../vocabulary.ts'
import { defineList, type Verdict } from './list-kind.ts'
import { peopleIndex } from './people-index.ts'
import { personOf } from './person-of-row.ts'

interface ReadyLeave {
  readonly staffId: string
  readonly kind: LeaveKind
  readonly from: string
  readonly to: string
}

interface Standing {
  readonly id: string | null
  readonly row: number | null
  readonly kind: LeaveKind
  readonly from: string
  readonly to: string | null
}

/** 请休假: known by person, kind and first day. Nobody is on two leaves on one day. */
export const leaveImport = defineList<'leave', ReadyLeave>('leave', {
  capability: 'staff.edit',
  nameOf: (cells) => cells.get('name') ?? cells.get('staffNo') ?? null,
  matcher(scene, tools) {
    const people = peopleIndex(scene)
    const standing = new Map([...groupBy(scene.read.select().from(leave).orderBy(asc(leave.seq)).all(), ({ staffId }) => staffId)].map(([id, rows]): [string, readonly Standing[]] => [id, rows.map((one) => ({ ...one, row: null }))]))
    return (row): Verdict<ReadyLeave> => {
      const { cells } = row
      const [from, to] = [cells.get('from'), cells.get('to')]
      const kind = leaveKinds.find((code) => code === cells.get('kind'))
      const found = personOf(row, people, scene, tools, from ?? scene.asOf)
      if (found.is === 'ambiguous') return found
      const scope = found.is === 'person' ? tools.scopeErrors('name', { staff: [found.person.id], modules: found.person.concerned }) : found.errors
      if (found.is === 'refused' || from === undefined || to === undefined || kind === undefined) return { is: 'refused', errors: scope }
      const own = standing.get(found.person.id) ?? []
      const known = own.find((one) => one.id !== null && one.kind === kind && one.from === from)
      const clash = own.find((one) => one !== known && one.from <= to && (one.to === null || one.to >= from))
      const errors = [...scope, ...(clash === undefined ? [] : [tools.issue('from', 'overlaps', clash.row === null ? listWords.leaveOverlaps(leaveKindLabels[clash.kind], clash.from, clash.to) : listWords.overlapsRow(clash.row))])]
      if (errors.length > 0) return { is: 'refused', errors }
      const ready = { staffId: found.person.id, kind, from, to }
      if (known?.id) return { is: 'known', id: known.id, ready, changes: tools.change('to', known.to, to) }
      if (row.isGood) standing.set(found.person.id, [...own, { id: null, row: row.row, kind, from, to }])
      return { is: 'new', ready, key: [found.person.id, kind, from].join(' ') }
    }
  },
  taker({ tx, record, newId }) {
    let seq = nextSeq(tx, leave)
    return {
      take(row) {
        if (row.is === 'new') {
          const id = newId()
          tx.insert(leave).values({ ...row.ready, id, seq }).run()
          seq += 1
          record.note(leave, id, null)
          return
        }
        const before = requireRow(tx.select().from(leave).where(eq(leave.id, row.id)).get(), nouns.leave)
        tx.update(leave).set({ to: row.ready.to, version: before.version + 1 }).where(eq(leave.id, row.id)).run()
        record.note(leave, row.id, before)
      },
    }
  },
})
