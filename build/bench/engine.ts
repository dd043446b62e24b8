import { generateDemo } from '../../electron/core/desk/demo/demo.ts'
import { prepareDemo } from '../../electron/core/desk/demo/prepare-demo.ts'
import { gatherQuarter } from '../../electron/core/evaluation/computing/gather-quarter.ts'
import { requirePeriod } from '../../electron/core/plans/periods.ts'
import { testTownship } from '../../electron/core/testing/township.testing.ts'
import type { QuarterInput } from '../../shared/domain/plans/case.ts'
import { evaluateQuarter } from '../../shared/domain/evaluation/computing/quarter.ts'
import { mergeDeep } from '../../shared/lib/json.ts'
import { line, secondsOf, type Bench, type Line } from './measure.ts'

const quarter = '2026Q1'
const growth = 10

/** The quarter of so many townships in one: as many times the people, modules, villages and everything that was done. */
function timesAs(input: QuarterInput, count: number): QuarterInput {
  const each = <Row>(rows: readonly Row[], again: (row: Row, named: (code: string) => string) => Row): readonly Row[] =>
    Array.from({ length: count }, (_, copy) => `-${String(copy)}`).flatMap((copy) => rows.map((row) => again(row, (code) => code + copy)))
  return {
    ...input,
    modules: each(input.modules, (row, named) => ({ ...row, id: named(row.id) })),
    staff: each(input.staff, (row, named) => ({ ...row, id: named(row.id), assignments: row.assignments.map((held) => ({ ...held, module: named(held.module) })) })),
    headRatings: each(input.headRatings, (row, named) => ({ ...row, scorer: named(row.scorer), staff: named(row.staff), module: named(row.module) })),
    peerCounts: each(input.peerCounts, (row, named) => ({ ...row, staff: named(row.staff) })),
    leaderScores: each(input.leaderScores, (row, named) => ({ ...row, scorer: named(row.scorer), staff: named(row.staff) })),
    tasks: each(input.tasks, (row, named) => ({ ...row, id: named(row.id), module: named(row.module), parties: row.parties.map((party) => ({ ...party, staff: named(party.staff) })) })),
    villages: each(input.villages, (row, named) => ({ ...row, id: named(row.id) })),
    teamMembers: each(input.teamMembers, (row, named) => ({ ...row, staff: named(row.staff), village: named(row.village) })),
    serviceEvents: each(input.serviceEvents, (row, named) => ({ ...row, staff: named(row.staff), village: named(row.village) })),
    specialGroups: each(input.specialGroups, (row, named) => ({ ...row, id: named(row.id), members: row.members.map((member) => ({ ...member, staff: named(member.staff) })) })),
    honours: each(input.honours, (row, named) => ({ ...row, staff: named(row.staff) })),
    circulars: each(input.circulars, (row, named) => ({ ...row, staff: named(row.staff) })),
    deductions: each(input.deductions, (row, named) => ({ ...row, id: named(row.id), staff: named(row.staff) })),
    vetoes: each(input.vetoes, (row, named) => ({ ...row, staff: named(row.staff) })),
  }
}

/** The engine alone, each size beside ten times its smaller one. */
export const engineGrowth: Bench = {
  name: 'engine-growth',
  async run(rounds) {
    const town = await testTownship(generateDemo(2026))
    const read = town.app.read()
    const input = gatherQuarter(read, requirePeriod(read, quarter))
    town.dispose()
    const sizes = [1, growth, growth * growth].map((count) => ({ count, input: timesAs(input, count), milliseconds: new Array<number>() }))
    for (const { input: sized } of sizes) evaluateQuarter(sized)
    for (let round = 0; round < rounds; round += 1) {
      for (const { count, input: sized, milliseconds } of sizes) {
        // A short work is done several times for one figure.
        const times = Math.max(1, growth / count)
        milliseconds.push(((await secondsOf(() => Array.from({ length: times }, () => evaluateQuarter(sized)))) * 1_000) / times)
      }
    }
    return sizes.map(({ input: { staff }, milliseconds }, place): Line => {
      const smaller = sizes[place - 1]
      const against = smaller === undefined ? undefined : { name: `${String(growth)} × ${String(smaller.input.staff.length)} people`, values: smaller.milliseconds.map((each) => each * growth) }
      return line('engine-growth', `${String(staff.length)} people`, 'ms', milliseconds, against)
    })
  },
}

/** A weight of the plan is moved, and the whole quarter answered anew, what moved whom included; the window draws after that. */
export const whatIf: Bench = {
  name: 'what-if',
  async run(rounds) {
    const town = await testTownship(generateDemo(2026))
    prepareDemo(town.app)
    const inspector = town.as(null, 'inspector')
    const { document } = await inspector.trial.base({ code: quarter })
    const milliseconds: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const more = 1 + (round % 5)
      const moved = mergeDeep(document, { quarter: { dimensions: { module: String(40 + more) }, module: { leader: String(5 + more) } } })
      milliseconds.push((await secondsOf(() => inspector.trial.run({ code: quarter, document: moved }))) * 1_000)
    }
    town.dispose()
    return [line('what-if', 'answered after a weight was moved', 'ms', milliseconds)]
  },
}
