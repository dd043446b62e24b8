import type { PostSegment } from '../../../../../shared/domain/evaluation/computing/outcome.ts'
import { fieldAt } from '../../arrange/columns.ts'
import { date, formula, number, numbered, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftReference, DraftRow, DraftTable } from '../../arrange/draft.ts'
import { words } from '../../vocabulary.ts'
import { modulesHeld, personCells } from './context.ts'
import type { BookPerson, EvaluationContext } from './context.ts'
import { coefficientField } from './parameters.ts'

const coveredDays = 'SUMIFS([segments.days],[segments.key],[key])'

function segmentRow(context: EvaluationContext, person: BookPerson, segment: PostSegment, names: NamesById): DraftRow {
  const modules = modulesHeld(segment)
  const posts = [...new Set(segment.held.map(({ post }) => post))]
  const references: Record<string, DraftReference> = {}
  posts.forEach((post, index) => {
    references[`score${String(index)}`] = { table: 'posts', row: post, field: 'score' }
    references[`coefficient${String(index)}`] = { table: 'posts', row: post, field: coefficientField(person.profile) }
  })
  const highest = (name: string): string => `MAX(${posts.map((_, index) => `[@${name}${String(index)}]`).join(',')})`
  const isWeighted = person.outcome.mode === 'coefficient'
  const coefficients: Record<string, DraftCell> = isWeighted
    ? { coefficient: formula(highest('coefficient')), coefficientShare: formula(`[days]*[coefficient]/${coveredDays}`) }
    : {}
  return {
    references,
    cells: {
      ...personCells(person),
      module: text(modules.map((module) => names.modules.get(module) ?? '').join(words.joiner)),
      post: text(posts.map((post) => names.posts.get(post) ?? '').join(words.joiner)),
      from: date(segment.from),
      to: date(segment.to),
      days: formula('[to]-[from]+1', segment.days),
      score: formula(highest('score')),
      share: formula(`[score]*[days]/${coveredDays}`),
      ...coefficients,
      ...Object.fromEntries(modules.map((module, index) => [fieldAt('moduleKey', index), number(context.moduleKeys.get(module) ?? null)])),
    },
  }
}

interface NamesById {
  readonly modules: ReadonlyMap<string, string>
  readonly posts: ReadonlyMap<string, string>
}

/** 岗位赋分明细: stretches of days with the same posts; the highest post of each counts, weighted by its days. */
export function segmentsDraft(context: EvaluationContext): DraftTable {
  const { input } = context.data
  const names = {
    modules: new Map(input.modules.map((module) => [module.id, module.name])),
    posts: new Map(input.posts.map((post) => [post.id, post.name])),
  }
  const rows = numbered(context.people.flatMap((person) => person.outcome.post.segments.map((segment) => segmentRow(context, person, segment, names))))
  return { key: 'segments', rows, each: { modulesAtOnce: Array.from({ length: context.modulesAtOnce }, (_, index) => String(index + 1)) } }
}

/** Days of this row's person in the module whose key `[moduleKey]` gives; a day in two modules counts for both. */
export function daysInModule(context: EvaluationContext, moduleKey: string): string {
  return Array.from({ length: context.modulesAtOnce }, (_, index) => `SUMIFS([segments.days],[segments.key],[key],[segments.${fieldAt('moduleKey', index)}],${moduleKey})`).join('+')
}
