import { eq } from 'drizzle-orm'
import { compact } from '../../../../../shared/domain/cells/clean-text.ts'
import { searchKeyOf } from '../../../../../shared/domain/pinyin/search-key.ts'
import { villageKinds, type VillageKind } from '../../../../../shared/domain/villages/villages/codes.ts'
import { villageKindNames } from '../../../../../shared/domain/villages/villages/vocabulary.ts'
import { village } from '../../../../db/schema/index.ts'
import { nextSeq, requireRow } from '../../../app/rows.ts'
import { faults, nouns } from '../../../app/vocabulary.ts'
import { listWords } from '../vocabulary.ts'
import { freeCodes } from './free-codes.ts'
import { defineList, type Verdict } from './list-kind.ts'
import { peopleIndex } from './people-index.ts'
import { endsAsVillage, villageIndex } from './village-index.ts'

interface ReadyVillage {
  readonly code: string | null
  readonly name: string
  /** null leaves what is there. */
  readonly kind: VillageKind | null
  readonly households: number | null
  readonly teamLeaderId: string | null
  readonly remark: string | null
}

/** 村社: known by its number, else by its name. The 团长 is of the 班子. */
export const villagesImport = defineList<'villages', ReadyVillage>('villages', {
  capability: 'village.edit',
  wholeTownship: true,
  nameOf: (cells) => cells.get('name') ?? null,
  matcher(scene, { issue, change }) {
    const people = peopleIndex(scene)
    const rows = scene.read.select().from(village).all()
    const byCode = new Map(rows.map((row) => [row.code, row]))
    const byName = new Map(rows.map((row) => [compact(row.name), row]))
    const villageNamed = villageIndex(scene.read)
    const rowOfCode = new Map<string, number>()
    return ({ row, cells, isGood }): Verdict<ReadyVillage> => {
      const [name, code, leaderName] = [cells.get('name'), cells.get('code'), cells.get('leader')]
      const named = byName.get(compact(name ?? '')) ?? (name === undefined || endsAsVillage(name) ? undefined : (villageNamed(name) ?? undefined))
      const known = code === undefined ? named : byCode.get(code)
      const found = leaderName === undefined ? null : people.find({ name: leaderName }, scene.today, (ids) => scene.picked(row, ids))
      const leader = found?.is === 'one' ? found.person : null
      const above = code === undefined || known !== undefined ? undefined : rowOfCode.get(code)
      const errors = [
        ...(above === undefined ? [] : [issue('code', 'duplicate', listWords.twiceInFile(above))]),
        ...(named !== undefined && code !== undefined && named.id !== known?.id ? [issue('name', 'duplicate', listWords.nameTaken(named.name, named.code))] : []),
        ...(found?.is === 'none' ? [issue('leader', 'unknown_person', found.message)] : []),
        ...(leader === null || leader.id === known?.teamLeaderId || leader.track === 'leader' || leader.track === 'excluded' ? [] : [issue('leader', 'not_leader', faults.notLeader)]),
        ...(leader !== null && leader.leftOn !== null && leader.leftOn < scene.today ? [issue('leader', 'person_departed', listWords.departed(leader.name, leader.leftOn))] : []),
      ]
      if (errors.length > 0 || name === undefined) return { is: 'refused', errors }
      if (found?.is === 'several') return { is: 'ambiguous', candidates: found.ids }
      const households = cells.get('households')
      const ready: ReadyVillage = { code: code ?? null, name: named !== undefined && named.id === known?.id ? named.name : name, kind: villageKinds.find((one) => one === cells.get('kind')) ?? null, households: households === undefined ? null : Number(households), teamLeaderId: leader?.id ?? null, remark: cells.get('remark') ?? null }
      if (known === undefined) {
        if (code !== undefined && isGood) rowOfCode.set(code, row)
        return { is: 'new', ready, key: compact(name) }
      }
      const changes = [
        ...change('name', known.name, ready.name),
        ...change('kind', villageKindNames[known.kind], ready.kind && villageKindNames[ready.kind]),
        ...change('households', known.households === null ? null : String(known.households), households ?? null),
        ...(leader === null || leader.id === known.teamLeaderId ? [] : change('leader', people.byId(known.teamLeaderId ?? '')?.name ?? '', leader.name)),
        ...change('remark', known.remark, ready.remark),
      ]
      return { is: 'known', id: known.id, ready, changes }
    }
  },
  taker({ tx, record, newId }) {
    let seq = nextSeq(tx, village)
    const codes = freeCodes('V', tx.select({ code: village.code }).from(village).all())
    const fresh: ReadyVillage[] = []
    return {
      take(row) {
        if (row.is === 'new') {
          fresh.push(row.ready)
          return
        }
        const { code: _, name, kind, ...fields } = row.ready
        const before = requireRow(tx.select().from(village).where(eq(village.id, row.id)).get(), nouns.village)
        const given = Object.fromEntries(Object.entries({ ...fields, kind }).filter(([, value]) => value !== null))
        tx.update(village).set({ ...given, name, searchKey: searchKeyOf(name), version: before.version + 1 }).where(eq(village.id, row.id)).run()
        record.note(village, row.id, before)
      },
      finish() {
        for (const { code } of fresh) if (code !== null) codes.reserve(code)
        for (const { code, name, kind, ...fields } of fresh) {
          const id = newId()
          tx.insert(village).values({ ...fields, id, seq, code: code ?? codes.take(seq), name, searchKey: searchKeyOf(name), kind: kind ?? 'village' }).run()
          seq += 1
          record.note(village, id, null)
        }
      },
    }
  },
})
