import { and, eq, gte, lte, ne } from 'drizzle-orm'
import type { KeyOf } from '../../../../../shared/domain/reports/imports/lists/specs.ts'
import type { KnownWord } from '../../../../../shared/domain/reports/imports/types.ts'
import { planWord } from '../../../../../shared/domain/plans/plan-vocabulary.ts'
import { entryDayFault } from '../../../../../shared/domain/villages/villages/entry-day.ts'
import { quarterOf } from '../../../../../shared/domain/villages/villages/quarter-of.ts'
import { isTuesday } from '../../../../../shared/domain/villages/tuesday/tuesday.ts'
import { period, serviceEvent } from '../../../../db/schema/index.ts'
import type { Read } from '../../../../db/types.ts'
import { nextSeq, requireRow } from '../../../app/rows.ts'
import { faults, nouns } from '../../../app/vocabulary.ts'
import { isOpenForInput, planDocumentOf } from '../../../plans/periods.ts'
import { kindReason } from '../../../villages/events/kinds.ts'
import { tuesdayKind } from '../../../villages/events/record-fault.ts'
import { listWords } from '../vocabulary.ts'
import type { Scene } from './import-kind.ts'
import { insertMany } from '../insert-many.ts'
import { defineList, type ListIssue, type ListRow, type ListTools, type Verdict } from './list-kind.ts'
import { peopleIndex, type IndexedPerson } from './people-index.ts'
import { personOf } from './person-of-row.ts'
import { villageIndex } from './village-index.ts'

type Key = KeyOf<'events'>
type EventRow = typeof serviceEvent.$inferSelect

interface ReadyEvent {
  readonly staffId: string
  readonly villageId: string
  readonly date: string
  readonly kind: string
  readonly household: string | null
  readonly quantity: string
  readonly note: string | null
}

const namesBeside: Readonly<Record<string, readonly string[]>> = {
  visit: ['入户走访', '上门走访', '走访慰问', '入户', '民情走访'],
  tuesday: ['周二无会日', '周二', '周二进村', '周二下村'],
  issue: ['民情', '民情事项', '民情事项办结', '办结民情'],
  mediation: ['矛盾调解', '矛盾纠纷调解', '纠纷调解', '调解纠纷', '矛盾化解', '矛盾纠纷化解', '人民调解'],
  grid: ['网格', '网格指导工作', '指导网格', '网格巡查'],
}

/** The kinds of service of every plan that a quarter is evaluated by. */
export function serviceWords({ read }: Scene): readonly KnownWord[] {
  const quarters = read.select().from(period).where(eq(period.kind, 'quarter')).all()
  const plans = new Map(quarters.map((row) => [row.planId, row]))
  const codes = [...new Set([...plans.values()].flatMap((row) => Object.keys(planDocumentOf(read, row).quarter.team.service.kinds)))]
  return codes.map((code) => ({ code, names: [planWord('service', code), ...(namesBeside[code] ?? [])] }))
}

const placeOf = ({ staffId, villageId, date, kind, household }: Omit<ReadyEvent, 'quantity' | 'note'>) => JSON.stringify([staffId, villageId, date, kind, household ?? ''])
const tuesdayOf = ({ staffId, date }: Pick<ReadyEvent, 'staffId' | 'date'>) => `${staffId} ${date}`

/** The rules of entering a record, with what they ask of the township looked up once: see `recordFault`, whose sentences they say. */
function recordRules(read: Read, today: string): (event: ReadyEvent) => { readonly key: Key; readonly reason: string } | null {
  const open = read.select().from(period).where(eq(period.kind, 'quarter')).all().filter(isOpenForInput)
  const kindReasons = new Map<string, string | null>()
  const reasonOfKind = (date: string, kind: string): string | null => {
    const asked = `${quarterOf(date).start} ${kind}`
    const known = kindReasons.get(asked)
    if (known !== undefined) return known
    const reason = kindReason(read, date, kind)
    kindReasons.set(asked, reason)
    return reason
  }
  return ({ date, kind, quantity }) => {
    const dayFault = entryDayFault(date, today, open)
    if (dayFault !== null) return { key: 'date', reason: dayFault === 'future' ? faults.future : faults.closedQuarter }
    const unknown = reasonOfKind(date, kind)
    if (unknown !== null) return { key: 'kind', reason: unknown }
    if (kind !== tuesdayKind) return null
    if (!isTuesday(date)) return { key: 'date', reason: faults.tuesdayRecord(date) }
    return Number(quantity) === 1 ? null : { key: 'quantity', reason: faults.tuesdayQuantity }
  }
}

/** Records that are there already, by what they are of; those sent back make nothing a repeat. Asked for the days of the file alone. */
function standingRecords(read: Read): { readonly at: (event: ReadyEvent) => EventRow | undefined; readonly tuesday: (event: ReadyEvent) => boolean; readonly add: (event: ReadyEvent) => void } {
  const quarters = new Map<string, ReadonlyMap<string, EventRow>>()
  const tuesdays = new Set<string>()
  const load = (date: string): ReadonlyMap<string, EventRow> => {
    const { start, end } = quarterOf(date)
    const known = quarters.get(start)
    if (known !== undefined) return known
    const rows = read.select().from(serviceEvent).where(and(gte(serviceEvent.date, start), lte(serviceEvent.date, end), ne(serviceEvent.state, 'rejected'))).all()
    const records = new Map(rows.map((row) => [placeOf(row), row]))
    for (const row of rows) if (row.kind === tuesdayKind) tuesdays.add(tuesdayOf(row))
    quarters.set(start, records)
    return records
  }
  return {
    at: (event) => load(event.date).get(placeOf(event)),
    tuesday: (event) => load(event.date).size >= 0 && tuesdays.has(tuesdayOf(event)),
    add: (event) => void tuesdays.add(tuesdayOf(event)),
  }
}

/** 服务记录: known by person, village, day, kind and household, as they count once. They wait to be verified like those entered on screen. */
export const eventsImport = defineList<'events', ReadyEvent>('events', {
  capability: 'event.enter',
  words: (scene) => ({ kind: serviceWords(scene) }),
  nameOf: (cells) => cells.get('name') ?? cells.get('staffNo') ?? null,
  matcher(scene, tools) {
    const people = peopleIndex(scene)
    const villageNamed = villageIndex(scene.read)
    const faultOf = recordRules(scene.read, scene.today)
    const standing = standingRecords(scene.read)
    return (row): Verdict<ReadyEvent> => {
      const { cells } = row
      const [date, kind] = [cells.get('date'), cells.get('kind')]
      const found = personOf(row, people, scene, tools, date ?? scene.asOf)
      const inVillage = villageNamed(cells.get('village') ?? '')
      const errors = cells.has('village') && inVillage === null ? [tools.issue('village', 'village_unknown', listWords.unknownVillage(cells.get('village') ?? ''))] : []
      if (found.is === 'ambiguous' && errors.length === 0) return found
      if (found.is !== 'person' || inVillage === null || date === undefined || kind === undefined) return { is: 'refused', errors: [...errors, ...(found.is === 'refused' ? found.errors : [])] }
      const event: ReadyEvent = { staffId: found.person.id, villageId: inVillage.id, date, kind, household: cells.get('household') ?? null, quantity: cells.get('quantity') ?? '1', note: cells.get('note') ?? null }
      const known = standing.at(event)
      const more = [...scopeOf(tools, found.person, inVillage.id, known), ...(known === undefined ? faultsOf(tools, event, faultOf(event), standing.tuesday(event)) : [])]
      if (more.length > 0) return { is: 'refused', errors: more }
      if (known !== undefined) return verdictOnKnown(row, tools, event, known)
      if (row.isGood && kind === tuesdayKind) standing.add(event)
      return { is: 'new', ready: event, key: placeOf(event) }
    }
  },
  taker({ tx, record, newId }, { guard }) {
    let seq = nextSeq(tx, serviceEvent)
    const fresh: (typeof serviceEvent.$inferInsert)[] = []
    return {
      take(row) {
        if (row.is === 'new') {
          fresh.push({ ...row.ready, id: newId(), seq, state: 'entered', entryId: null, enteredBy: guard.actor.standing.staffId })
          seq += 1
          return
        }
        const before = requireRow(tx.select().from(serviceEvent).where(eq(serviceEvent.id, row.id)).get(), nouns.serviceEvent)
        const { quantity, note } = row.ready
        tx.update(serviceEvent).set({ quantity, ...(note === null ? {} : { note }), version: before.version + 1 }).where(eq(serviceEvent.id, row.id)).run()
        record.note(serviceEvent, row.id, before)
      },
      finish() {
        record.noteNew(serviceEvent, insertMany(tx, serviceEvent, fresh))
      },
    }
  },
})

/** A known record is corrected by its doer and his head; the 团长 enters in his village and verifies there. */
function scopeOf(tools: ListTools<Key>, person: IndexedPerson, villageId: string, known: EventRow | undefined): readonly ListIssue[] {
  return tools.scopeErrors('name', { staff: [person.id], modules: person.concerned, teams: known === undefined ? [villageId] : [] })
}

function faultsOf({ issue }: ListTools<Key>, event: ReadyEvent, fault: { readonly key: Key; readonly reason: string } | null, isTwice: boolean): readonly ListIssue[] {
  if (fault !== null) return [issue(fault.key, fault.reason === faults.closedQuarter ? 'period_closed' : fault.key === 'kind' ? 'choice_unknown' : fault.key === 'date' ? 'date_invalid' : 'out_of_range', fault.reason)]
  return event.kind === tuesdayKind && isTwice ? [issue('date', 'duplicate', listWords.tuesdayTwice(event.date))] : []
}

function verdictOnKnown({ cells }: ListRow<Key>, tools: ListTools<Key>, event: ReadyEvent, known: EventRow): Verdict<ReadyEvent> {
  const quantity = cells.get('quantity')
  const isSame = quantity === undefined || Number(quantity) === Number(known.quantity)
  const changes = [...tools.change('quantity', known.quantity, isSame ? null : quantity), ...tools.change('note', known.note, event.note)]
  if (changes.length > 0 && known.state === 'verified') return { is: 'refused', errors: [tools.issue('date', 'not_editable', listWords.verified)] }
  return { is: 'known', id: known.id, ready: { ...event, quantity: isSame ? known.quantity : event.quantity }, changes }
}
