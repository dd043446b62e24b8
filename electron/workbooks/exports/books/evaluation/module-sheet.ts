import type { HeadRating } from '../../../../../shared/domain/plans/case.ts'
import type { PlanConstants } from '../../../../../shared/domain/plans/plan.ts'
import { formula, number, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftReference, DraftRow, DraftTable } from '../../arrange/draft.ts'
import { fieldAt } from '../../arrange/columns.ts'
import { namedWords, noTaskWords, wordFor, words } from '../../vocabulary.ts'
import { personCells, scored } from './context.ts'
import type { BookPerson, EvaluationContext } from './context.ts'
import { lookup, setEnds } from './constants.ts'
import { ratingGroupId } from './parameters.ts'
import { daysInModule } from './post-sheet.ts'

/** 模块评分明细: a row for each rating by a module head; the first row of a person carries the other scores and M. */

/** Votes below this are never shown, whatever the plan asks for (互评保密). */
const fewestVotesShown = 3

type Leaf = 'head' | 'tasks' | 'peer' | 'leader'
const leaves = ['head', 'tasks', 'peer', 'leader'] as const

/** Leaves without points in the plan do not exist. */
function existing({ module }: PlanConstants): readonly Leaf[] {
  return leaves.filter((leaf) => Number(module[leaf]) !== 0)
}

const factorTemplates = {
  mean_ratio: 'IF([counted]=0,"",IF(OR([@groupCount]<3,[@groupMean]=0),1,MIN({factorMax},MAX({factorMin},[@trackMean]/[@groupMean]))))',
  top_ratio: 'IF([counted]=0,"",IF([@groupTop]=0,1,{head}/[@groupTop]))',
  none: 'IF([counted]=0,"",1)',
} as const

function bandWord(rating: HeadRating | null): string | null {
  const band = rating?.band ?? null
  return band === null ? null : wordFor(namedWords, band)
}

function directScore(rating: HeadRating | null): number | null {
  const score = rating?.score ?? null
  return score === null ? null : Number(score)
}

function ratingCells(context: EvaluationContext, person: BookPerson, module: string, rating: HeadRating | null): Readonly<Record<string, DraftCell>> {
  const { constants } = person.profile
  const name = context.data.input.modules.find((candidate) => candidate.id === module)?.name ?? ''
  const byBand = rating !== null && rating.score === null
  return {
    module: text(name),
    moduleKey: number(context.moduleKeys.get(module) ?? null),
    track: number(person.trackKey),
    days: formula(daysInModule(context, '[moduleKey]')),
    band: text(bandWord(rating)),
    raw: byBand ? formula('INDEX([@bandValues],MATCH([band],[@bandLabels],0))') : number(directScore(rating)),
    counted: formula('IF(AND(ISNUMBER([raw]),[days]>={minRatedDays}),1,0)'),
    groupMean: formula('[@groupMean]'),
    factor: formula(factorTemplates[constants.module.normalisation]),
    pk: formula('[@pk]'),
    corrected: formula('IF([counted]=0,"",MIN({head},[raw]*[factor]*[pk]))'),
    weighted: formula('IF([counted]=0,0,[corrected]*[days])'),
    ratedDays: formula('[counted]*[days]'),
  }
}

const headTemplate =
  'IF(SUMIFS([ratings.ratedDays],[ratings.key],[key])=0,"",R2(SUMIFS([ratings.weighted],[ratings.key],[key])/SUMIFS([ratings.ratedDays],[ratings.key],[key])))'

const taskTemplates = {
  module_mean: 'IF([bases]>0,[ownTasks],R2(SUMPRODUCT([present*],[@fills])/SUM([present*])))',
  fixed: 'IF([bases]>0,[ownTasks],R2({zeroTaskShare}*{tasks}))',
  redistribute: 'IF([bases]>0,[ownTasks],"")',
} as const

function taskCells(context: EvaluationContext, person: BookPerson): Readonly<Record<string, DraftCell>> {
  const { zeroTask } = person.profile.constants.module
  const present = context.data.input.modules.map((module, index): readonly [string, DraftCell] => [
    fieldAt('present', index),
    formula(daysInModule(context, String(context.moduleKeys.get(module.id) ?? 0))),
  ])
  return {
    bases: formula('SUMIFS([parts.base],[parts.key],[key])'),
    contributions: formula('SUMIFS([parts.contribution],[parts.key],[key])'),
    ownTasks: formula('IF([bases]=0,"",R2({tasks}*[contributions]/[bases]))'),
    tasks: scored(taskTemplates[zeroTask], person.outcome.leaves.M2),
    ...Object.fromEntries(present),
  }
}

function peerCells(person: BookPerson, bands: readonly string[]): Readonly<Record<string, DraftCell>> {
  const count = person.facts.peerCount
  const given = bands.map((band) => (count !== null && Object.hasOwn(count.votes, band) ? (count.votes[band] ?? 0) : 0))
  const votes = given.reduce((total, value) => total + value, 0)
  const points = bands.map((_, index) => `[${fieldAt('votes', index)}]*{peerBand:${String(index)}}`).join('+')
  const template = `IF([voted]=0,"",IF(OR([voted]<{minVotes},ROUND([voted]/([voted]+[abstained]),10)<{minTurnout}),"",R2((${points})/[voted])))`
  const score = person.outcome.leaves.M3
  const isHidden = votes < fewestVotesShown
  return {
    ...Object.fromEntries(given.map((value, index) => [fieldAt('votes', index), number(isHidden ? null : value)])),
    abstained: number(isHidden ? null : (count?.abstained ?? 0)),
    voted: formula('SUM([votes*])'),
    peer: isHidden && score !== undefined ? number(score / 100) : scored(template, score),
  }
}

function leaderCells(person: BookPerson): Readonly<Record<string, DraftCell>> {
  const scores = person.facts.leaderScores.map(({ score }, index): readonly [string, DraftCell] => [fieldAt('leaderScore', index), number(Number(score))])
  return { ...Object.fromEntries(scores), leader: scored('IF(COUNT([leaderScore*])=0,"",R2(AVERAGE([leaderScore*])))', person.outcome.leaves.M4) }
}

const unfilled = 'COUNTIFS([ratings.personTrack],[personTrack],[ratings.own],">=0")'

/** M: the sum of the leaves; scaled up or filled where some are missing (缺分处理). */
function totalCells(person: BookPerson, present: readonly Leaf[]): Readonly<Record<string, DraftCell>> {
  const cells = present.map((leaf) => `[${leaf}]`).join(',')
  const all = `COUNT(${cells})=${String(present.length)}`
  // A part of its own for people without tasks, and what follows from missing leaves.
  const isIdle = present.includes('tasks') ? '[bases]=0' : '1=0'
  const idle = `IF(${isIdle},"${noTaskWords[person.profile.constants.module.zeroTask]}","")`
  const missing = `IF(${isIdle},"${words.separator}","")&IF([own]="",IF(${unfilled}=0,"${words.noScore}","${words.filled}"),"${words.rescaled}")`
  if (present.length === 0) return { presentMax: number(0), own: number(0), total: scored('[own]', person.outcome.dimensions.module) }
  return {
    presentMax: formula(present.map((leaf) => `IF([${leaf}]="",0,{${leaf}})`).join('+')),
    own: formula(`IF(${all},R2(SUM(${cells})),IF(OR([presentMax]=0,ROUND([presentMax]-{rescaleAt}*{module},9)<0),"",R2(SUM(${cells})*{module}/[presentMax])))`),
    handling: formula(`${idle}&IF(${all},"",${missing})`),
    total: scored(`IF([own]<>"",[own],IF(${unfilled}=0,0,R2(AVERAGEIFS([ratings.own],[ratings.personTrack],[personTrack]))))`, person.outcome.dimensions.module),
  }
}

function firstRowCells(context: EvaluationContext, person: BookPerson): Readonly<Record<string, DraftCell>> {
  const present = existing(person.profile.constants)
  return {
    seq: number(person.sequence),
    personTrack: number(person.trackKey),
    ...(present.includes('head') ? { head: scored(headTemplate, person.outcome.leaves.M1) } : {}),
    ...(present.includes('tasks') ? taskCells(context, person) : {}),
    ...(present.includes('peer') ? peerCells(person, context.names.peerBands) : {}),
    ...(present.includes('leader') ? leaderCells(person) : {}),
    ...totalCells(person, present),
    remark: text(remarkOf(person)),
  }
}

function remarkOf(person: BookPerson): string {
  const { votes, why } = person.outcome.module.peer ?? { votes: 0, why: 'noVotes' }
  const hidden = why !== 'noVotes' && votes < fewestVotesShown ? [words.fewVotes] : []
  return [...hidden, ...(person.distinction === '' ? [] : [words.sameName(person.distinction)])].join(words.separator)
}

function references(context: EvaluationContext, person: BookPerson, module: string): Readonly<Record<string, DraftReference>> {
  const moduleKey = context.moduleKeys.get(module) ?? 0
  const group = { table: 'ratingGroups', row: ratingGroupId(person.trackKey, moduleKey) }
  const modules = context.data.input.modules.length
  const fills = person.profile.constants.module.zeroTask === 'module_mean' ? { fills: { table: 'taskFills', row: String(person.trackKey), field: 'fill*' } } : {}
  return {
    ...lookup('band', ...setEnds('headBand', context.names.headBands), person.profile),
    groupCount: { ...group, field: 'count' },
    groupMean: { ...group, field: 'mean' },
    groupTop: { ...group, field: 'top' },
    trackMean: { table: 'ratingGroups', row: ratingGroupId(person.trackKey, 'all'), field: 'mean' },
    pk: { table: 'modules', row: module, field: 'pk' },
    ...(modules > 0 ? fills : {}),
  }
}

/** Someone without a rating keeps an empty one of his main module, where a late one can be entered. */
function rowsOf(context: EvaluationContext, person: BookPerson): readonly DraftRow[] {
  const given: readonly (HeadRating | null)[] = existing(person.profile.constants).includes('head') ? person.facts.headRatings : []
  const ratings = given.length > 0 ? given : [null]
  return ratings.map((rating, index): DraftRow => {
    const module = rating?.module ?? person.outcome.primaryModule
    return {
      constants: person.profile.field,
      references: references(context, person, module),
      cells: { ...personCells(person), ...ratingCells(context, person, module, rating), ...(index === 0 ? firstRowCells(context, person) : {}) },
    }
  })
}

export function ratingsDraft(context: EvaluationContext): DraftTable {
  const mostScores = Math.max(1, ...context.people.map((person) => person.facts.leaderScores.length))
  return {
    key: 'ratings',
    rows: context.people.flatMap((person) => rowsOf(context, person)),
    each: {
      peerBands: context.names.peerBands.map((band) => wordFor(namedWords, band)),
      leaderScores: Array.from({ length: mostScores }, (_, index) => String(index + 1)),
      modules: context.data.input.modules.map((module) => module.name),
    },
  }
}
