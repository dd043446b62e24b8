import { asc } from 'drizzle-orm'
import { planWord } from '../../../../../shared/domain/plans/plan-vocabulary.ts'
import type { KnownWord } from '../../../../../shared/domain/reports/imports/types.ts'
import { circularKindNames } from '../../../../../shared/domain/reports/imports/lists/words.ts'
import { compact } from '../../../../../shared/domain/cells/clean-text.ts'
import { circularKinds, deductionRules, type CircularKind, type DeductionRule } from '../../../../../shared/domain/plans/points/codes.ts'
import { circular, deduction, honour, period } from '../../../../db/schema/index.ts'
import { codeOf, nextSeq } from '../../../app/rows.ts'
import { planDocumentOf } from '../../../plans/periods.ts'
import { listWords } from '../vocabulary.ts'
import type { Scene } from './import-kind.ts'
import { defineList, type ListIssue, type ListTools, type Verdict } from './list-kind.ts'
import { peopleIndex, type IndexedPerson } from './people-index.ts'
import { personOf } from './person-of-row.ts'
import { quarterIndex, type FoundQuarter } from './quarters.ts'

interface ReadyHonour {
  readonly staffId: string
  readonly periodId: string
  readonly matter: string
  readonly level: string
}

interface ReadyCircular {
  readonly staffId: string
  readonly periodId: string
  readonly kind: CircularKind
  readonly matter: string
}

interface ReadyDeduction {
  readonly staffId: string
  readonly rule: DeductionRule
  readonly date: string
  readonly matter: string
}

const nameOf = (cells: { get(key: 'name' | 'staffNo'): string | undefined }) => cells.get('name') ?? cells.get('staffNo') ?? null
const placeOf = (...parts: readonly (string | null)[]) => JSON.stringify(parts.map((part) => compact(part ?? '')))
const scopeOf = (tools: ListTools<'name'>, person: IndexedPerson) => tools.scopeErrors('name', { staff: [person.id], modules: person.concerned })

function quarterErrors({ issue }: ListTools<'period'>, quarter: FoundQuarter): readonly ListIssue[] {
  if (quarter.is === 'none') return [issue('period', 'period_unknown', quarter.message)]
  return quarter.closed === null ? [] : [issue('period', 'period_closed', quarter.closed)]
}

/** The levels of honour of every plan that a period is evaluated by. */
export function levelWords({ read }: Scene): readonly KnownWord[] {
  const plans = new Map(read.select().from(period).all().map((row) => [row.planId, row]))
  const codes = [...new Set([...plans.values()].flatMap((row) => Object.keys(planDocumentOf(read, row).quarter.special.levels)))]
  const beside: Readonly<Record<string, readonly string[]>> = { township: ['乡级', '乡镇级', '街道级', '乡镇', '镇'], county: ['区级', '县区级', '县市区级', '县(市、区)级'], city: ['地市级', '设区市级'], province: ['省部级'] }
  return codes.map((code) => ({ code, names: [planWord('honourLevel', code), ...(beside[code] ?? [])] }))
}

/** 荣誉, declared like on screen: known by person, quarter and name. */
export const honoursImport = defineList<'honours', ReadyHonour>('honours', {
  capability: 'point.declare',
  words: (scene) => ({ level: levelWords(scene) }),
  nameOf,
  matcher(scene, tools) {
    const { read, asOf } = scene
    const [people, quarters] = [peopleIndex(scene), quarterIndex(read)]
    const standing = new Map(read.select().from(honour).orderBy(asc(honour.seq)).all().filter(({ state }) => state !== 'rejected').map((row) => [placeOf(row.staffId, row.periodId, row.matter), row]))
    const levels = new Map<string, readonly string[]>()
    return (row): Verdict<ReadyHonour> => {
      const { cells } = row
      const [matter, level, code] = [cells.get('matter'), cells.get('level'), cells.get('period')]
      const quarter = code === undefined ? quarters.byDay(asOf) : quarters.byCode(code)
      const found = personOf(row, people, scene, tools, quarter.is === 'quarter' ? quarter.row.start : asOf)
      if (found.is === 'ambiguous' && quarterErrors(tools, quarter).length === 0) return found
      const errors = [...(found.is === 'refused' ? found.errors : found.is === 'person' ? scopeOf(tools, found.person) : []), ...quarterErrors(tools, quarter)]
      if (errors.length > 0 || found.is !== 'person' || quarter.is === 'none' || matter === undefined || level === undefined) return { is: 'refused', errors }
      const known = standing.get(placeOf(found.person.id, quarter.row.id, matter))
      const ready = { staffId: found.person.id, periodId: quarter.row.id, matter, level }
      if (known !== undefined) return known.level === level ? { is: 'known', id: known.id, ready, changes: [] } : { is: 'refused', errors: [tools.issue('level', 'not_editable', listWords.honourStands(planWord('honourLevel', known.level)))] }
      const inPlan = levels.get(quarter.row.planId) ?? Object.keys(planDocumentOf(read, quarter.row).quarter.special.levels)
      levels.set(quarter.row.planId, inPlan)
      if (!inPlan.includes(level)) return { is: 'refused', errors: [tools.issue('level', 'choice_unknown', listWords.notInPlan(planWord('honourLevel', level)))] }
      return { is: 'new', ready, key: placeOf(ready.staffId, ready.periodId, matter) }
    }
  },
  taker({ tx, record, newId }) {
    let seq = nextSeq(tx, honour)
    return {
      take({ ready }) {
        const id = newId()
        tx.insert(honour).values({ ...ready, id, seq, state: 'declared' }).run()
        seq += 1
        record.note(honour, id, null)
      },
    }
  },
})

/** 通报, declared like on screen: known by person, quarter, kind and matter. */
export const circularsImport = defineList<'circulars', ReadyCircular>('circulars', {
  capability: 'point.declare',
  nameOf,
  matcher(scene, tools) {
    const { read, asOf } = scene
    const [people, quarters] = [peopleIndex(scene), quarterIndex(read)]
    const standing = new Map(read.select().from(circular).orderBy(asc(circular.seq)).all().filter(({ state }) => state !== 'rejected').map((row) => [placeOf(row.staffId, row.periodId, row.matter), row]))
    return (row): Verdict<ReadyCircular> => {
      const { cells } = row
      const [matter, code] = [cells.get('matter'), cells.get('period')]
      const kind = circularKinds.find((one) => one === cells.get('kind'))
      const quarter = code === undefined ? quarters.byDay(asOf) : quarters.byCode(code)
      const found = personOf(row, people, scene, tools, quarter.is === 'quarter' ? quarter.row.start : asOf)
      if (found.is === 'ambiguous' && quarterErrors(tools, quarter).length === 0) return found
      const errors = [...(found.is === 'refused' ? found.errors : found.is === 'person' ? scopeOf(tools, found.person) : []), ...quarterErrors(tools, quarter)]
      if (errors.length > 0 || found.is !== 'person' || quarter.is === 'none' || matter === undefined || kind === undefined) return { is: 'refused', errors }
      const ready = { staffId: found.person.id, periodId: quarter.row.id, kind, matter }
      const known = standing.get(placeOf(ready.staffId, ready.periodId, matter))
      if (known === undefined) return { is: 'new', ready, key: placeOf(ready.staffId, ready.periodId, matter) }
      return known.kind === kind ? { is: 'known', id: known.id, ready, changes: [] } : { is: 'refused', errors: [tools.issue('kind', 'not_editable', listWords.circularStands(circularKindNames[known.kind]))] }
    }
  },
  taker({ tx, record, newId }) {
    let seq = nextSeq(tx, circular)
    return {
      take({ ready }) {
        const id = newId()
        tx.insert(circular).values({ ...ready, id, seq, state: 'declared' }).run()
        seq += 1
        record.note(circular, id, null)
      },
    }
  },
})

/** 扣分, declared like on screen and never about oneself: known by person, rule, day and matter. */
export const deductionsImport = defineList<'deductions', ReadyDeduction>('deductions', {
  capability: 'point.declare',
  notAboutSelf: true,
  nameOf,
  matcher(scene, tools) {
    const { read } = scene
    const [people, quarters] = [peopleIndex(scene), quarterIndex(read)]
    const place = ({ staffId, rule, date, matter }: { readonly staffId: string; readonly rule: string; readonly date: string; readonly matter: string | null }) => placeOf(staffId, rule, date, matter)
    const standing = new Map(read.select().from(deduction).orderBy(asc(deduction.seq)).all().filter(({ state }) => state !== 'rejected').map((row) => [place(row), row]))
    return (row): Verdict<ReadyDeduction> => {
      const { cells } = row
      const [date, matter] = [cells.get('date'), cells.get('matter')]
      const rule = deductionRules.find((one) => one === cells.get('rule'))
      const found = personOf(row, people, scene, tools, date ?? scene.asOf)
      const quarter = date === undefined ? null : quarters.byDay(date)
      const closed = quarter?.is === 'quarter' && quarter.closed !== null ? [tools.issue('date', 'period_closed', quarter.closed)] : []
      if (found.is === 'ambiguous' && closed.length === 0) return found
      const errors = [...(found.is === 'refused' ? found.errors : found.is === 'person' ? scopeOf(tools, found.person) : []), ...closed]
      if (errors.length > 0 || found.is !== 'person' || date === undefined || matter === undefined || rule === undefined) return { is: 'refused', errors }
      const ready = { staffId: found.person.id, rule, date, matter }
      const known = standing.get(place(ready))
      return known === undefined ? { is: 'new', ready, key: place(ready) } : { is: 'known', id: known.id, ready, changes: [] }
    }
  },
  taker({ tx, record, newId }) {
    let seq = nextSeq(tx, deduction)
    return {
      take({ ready }) {
        const id = newId()
        tx.insert(deduction).values({ ...ready, id, seq, code: codeOf('D', seq), state: 'declared' }).run()
        seq += 1
        record.note(deduction, id, null)
      },
    }
  },
})
