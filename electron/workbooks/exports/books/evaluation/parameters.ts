import { groupBy } from '../../../../../shared/lib/group-by.ts'
import { trackLabels } from '../../../../../shared/domain/people/vocabulary.ts'
import { fieldAt } from '../../arrange/columns.ts'
import { formula, number, numbered, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftRow, DraftTable } from '../../arrange/draft.ts'
import { words } from '../../vocabulary.ts'
import type { EvaluationContext, Profile } from './context.ts'

/** The tables of 参数 that are not constants: modules, posts, villages, groups and the means taken over people. */

/** Rows of `ratingGroups`: the ratings of one module in one track, or (`all`) of all its modules. */
export function ratingGroupId(trackKey: number, moduleKey: number | 'all'): string {
  return `${String(trackKey)}:${String(moduleKey)}`
}

export function modulesDraft({ data: { input }, moduleKeys }: EvaluationContext): DraftTable {
  const rows = input.modules.map((module, index): DraftRow => ({
    id: module.id,
    cells: { seq: number(index + 1), name: text(module.name), pk: number(Number(module.pkFactor)), moduleKey: number(moduleKeys.get(module.id) ?? null) },
  }))
  return { key: 'modules', rows }
}

/** Only a profile in coefficient mode has coefficients; the field is `coefficient:<profile>`. */
export function coefficientField(profile: Profile): string {
  return fieldAt('postCoefficient', profile.index)
}

const coefficientTemplate =
  'IF([stated]<>"",[stated],IF(COUNT([workload],[difficulty],[risk])=3,{coefficientBase}+{coefficientRange}*(([workload]+[difficulty]+[risk])/3-1)/4,1))'

export function postsDraft({ data: { input }, profiles }: EvaluationContext): DraftTable {
  const coefficients = profiles.filter(({ constants }) => constants.mode === 'coefficient')
  const rows = input.posts.map((post, index): DraftRow => ({
    id: post.id,
    cells: {
      seq: number(index + 1),
      name: text(post.name),
      score: number(Number(post.score)),
      stated: number(post.coefficient === null ? null : Number(post.coefficient)),
      workload: number(post.factors?.workload ?? null),
      difficulty: number(post.factors?.difficulty ?? null),
      risk: number(post.factors?.risk ?? null),
      ...Object.fromEntries(coefficients.map((profile) => [coefficientField(profile), formula(coefficientTemplate, null, profile.field)])),
    },
  }))
  return { key: 'posts', rows, each: { profiles: profiles.map(({ label }) => label) } }
}

export function villagePointsField(profile: Profile): string {
  return fieldAt('points', profile.index)
}

/** Points of a ranked village: the tier its place falls in, the first of n tiers for the best ⌈V/n⌉, and so on. */
function tierTemplate({ constants }: Profile): string {
  const { tiers } = constants.team
  const tail = `{tier:${String(tiers.length - 1)}}`
  const nested = tiers.slice(0, -1).reduceRight((rest, _, index) => {
    const bound = `ROUNDUP(COUNT([villages.rank])*${String(index + 1)}/${String(tiers.length)},0)`
    return `IF([place]<=${bound},{tier:${String(index)}},${rest})`
  }, tail)
  return `IF([rank]="","",${nested})`
}

export function villagesDraft({ data: { input }, profiles }: EvaluationContext): DraftTable {
  const rows = input.villages.map((village, index): DraftRow => {
    const points = profiles.flatMap((profile): readonly (readonly [string, DraftCell])[] => {
      const ranked = fieldAt('rankPoints', profile.index)
      const middle = `{tier:${String(Math.floor(profile.constants.team.tiers.length / 2))}}`
      const unranked = `IF(COUNT([villages.rank])=0,${middle},AVERAGE([villages.${ranked}]))`
      return [
        [ranked, formula(tierTemplate(profile), null, profile.field)],
        [villagePointsField(profile), formula(`IF([rank]="",${unranked},[${ranked}])`, null, profile.field)],
      ]
    })
    return {
      id: village.id,
      cells: {
        seq: number(index + 1),
        name: text(village.name),
        rank: number(village.quarterRank),
        place: formula('IF([rank]="","",COUNTIF([villages.rank],"<"&[rank])+1)'),
        ...Object.fromEntries(points),
      },
    }
  })
  return { key: 'villages', rows, each: { profiles: profiles.map(({ label }) => label) } }
}

export function groupsDraft({ data: { input } }: EvaluationContext): DraftTable {
  const rows = input.specialGroups.map((group, index): DraftRow => ({
    id: group.id,
    cells: { seq: number(index + 1), name: text(group.name), grade: text(group.grade) },
  }))
  return { key: 'groups', rows }
}

const inGroup = '[ratings.track],[trackKey],[ratings.moduleKey],[moduleKey],[ratings.counted],1'
const inTrack = '[ratings.track],[trackKey],[ratings.counted],1'

function ratingGroupRow(label: string, module: string, trackKey: number, moduleKey: number | 'all'): DraftRow {
  const conditions = moduleKey === 'all' ? inTrack : inGroup
  const inModule = moduleKey === 'all' ? '' : '*([ratings.moduleKey]=[moduleKey])'
  return {
    id: ratingGroupId(trackKey, moduleKey),
    cells: {
      track: text(label),
      name: text(module),
      trackKey: number(trackKey),
      moduleKey: number(moduleKey === 'all' ? null : moduleKey),
      count: formula(`COUNTIFS(${conditions})`),
      mean: formula(`IF([count]=0,0,SUMIFS([ratings.raw],${conditions})/[count])`),
      top: formula(`IF([count]=0,0,SUMPRODUCT(MAX(([ratings.track]=[trackKey])${inModule}*([ratings.counted]=1)*[ratings.raw])))`),
    },
  }
}

/** The counted ratings by track and module (考核类别 × 模块): how many, their mean and the best. */
export function ratingGroupsDraft({ people, tracks, moduleKeys, data: { input } }: EvaluationContext): DraftTable {
  const namesOf = new Map(input.modules.map((module) => [module.id, module.name]))
  const byTrack = groupBy(people, (person) => person.trackKey)
  const rows = tracks.flatMap(({ track, key }): readonly DraftRow[] => {
    const modules = new Set((byTrack.get(key) ?? []).flatMap(({ outcome, facts }) => [outcome.primaryModule, ...facts.headRatings.map((rating) => rating.module)]))
    const inOrder = input.modules.filter((module) => modules.has(module.id))
    return [
      ratingGroupRow(trackLabels[track], words.allModules, key, 'all'),
      ...inOrder.map((module) => ratingGroupRow(trackLabels[track], namesOf.get(module.id) ?? '', key, moduleKeys.get(module.id) ?? 0)),
    ]
  })
  return { key: 'ratingGroups', rows: numbered(rows) }
}

const owners = '[ratings.personTrack],[trackKey],[ratings.bases],">0"'

/** The mean task score of the people with tasks, by track and module; where a module has none, of the whole track. */
export function taskFillsDraft(context: EvaluationContext): DraftTable {
  const { tracks, data: { input } } = context
  const rows = tracks.filter(({ profile }) => profile.constants.module.zeroTask === 'module_mean').map(({ track, key, profile }): DraftRow => ({
    id: String(key),
    constants: profile.field,
    cells: {
      track: text(trackLabels[track]),
      trackKey: number(key),
      whole: formula(`IF(COUNTIFS(${owners})=0,{zeroTaskShare}*{tasks},AVERAGEIFS([ratings.ownTasks],${owners}))`),
      ...Object.fromEntries(input.modules.map((_, index) => {
        const there = `${owners},[ratings.${fieldAt('present', index)}],">0"`
        return [fieldAt('fill', index), formula(`IF(COUNTIFS(${there})=0,[whole],AVERAGEIFS([ratings.ownTasks],${there}))`)]
      })),
    },
  }))
  return { key: 'taskFills', rows: numbered(rows), each: { modules: input.modules.map((module) => module.name) } }
}
