import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { DerivedKeys } from '../../../db/derived-keys.ts'
import { idNoDigest, sealIdNo } from '../../../db/derived-keys.ts'
import * as schema from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { nameKeyOf, searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { defaultYearRule, type PlanDocument } from '../../../../shared/domain/plans/plan-document.ts'
import { usualSections } from '../../../../shared/domain/township/organisation/own-sections.ts'
import { partyStateOf } from '../../../../shared/domain/tasks/tasks/party-state.ts'
import { nextSeq, scoreColumns } from '../../app/rows.ts'
import type { BundlePeriod, TownshipBundle } from './bundle.ts'

interface Making {
  readonly tx: Write
  readonly keys: DerivedKeys
  readonly newId: () => string
  readonly now: string
}

/** Ids by code, per kind of thing. */
class Codes {
  readonly #what: string
  readonly #ids: ReadonlyMap<string, string>
  constructor(what: string, codes: readonly string[], newId: () => string) {
    this.#what = what
    this.#ids = new Map(codes.map((code) => [code, newId()]))
  }
  id(code: string): string {
    const id = this.#ids.get(code)
    if (id === undefined) throw new Error(`${this.#what} ${code} is not in the bundle`)
    return id
  }
  find(code: string): string | null {
    return this.#ids.get(code) ?? null
  }
}

/** Writes a whole township into an empty database; the order of each list becomes the rows' `seq`. */
export function writeBundle(making: Making, bundle: TownshipBundle): void {
  const { tx, keys, newId, now } = making
  const modules = new Codes('module', bundle.modules.map(({ code }) => code), newId)
  const posts = new Codes('post', bundle.posts.map(({ code }) => code), newId)
  const people = new Codes('person', bundle.staff.map(({ code }) => code), newId)
  const villages = new Codes('village', bundle.villages.map(({ code }) => code), newId)
  const groups = new Codes('group', bundle.groups.map(({ code }) => code), newId)
  const numbered = <Row extends object>(rows: readonly Row[]) => rows.map((row, index) => ({ id: newId(), seq: index + 1, ...row }))

  tx.insert(schema.township).values({ id: newId(), ...bundle.township, setUpAt: now }).run()
  insertAll(tx, schema.moduleTable, numbered(bundle.modules).map((row) => ({ ...row, id: modules.id(row.code), sections: usualSections(row.code).join(',') })))
  insertAll(
    tx,
    schema.post,
    numbered(bundle.posts).map(({ factors, score, ...row }) => ({
      ...row,
      ...scoreColumns(score),
      id: posts.id(row.code),
      workload: factors === null ? null : String(factors.workload),
      difficulty: factors === null ? null : String(factors.difficulty),
      risk: factors === null ? null : String(factors.risk),
    })),
  )
  insertAll(
    tx,
    schema.staff,
    numbered(bundle.staff).map(({ idNo, ...row }) => ({
      ...row,
      id: people.id(row.code),
      searchKey: nameKeyOf(row.name),
      idNoSealed: idNo === null ? null : sealIdNo(keys, idNo),
      idNoIndex: idNo === null ? null : idNoDigest(keys, idNo),
    })),
  )
  insertAll(tx, schema.assignment, numbered(bundle.assignments).map(({ staff, module, post, ...row }) => ({ ...row, staffId: people.id(staff), moduleId: modules.id(module), postId: posts.id(post) })))
  insertAll(tx, schema.leave, numbered(bundle.leaves).map(({ staff, ...row }) => ({ ...row, staffId: people.id(staff) })))
  insertAll(tx, schema.moduleOffice, bundle.offices.map(({ module, staff, ...row }) => ({ ...row, id: newId(), moduleId: modules.id(module), staffId: people.id(staff) })))
  insertAll(tx, schema.establishment, bundle.establishment.map(({ module, ...row }) => ({ ...row, moduleId: modules.id(module) })))
  insertAll(tx, schema.village, numbered(bundle.villages).map(({ teamLeader, ...row }) => ({ ...row, id: villages.id(row.code), searchKey: searchKeyOf(row.name), teamLeaderId: teamLeader === null ? null : people.id(teamLeader) })))
  insertAll(tx, schema.teamMember, numbered(bundle.teamMembers).map(({ staff, village, ...row }) => ({ ...row, staffId: people.id(staff), villageId: villages.id(village) })))
  insertAll(
    tx,
    schema.serviceEvent,
    numbered(bundle.serviceEvents).map(({ staff, village, verifiedBy, ...row }) => ({ ...row, staffId: people.id(staff), villageId: villages.id(village), verifiedBy: verifiedBy === null ? null : people.id(verifiedBy) })),
  )
  writeTasks(making, bundle, people, modules)
  insertAll(tx, schema.specialGroup, numbered(bundle.groups).map(({ members: _, ...row }) => ({ ...row, id: groups.id(row.code), searchKey: searchKeyOf(row.name) })))
  insertAll(
    tx,
    schema.groupMember,
    numbered(bundle.groups.flatMap(({ code, members }) => members.map((member) => ({ group: code, ...member })))).map(({ group, staff, ...row }) => ({ ...row, groupId: groups.id(group), staffId: people.id(staff) })),
  )
  insertAll(tx, schema.deduction, numbered(bundle.deductions).map(({ staff, ...row }) => ({ ...row, staffId: people.id(staff), state: 'approved' as const })))

  const plans = bundle.plans.map((row) => ({ ...row, id: newId() }))
  insertAll(
    tx,
    schema.plan,
    plans.map(({ document, ...row }) => {
      const stored: PlanDocument = { quarter: document, year: defaultYearRule }
      return { ...row, document: JSON.stringify(stored), ...(bundle.township.origin === 'real' ? { state: 'draft' as const } : { state: 'approved' as const, approvedBy: bundle.accounts.find(({ roles }) => roles.includes('principal'))?.name ?? 'console' }) }
    }),
  )
  const refs = { modules, people, villages, groups }
  for (const period of bundle.periods) {
    const plan = plans.filter(({ code }) => code === period.plan).sort((a, b) => b.planVersion - a.planVersion)[0]
    if (plan === undefined) throw new Error(`plan ${period.plan} is not in the bundle`)
    writePeriod(making, period, plan.id, refs)
  }
  for (const { name, staff, roles, seq } of numbered(bundle.accounts)) {
    const accountId = newId()
    tx.insert(schema.account).values({ id: accountId, seq, name, staffId: staff === null ? null : people.id(staff) }).run()
    insertAll(tx, schema.accountRole, roles.map((role) => ({ accountId, role })))
  }
}

function writeTasks({ tx, newId }: Making, bundle: TownshipBundle, people: Codes, modules: Codes): void {
  const tasks = bundle.tasks.map((row, index) => ({ ...row, id: newId(), seq: index + 1 }))
  insertAll(tx, schema.task, tasks.map(({ parties: _, module, lead, ...row }) => ({ ...row, searchKey: searchKeyOf(row.title), moduleId: modules.id(module), leadStaffId: lead === null ? null : people.id(lead) })))
  const parties = tasks.flatMap(({ id, state, parties }) => parties.map((party) => ({ ...party, taskId: id, submittedOn: party.completedOn, state: partyStateOf(state, { submittedOn: party.completedOn, completedOn: party.completedOn }) })))
  insertAll(tx, schema.taskParty, parties.map(({ staff, ...row }, index) => ({ ...row, id: newId(), seq: index + 1, staffId: people.id(staff) })))
}

interface PeriodRefs {
  readonly modules: Codes
  readonly people: Codes
  readonly villages: Codes
  readonly groups: Codes
}

function writePeriod(making: Making, period: BundlePeriod, planId: string, refs: PeriodRefs): void {
  const { tx, newId } = making
  const { modules, people, villages, groups } = refs
  const periodId = newId()
  const { code, kind, start, end, freeze, stage } = period
  tx.insert(schema.period).values({ id: periodId, code, kind, start, end, freeze, stage, planId }).run()
  insertAll(tx, schema.modulePk, period.pkFactors.map(({ module, factor }) => ({ periodId, moduleId: modules.id(module), factor })))
  insertAll(tx, schema.villageRank, period.villageRanks.map(({ village, rank }) => ({ periodId, villageId: villages.id(village), rank })))
  insertAll(tx, schema.groupGrade, period.groupGrades.map(({ group, grade }) => ({ id: newId(), periodId, groupId: groups.id(group), grade })))
  const approved = { periodId, state: 'approved' } as const
  const numberedAfter = <Row extends { readonly staff: string }>(seq: number, rows: readonly Row[]) =>
    rows.map(({ staff, ...row }, index) => ({ ...row, id: newId(), seq: seq + index, staffId: people.id(staff) }))
  insertAll(tx, schema.honour, numberedAfter(nextSeq(tx, schema.honour), period.honours).map((row) => ({ ...row, ...approved })))
  insertAll(tx, schema.circular, numberedAfter(nextSeq(tx, schema.circular), period.circulars).map((row) => ({ ...row, ...approved })))
  insertAll(tx, schema.veto, numberedAfter(nextSeq(tx, schema.veto), period.vetoes).map((row) => ({ ...row, periodId })))
  writeScores(making, period, periodId, refs)
  insertAll(
    tx,
    schema.peerCount,
    period.peerCounts.flatMap(({ staff, votes, abstained }) => [
      ...Object.entries(votes).map(([band, given]) => ({ periodId, staffId: people.id(staff), band, votes: given })),
      { periodId, staffId: people.id(staff), band: '', votes: abstained },
    ]),
  )
  if (kind === 'quarter' && stage === 'scoring') tx.insert(schema.peerBallot).values({ periodId, openedOn: end }).run()
  insertAll(tx, schema.peerRoll, period.peerRoll.map((staff) => ({ periodId, staffId: people.id(staff) })))
}

/** One sheet per scorer (and module), entries in the order given; a scorer who is no staff stays a label. */
function writeScores({ tx, newId }: Making, period: BundlePeriod, periodId: string, { modules, people }: PeriodRefs): void {
  const given = [
    ...period.headRatings.map(({ module, ...row }) => ({ kind: 'head' as const, module, ...row })),
    ...period.leaderScores.map((row) => ({ kind: 'leader' as const, module: null, band: null, ...row })),
  ]
  const firstSheet = nextSeq(tx, schema.scoreSheet)
  const firstEntry = nextSeq(tx, schema.scoreEntry)
  const sheets = new Map<string, string>()
  for (const { kind, scorer, module } of given) {
    const key = JSON.stringify([kind, scorer, module])
    if (sheets.has(key)) continue
    const id = newId()
    const scorerId = people.find(scorer)
    tx.insert(schema.scoreSheet)
      .values({ id, seq: firstSheet + sheets.size, periodId, kind, scorerId, scorerLabel: scorerId === null ? scorer : null, moduleId: module === null ? null : modules.id(module), state: 'submitted' })
      .run()
    sheets.set(key, id)
  }
  insertAll(
    tx,
    schema.scoreEntry,
    given.map(({ kind, scorer, module, staff, band, score }, index) => ({
      id: newId(),
      seq: firstEntry + index,
      sheetId: sheets.get(JSON.stringify([kind, scorer, module])) ?? '',
      staffId: people.id(staff),
      band,
      ...scoreColumns(score),
    })),
  )
}

const rowsAtOnce = 200

function insertAll<Table extends SQLiteTable>(tx: Write, table: Table, rows: readonly SQLiteInsertValue<Table>[]): void {
  for (let at = 0; at < rows.length; at += rowsAtOnce) tx.insert(table).values(rows.slice(at, at + rowsAtOnce)).run()
}
