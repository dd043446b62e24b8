import type { QuarterInput } from '../plans/case.ts'
import type { QuarterCaseDocument } from './example.testing.ts'
import { parseCase } from './reading/parse-case.ts'
import { Draw, drawQuarterCase, townshipSize } from './random-case.testing.ts'

interface OfPerson {
  readonly staff: string
}

/** The rows together with a copy for the twin of everyone who has one. */
function doubled<Row extends OfPerson>(rows: readonly Row[], twinOf: ReadonlyMap<string, string>): readonly Row[] {
  return rows.flatMap((row) => {
    const twin = twinOf.get(row.staff)
    return twin === undefined ? [row] : [row, { ...row, staff: twin }]
  })
}

/** Gives some people a twin of whom everything is said that is said of them, so that they tie in every number. */
function withTwins(document: QuarterCaseDocument, draw: Draw): QuarterCaseDocument {
  const twinOf = new Map(document.staff.flatMap(({ id }) => (draw.once(4) ? [[id, `${id}-twin`] as const] : [])))
  const own = <Row extends OfPerson>(rows: readonly Row[]) => doubled(rows, twinOf)
  return {
    ...document,
    staff: document.staff.flatMap((person) => {
      const twin = twinOf.get(person.id)
      return twin === undefined ? [person] : [person, { ...person, id: twin, name: `${person.name}同` }]
    }),
    headRatings: own(document.headRatings),
    peerVotes: own(document.peerVotes),
    leaderScores: own(document.leaderScores),
    tasks: document.tasks.map((task) => ({ ...task, parties: own(task.parties) })),
    teamMembers: own(document.teamMembers),
    serviceEvents: own(document.serviceEvents),
    specialGroups: document.specialGroups.map((group) => ({ ...group, members: own(group.members) })),
    honours: own(document.honours),
    circulars: own(document.circulars),
    deductions: document.deductions.flatMap((item) => {
      const twin = twinOf.get(item.staff)
      return twin === undefined ? [item] : [item, { ...item, id: `${item.id}-twin`, staff: twin }]
    }),
    vetoes: own(document.vetoes),
  }
}

/** The case behind {@link randomTownship}, with its single ballots. */
export function randomTownshipCase(seed: number): QuarterCaseDocument {
  const draw = new Draw(seed)
  return withTwins(drawQuarterCase(draw, townshipSize), draw)
}

/**
 * A whole township in one quarter, the same for the same seed: any plan with constants of its own for some tracks, moves between
 * modules, leaves, missing scores, abstentions, unranked villages, vetoes, exemptions, and people who tie in every number.
 */
export function randomTownship(seed: number): QuarterInput {
  const parsed = parseCase(randomTownshipCase(seed))
  if (parsed.kind !== 'quarter') throw new Error(`township ${seed} is no valid quarter: ${JSON.stringify(parsed)}`)
  return parsed.input
}

/** Seeds of `count` townships that a test walks through, in order. */
export function townshipSeeds(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => 20_260_701 + index)
}
