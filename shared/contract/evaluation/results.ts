import { z } from 'zod'
import { resultStates } from '../../domain/plans/cycle.ts'
import { dimensionNames } from '../../domain/plans/vocabulary.ts'
import { leafNames, quarterFlags, yearStatuses } from '../../domain/plans/vocabulary.ts'
import { excellentBars } from '../../domain/evaluation/computing/year-outcome.ts'
import { identities, tracks } from '../../domain/people/codes.ts'
import { explanation } from './explanation.ts'
import { personHistory } from './history.ts'
import { id, ownSession, query } from '../procedure.ts'

const resultRow = z.object({
  staffId: id,
  staffCode: z.string(),
  staffName: z.string(),
  /** The primary module of the period. */
  moduleId: id.nullable(),
  moduleName: z.string(),
  /** The modules he worked in and on how many days, the primary one first. */
  moduleDays: z.array(z.object({ moduleName: z.string(), days: z.int() })),
  postName: z.string(),
  identity: z.enum(identities),
  track: z.enum(tracks),
  pool: z.string().nullable(),
  post: z.string(),
  module: z.string(),
  team: z.string(),
  special: z.string(),
  deduct: z.string(),
  total: z.string(),
  /** Four decimals, in coefficient mode only. */
  coefficient: z.string().nullable(),
  /** Those the person has. */
  leaves: z.partialRecord(z.enum(leafNames), z.string()),
  rankTown: z.int(),
  rankModule: z.int(),
  rankPool: z.int(),
  validPeriod: z.boolean(),
  flags: z.array(z.enum(quarterFlags)),
  grade: z.string(),
  decidedGrade: z.string().nullable(),
})

const yearRow = z.object({
  staffId: id,
  staffCode: z.string(),
  staffName: z.string(),
  moduleName: z.string(),
  postName: z.string(),
  identity: z.enum(identities),
  pool: z.string().nullable(),
  annual: z.string().nullable(),
  validQuarters: z.int(),
  needsMeeting: z.boolean(),
  status: z.enum(yearStatuses),
  /** What keeps him from 优秀; empty for who takes no part in grades by score. */
  bars: z.array(z.enum(excellentBars)),
  months: z.int(),
  grade: z.string(),
  decidedGrade: z.string().nullable(),
  bonusFen: z.int().nullable(),
})

/** 名额 of one pool: the places there are, and how many the suggestion and the meeting have given. */
const poolRow = z.object({
  pool: z.string().nullable(),
  people: z.int(),
  eligible: z.int(),
  quota: z.int(),
  suggested: z.int(),
  decided: z.int(),
  tiedAtLine: z.int(),
})

/** `ruling`: the amendment that made it, by code, and by reason for who sees the ruling itself. */
const versionRow = z.object({ resultVersion: z.int(), state: z.enum(resultStates), computedAt: z.string(), computedBy: z.string(), ruling: z.object({ code: z.string(), reason: z.string().nullable() }).nullable() })

/** One whose total or grade differs between two versions; null where he is not in one of them. */
const differenceRow = z.object({
  staffId: id,
  staffName: z.string(),
  moduleName: z.string(),
  totalBefore: z.string().nullable(),
  totalAfter: z.string().nullable(),
  /** After minus before, with its sign. */
  by: z.string(),
  rankBefore: z.int().nullable(),
  rankAfter: z.int().nullable(),
  gradeBefore: z.string().nullable(),
  gradeAfter: z.string().nullable(),
})

/** 绩效奖金 of one pool: `rest` is 0 unless nobody in it is eligible, and then the whole. Fen. */
const bonusRow = z.object({ pool: z.string(), total: z.int(), distributed: z.int(), rest: z.int(), people: z.int() })

const readsResults = ['result', 'period', 'staff', 'module'] as const

export const results = {
  /** The result of a quarter with what the plan calls its dimensions: the newest for who sees the whole township, else the newest published one. */
  list: query('result.read', readsResults, 'not_frozen')
    .input(z.object({ code: z.string() }))
    .output(z.object({ resultVersion: z.int(), state: z.enum(resultStates), dimensions: z.record(z.enum(dimensionNames), z.string()), rows: z.array(resultRow) })),
  own: ownSession({ reads: readsResults }, 'not_frozen').input(z.object({ code: z.string() })).output(resultRow.nullable()),
  /** The result of a year, chosen in the same way; 奖金 is told to who sees the whole township, and to each his own. */
  year: query('result.read', readsResults, 'not_frozen')
    .input(z.object({ code: z.string() }))
    .output(
      z.object({
        resultVersion: z.int(),
        state: z.enum(resultStates),
        /** Whose quarters have been corrected since the year was published; for who sees the whole township. */
        onOlderQuarters: z.array(z.object({ staffId: id, staffName: z.string() })),
        rows: z.array(yearRow),
      }),
    ),
  /** 历年考评: every period of a person, as far as the caller sees results of it: by office the newest version, by 公示 the newest published one. */
  history: query('result.read', readsResults).input(z.object({ staffId: id })).output(personHistory),
  /** The caller's own periods that are public; null for who is no staff. */
  historyOwn: ownSession({ reads: readsResults }).output(personHistory.nullable()),
  /** The bonus suggestion of a year, pool by pool; it adds up to the total of the pool exactly. Whole township only. */
  bonus: query('result.read', ['result', 'period'], 'not_frozen').input(z.object({ code: z.string() })).output(z.array(bonusRow)),
  /** Every version a period has had, for who sees results by 公示 alone every published one, the newest first. */
  versions: query('result.read', ['result', 'period', 'ruling']).input(z.object({ code: z.string() })).output(z.array(versionRow)),
  /** Who moved between two versions, and by how much, the largest step first. Whole township only. */
  differences: query('result.read', readsResults, 'not_frozen')
    .input(z.object({ code: z.string(), from: z.int().positive(), to: z.int().positive() }))
    .output(z.array(differenceRow)),
  /** 好 of a quarter, 优秀 of a year: places and how many are taken, pool by pool. Whole township only. */
  pools: query('result.read', ['result', 'period'], 'not_frozen').input(z.object({ code: z.string() })).output(z.array(poolRow)),
  /**
   * Why a person's total is what it is, from the frozen snapshot of a version (without it, the one that is listed). Whom 公示 alone
   * shows it gets no sources, nothing that single people gave, and published versions only; of himself nobody is told who gave which score.
   */
  explain: query('result.read', ['result', 'period'], 'not_frozen')
    .input(z.object({ code: z.string(), staffId: id, resultVersion: z.int().positive().optional() }))
    .output(explanation),
  /** The same of the caller's own result, null before it is published. */
  explainOwn: ownSession({ reads: ['result', 'period'] }, 'not_frozen')
    .input(z.object({ code: z.string(), resultVersion: z.int().positive().optional() }))
    .output(explanation.nullable()),
}
