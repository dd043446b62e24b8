import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import { quarterGrades, yearGrades } from '../../../../shared/domain/plans/vocabulary.ts'
import { vetoEffectNames } from '../../../../shared/domain/plans/points/vocabulary.ts'
import { hundredths } from '../../../../shared/lib/hundredths.ts'
import { honour, moduleTable, period, resultVersion, snapshot, staff, veto } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { Achievement, ModulePerformance, PerformanceBookData, PerformancePerson, SpecialCase } from '../../../workbooks/exports/books/performance/data.ts'
import { dayInChina } from '../../app/environment.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { countedQuarters, type CountedQuarter } from '../../evaluation/computing/compute-year.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { newestVersion } from '../../evaluation/computing/result-versions.ts'
import { primaryModulesOf } from '../../evaluation/results/results.ts'
import { decidedGrades, exportMeta, type ExportAbout } from './export-meta.ts'
import { printedPeople } from '../../people/printed-people.ts'
import { quarterNumber } from './gather-evaluation.ts'
import { countTasksByModule } from './count-tasks.ts'
import { performanceWords } from './vocabulary.ts'

/** 绩效考核上报工作簿: the year to date up to the end of the period, with the frozen input of the year where it is computed. */
export async function gatherPerformance(read: Read, about: ExportAbout, row: PeriodRow, pause: () => Promise<void>) {
  const year = row.start.slice(0, 4)
  const upTo = Math.ceil(Number(row.end.slice(5, 7)) / 3)
  const quarters = countedQuarters(read, year).filter(({ quarter }) => quarter <= upTo)
  const byPerson = Map.groupBy(quarters, ({ staffId }) => staffId)
  const yearRow = read.select().from(period).where(and(eq(period.kind, 'year'), eq(period.start, `${year}-01-01`))).get()
  const people = performancePeople(read, row, yearRow ?? null, byPerson)
  await pause()
  const data: Omit<PerformanceBookData, 'yearOutcome'> = {
    meta: exportMeta(read, about, row, newestVersion(read, row.id)),
    year: Number(year),
    publishedQuarters: [...new Set(quarters.map(({ quarter }) => quarterNumber(quarter)))].sort(),
    people,
    achievements: achievements(read, year, row.end),
    specialCases: specialCases(read, row, yearRow ?? null),
    feedback: people
      .filter(({ sendingUnit }) => sendingUnit !== null)
      .map(({ staff: code, quarters: held }) => ({ staff: code, performance: performanceWords.summary(held.length), opinion: '', remark: null })),
    modules: await modulePerformance(read, row, byPerson, dayInChina(about.now), pause),
    notes: requireTownshipRow(read).origin === 'real' ? [] : [performanceWords.notReal],
  }
  return { data, snapshot: row.kind === 'year' ? yearSnapshot(read, row) : null }
}

function yearSnapshot(read: Read, row: PeriodRow): string | null {
  const version = newestVersion(read, row.id)
  return version === null ? null : (read.select().from(snapshot).where(eq(snapshot.id, version.snapshotId)).get()?.document ?? null)
}

function performancePeople(read: Read, row: PeriodRow, yearRow: PeriodRow | null, quarters: ReadonlyMap<string, readonly CountedQuarter[]>): readonly PerformancePerson[] {
  const rows = new Map(read.select().from(staff).all().map((person) => [person.id, person]))
  const decided = yearRow === null ? new Map<string, string>() : decidedGrades(read, yearRow.id)
  return printedPeople(read, row.end)
    .filter(({ id }) => quarters.has(id))
    .flatMap(({ id, code, name, sex, identityLabel, trackLabel, moduleName, postName, remark }) => {
      const person = rows.get(id)
      if (person === undefined) return []
      const held = quarters.get(id) ?? []
      return [
        {
          staff: code, name, sex, identityLabel, trackLabel, moduleName, postName, remark,
          birthMonth: person.birthMonth,
          identity: person.identity,
          pool: held.at(-1)?.row.pool ?? null,
          rankTitle: person.rankTitle ?? '',
          sendingUnit: person.identity === 'dispatched' || person.identity === 'seconded_in' ? (person.sendingUnit ?? '') : null,
          quarters: held.map(({ quarter, row: result, suggested, decided: grade }) => ({
            quarter: quarterNumber(quarter),
            total: hundredths(result.total),
            post: hundredths(result.post),
            module: hundredths(result.module),
            team: hundredths(result.team),
            special: hundredths(result.special),
            deduct: hundredths(result.deduct),
            valid: result.valid,
            suggested: quarterGrades.find((known) => known === suggested) ?? 'no_grade',
            decided: grade,
          })),
          decidedYearGrade: yearGrades.find((grade) => grade === decided.get(id)) ?? null,
        },
      ]
    })
}

/** 实绩: the approved honours of the year so far, one line a person. */
function achievements(read: Read, year: string, until: string): readonly Achievement[] {
  const rows = read
    .select({ code: staff.code, matter: honour.matter })
    .from(honour)
    .innerJoin(staff, eq(staff.id, honour.staffId))
    .innerJoin(period, eq(period.id, honour.periodId))
    .where(and(eq(honour.state, 'approved'), gte(period.start, `${year}-01-01`), lte(period.end, until)))
    .orderBy(asc(staff.seq), asc(honour.seq))
    .all()
  return [...Map.groupBy(rows, ({ code }) => code)].map(([code, own]) => ({ staff: code, text: own.map(({ matter }) => matter).join(';') }))
}

function specialCases(read: Read, row: PeriodRow, yearRow: PeriodRow | null): readonly SpecialCase[] {
  const byStatus = read
    .select()
    .from(staff)
    .orderBy(asc(staff.seq))
    .all()
    .flatMap(({ code, status }) => (status === 'active' ? [] : [{ staff: code, ...performanceWords.status[status], remark: null }]))
  const byVeto = read
    .select({ code: staff.code, effect: veto.effect, clause: veto.clause, periodId: veto.periodId })
    .from(veto)
    .innerJoin(staff, eq(staff.id, veto.staffId))
    .orderBy(asc(veto.seq))
    .all()
    .filter(({ periodId }) => periodId === row.id || periodId === yearRow?.id)
    .map(({ code, effect, clause }) => ({ staff: code, situation: performanceWords.veto, clause: clause ?? '', handling: vetoEffectNames[effect], remark: null }))
  return [...byStatus, ...byVeto]
}

async function modulePerformance(read: Read, row: PeriodRow, quarters: ReadonlyMap<string, readonly CountedQuarter[]>, today: string, pause: () => Promise<void>): Promise<readonly ModulePerformance[]> {
  const mainOf = mainModules(read, quarters)
  const counts = await countTasksByModule(read, { start: `${row.start.slice(0, 4)}-01-01`, end: row.end, today }, pause)
  const codes = new Map(read.select({ id: moduleTable.id, code: moduleTable.code }).from(moduleTable).all().map(({ id, code }) => [id, code]))
  return counts.map(({ moduleId, name, tasks, completed, onTime, red, supervisions }) => {
    const code = codes.get(moduleId)
    if (code === undefined) throw new Error(`no module ${moduleId}`)
    const own = [...quarters].filter(([id]) => mainOf.get(id) === code).map(([, held]) => held)
    const totals = own.flat().map(({ row: result }) => result.total)
    return { module: code, name, people: own.length, tasks, completed, onTime, red, supervisions, scored: totals.length, scoreSum: hundredths(totals.reduce((sum, total) => sum + total, 0)), remark: null }
  })
}

/** The module everybody is counted in, by code: that of the last quarter that counts, as 模块对比 of that quarter has it. */
function mainModules(read: Read, quarters: ReadonlyMap<string, readonly CountedQuarter[]>): ReadonlyMap<string, string> {
  const last = [...quarters.values()].flatMap((held) => held.at(-1) ?? [])
  const ids = [...new Set(last.map(({ row: { versionId } }) => versionId))]
  const versions = new Map(read.select().from(resultVersion).where(inArray(resultVersion.id, ids)).all().map((version) => [version.id, primaryModulesOf(version)]))
  const codes = new Map(read.select({ id: staff.id, code: staff.code }).from(staff).all().map(({ id, code }) => [id, code]))
  return new Map(last.flatMap(({ staffId, row: { versionId } }) => {
    const module = versions.get(versionId)?.get(codes.get(staffId) ?? '')
    return module === undefined ? [] : [[staffId, module] as const]
  }))
}
