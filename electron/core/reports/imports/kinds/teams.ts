import { asc, eq } from 'drizzle-orm'
import { teamRoles, type TeamRole } from '../../../../../shared/domain/villages/villages/codes.ts'
import { teamRoleNames } from '../../../../../shared/domain/villages/villages/vocabulary.ts'
import { groupBy } from '../../../../../shared/lib/group-by.ts'
import { teamMember } from '../../../../db/schema/index.ts'
import { nextSeq, requireRow } from '../../../app/rows.ts'
import { nouns } from '../../../app/vocabulary.ts'
import { listWords } from '../vocabulary.ts'
import { defineList, type Verdict } from './list-kind.ts'
import { peopleIndex } from './people-index.ts'
import { personOf } from './person-of-row.ts'
import { villageIndex } from './village-index.ts'

interface ReadyMember {
  readonly villageId: string
  readonly staffId: string
  readonly role: TeamRole
  readonly from: string
  readonly to: string | null
}

interface Standing extends ReadyMember {
  readonly id: string | null
  readonly row: number | null
}

/** 组团成员: known by village, person and first day; without a day, by the membership of 数据日期. Nobody serves twice in one 组团 on one day. */
export const teamsImport = defineList<'teams', ReadyMember>('teams', {
  capability: 'village.edit',
  wholeTownship: true,
  nameOf: (cells) => cells.get('name') ?? cells.get('staffNo') ?? null,
  matcher(scene, tools) {
    const people = peopleIndex(scene)
    const villageNamed = villageIndex(scene.read)
    const placeOf = ({ villageId, staffId }: Pick<ReadyMember, 'villageId' | 'staffId'>) => `${villageId} ${staffId}`
    const standing = new Map([...groupBy(scene.read.select().from(teamMember).orderBy(asc(teamMember.seq)).all(), placeOf)].map(([place, rows]): [string, readonly Standing[]] => [place, rows.map((one) => ({ ...one, row: null }))]))
    return (row): Verdict<ReadyMember> => {
      const { cells } = row
      const from = cells.get('from') ?? scene.asOf
      const found = personOf(row, people, scene, tools, from)
      const inVillage = villageNamed(cells.get('village') ?? '')
      const lost = cells.has('village') && inVillage === null ? [tools.issue('village', 'village_unknown', listWords.unknownVillage(cells.get('village') ?? ''))] : []
      if (found.is === 'ambiguous' && lost.length === 0) return found
      if (found.is !== 'person' || inVillage === null) return { is: 'refused', errors: [...lost, ...(found.is === 'refused' ? found.errors : [])] }
      const to = cells.get('to') ?? null
      const place = { villageId: inVillage.id, staffId: found.person.id }
      const own = standing.get(placeOf(place)) ?? []
      const known = own.find((one) => one.id !== null && (cells.has('from') ? one.from === from : one.from <= from && (one.to === null || one.to >= from)))
      const first = known?.from ?? from
      const clash = own.find((one) => one !== known && (to === null || one.from <= to) && (one.to === null || one.to >= first))
      const role = teamRoles.find((code) => code === cells.get('role'))
      const errors = [
        ...(to !== null && to < first ? [tools.issue('to', 'dates_backwards', listWords.endsBefore(first))] : []),
        ...(clash === undefined ? [] : [tools.issue('from', 'overlaps', clash.row === null ? listWords.memberOverlaps(clash.from, clash.to) : listWords.overlapsRow(clash.row))]),
        ...(known !== undefined && role !== undefined && role !== known.role ? [tools.issue('role', 'not_editable', listWords.roleStands(teamRoleNames[known.role]))] : []),
      ]
      if (errors.length > 0) return { is: 'refused', errors }
      const ready: ReadyMember = { ...place, role: role ?? known?.role ?? 'cadre', from, to }
      if (known?.id) return { is: 'known', id: known.id, ready, changes: tools.change('to', known.to, to) }
      if (row.isGood) standing.set(placeOf(place), [...own, { ...ready, id: null, row: row.row }])
      return { is: 'new', ready, key: `${placeOf(place)} ${from}` }
    }
  },
  taker({ tx, record, newId }) {
    let seq = nextSeq(tx, teamMember)
    return {
      take(row) {
        if (row.is === 'new') {
          const id = newId()
          tx.insert(teamMember).values({ ...row.ready, id, seq }).run()
          seq += 1
          record.note(teamMember, id, null)
          return
        }
        const before = requireRow(tx.select().from(teamMember).where(eq(teamMember.id, row.id)).get(), nouns.teamMember)
        tx.update(teamMember).set({ to: row.ready.to, version: before.version + 1 }).where(eq(teamMember.id, row.id)).run()
        record.note(teamMember, row.id, before)
      },
    }
  },
})
