import { quarterGradeNames } from '../../../../../shared/domain/plans/cycle-vocabulary.ts'
import { formula, number, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftRow, DraftTable } from '../../arrange/draft.ts'
import { poolWords, statusWords, wordFor, words } from '../../vocabulary.ts'
import { personCells, scored } from './context.ts'
import type { BookPerson, EvaluationContext } from './context.ts'
import { vetoNumbers } from './deduction-sheet.ts'

/** 结果汇总: dimensions, total, places and suggested grade of everyone, all drawn from the sheets behind it. */

/** The row of a person, for sheets that repeat his numbers. */
export function summaryId(person: BookPerson): string {
  return String(person.key)
}

/** The row of a pool in 等次统计与名额. */
export function poolId(poolKey: number): string {
  return String(poolKey)
}

function scoreCells(person: BookPerson): Readonly<Record<string, DraftCell>> {
  const { leaves, dimensions, total } = person.outcome
  const own = 'SUMIFS([ratings.total],[ratings.key],[key])'
  const common = {
    post: leaves.P === undefined ? number(0) : scored('MIN({post},R2(SUMIFS([segments.share],[segments.key],[key])))', leaves.P),
    moduleScore: scored(own, dimensions.module),
    team: scored('SUMIFS([team.total],[team.key],[key])', dimensions.team),
    special: scored('MIN({specialCap},R2(SUMIFS([special.points],[special.key],[key])))', dimensions.special),
    deduct: scored('MIN({deductCap},R2(SUMIFS([deductions.score],[deductions.key],[key])))', dimensions.deduct),
  }
  if (total.mode === 'additive') return { ...common, total: scored('MAX(0,R2([post]+[moduleScore]+[team]+[special]-[deduct]))', total.total) }
  const share = (field: string, max: string): string => `IF({${max}}=0,0,[${field}]*{half}/{${max}})`
  return {
    ...common,
    coefficient: formula('R4(SUMIFS([segments.coefficientShare],[segments.key],[key]))', Number(total.coefficient.num) / Number(total.coefficient.den)),
    scaled: scored(`R2([coefficient]*(${share('moduleScore', 'module')}+${share('team', 'team')}))`, total.scaled),
    total: scored('MAX(0,R2([scaled]+[special]-[deduct]))', total.total),
  }
}

function rankCells({ outcome: { ranks } }: BookPerson): Readonly<Record<string, DraftCell>> {
  const within = (field: string): string => `COUNTIFS([summary.${field}],[${field}],[summary.total],">"&[total])+1`
  return {
    rankTown: formula('COUNTIF([summary.total],">"&[total])+1', ranks.town),
    rankModule: formula(within('moduleKey'), ranks.module),
    rankPool: formula(within('poolKey'), ranks.pool),
  }
}

const rivals = '[summary.poolKey],[poolKey],[summary.candidate],1'
const decisive = ['total', 'moduleScore', 'team', 'special', 'deduct'] as const

/** Candidates of the pool that stand before: by total, then M, T, X, then fewer D. */
const aheadTemplate = decisive
  .map((field, index) => {
    const equal = decisive.slice(0, index).map((before) => `,[summary.${before}],[${before}]`).join('')
    return `COUNTIFS(${rivals}${equal},[summary.${field}],"${field === 'deduct' ? '<' : '>'}"&[${field}])`
  })
  .join('+')
const equalTemplate = `COUNTIFS(${rivals}${decisive.map((field) => `,[summary.${field}],[${field}]`).join('')})`

const names = quarterGradeNames
const byScore =
  `IF([capIncompetent]>0,"${names.poor}",IF([total]>={fairGood},IF([capBasic]>0,"${names.average}","${names.fair_good}"),IF([total]>={average},"${names.average}","${names.poor}")))`
const gradeTemplate = [
  `IF([status]="${statusWords.probation}","${names.comment_only}",`,
  `IF([status]="${statusWords.pending_case}","${names.pending}",`,
  `IF([valid]=0,"${names.no_grade}",`,
  `IF(AND([candidate]=1,[ahead]+[equal]<=[@quota]),"${names.good}",${byScore}))))`,
].join('')

function vetoCount(veto: keyof typeof vetoNumbers): DraftCell {
  return formula(`COUNTIFS([deductions.key],[key],[deductions.veto],${String(vetoNumbers[veto])})`)
}

function gradeCells({ outcome }: BookPerson): Readonly<Record<string, DraftCell>> {
  const { duty, grade, status } = outcome
  return {
    covered: formula('SUMIFS([segments.days],[segments.key],[key])', duty.coveredDays),
    leaveDays: number(duty.coveredDays - duty.dutyDays),
    duty: formula('[covered]-[leaveDays]', duty.dutyDays),
    valid: formula('IF(ROUND([duty]-{validityShare}*{days},9)>=0,1,0)', duty.valid ? 1 : 0),
    status: text(statusWords[status]),
    eligible: formula(`IF(AND([status]="${statusWords.active}",[valid]=1),1,0)`),
    vetoes: formula('COUNTIFS([deductions.key],[key],[deductions.veto],">0")'),
    capBasic: vetoCount('cap_basic'),
    capIncompetent: vetoCount('cap_incompetent'),
    candidate: formula('IF(AND([eligible]=1,[total]>={good},[vetoes]=0),1,0)'),
    ahead: formula(aheadTemplate),
    equal: formula(equalTemplate),
    meeting: formula('IF(AND([candidate]=1,[ahead]<[@quota],[ahead]+[equal]>[@quota]),1,0)', outcome.flags.includes('needsMeeting') ? 1 : 0),
    suggested: formula(gradeTemplate, names[grade.grade]),
  }
}

function personRow(context: EvaluationContext, person: BookPerson): DraftRow {
  const { info, outcome, profile } = person
  const poolKey = context.poolKeys.get(outcome.pool) ?? 0
  const remark = [person.distinction === '' ? '' : words.sameName(person.distinction), info.remark ?? ''].filter((part) => part !== '').join(words.separator)
  return {
    id: summaryId(person),
    constants: profile.field,
    references: { quota: { table: 'grades', row: poolId(poolKey), field: 'quota' } },
    cells: {
      ...personCells(person),
      seq: number(person.sequence),
      sex: text(info.sex),
      module: text(info.moduleName),
      postName: text(info.postName),
      identity: text(info.identityLabel),
      track: text(info.trackLabel),
      pool: text(outcome.pool === null ? words.noPool : wordFor(poolWords, outcome.pool)),
      ...scoreCells(person),
      ...rankCells(person),
      ...gradeCells(person),
      decided: text(info.decidedGrade === null ? null : names[info.decidedGrade]),
      remark: formula(`IF([meeting]=1,"${words.needsMeeting}"&IF([remarkText]="","","${words.separator}"),"")&[remarkText]`),
      remarkText: text(remark),
      moduleKey: number(context.moduleKeys.get(outcome.primaryModule) ?? null),
      poolKey: number(poolKey),
    },
  }
}

export function summaryDraft(context: EvaluationContext): DraftTable {
  return { key: 'summary', rows: context.people.map((person) => personRow(context, person)) }
}
