import type { BareLine } from './amendable-line.ts'
import type { Scalar } from './amendment.ts'
import { amendmentWords as words } from './amendment-vocabulary.ts'
import type { CaseStaff, QuarterInput } from '../../plans/case.ts'

/** More than any factor or score of a post there is. */
const mostShared = '999.99'

/** 组团: where he is a member, and the ranks of the villages he works for. */
export function teamLines({ villages, teamMembers }: QuarterInput, code: string): readonly BareLine[] {
  const own = teamMembers.filter(({ staff }) => staff === code)
  const served = new Set(own.map(({ village }) => village))
  return [
    ...villages.filter(({ id }) => served.has(id)).map(({ id, quarterRank }): BareLine => ({ path: ['villages', { id }, 'quarterRank'], before: quarterRank, edit: { kind: 'whole', blank: words.unranked }, isRemovable: false })),
    ...own.map((row): BareLine => ({ path: ['teamMembers', keyOf({ ...row })], before: { ...row }, edit: { kind: 'range' }, isRemovable: true })),
  ]
}

/** 服务记录: whether it is verified, and the record as a whole. */
export function serviceLines({ serviceEvents }: QuarterInput, code: string): readonly BareLine[] {
  const choices = [{ value: true, label: words.verified }, { value: false, label: words.notVerified }]
  return serviceEvents
    .filter(({ staff }) => staff === code)
    .flatMap((event): readonly BareLine[] => {
      const key = keyOf({ ...event })
      return [
        { path: ['serviceEvents', key, 'verified'], before: event.verified, edit: { kind: 'choice', choices }, isRemovable: false },
        { path: ['serviceEvents', key], before: { ...event }, edit: { kind: 'remove' }, isRemovable: true },
      ]
    })
}

/** 专项: the grades of the groups he works in, and his places in them. */
export function groupLines({ specialGroups, plan }: QuarterInput, code: string): readonly BareLine[] {
  const grades = Object.keys(plan.special.grades).map((value) => ({ value, label: value }))
  return specialGroups.flatMap(({ id, grade, members }): readonly BareLine[] => {
    const own = members.filter(({ staff }) => staff === code)
    if (own.length === 0) return []
    return [
      { path: ['specialGroups', { id }, 'grade'], before: grade, edit: { kind: 'choice', choices: grades }, isRemovable: false },
      ...own.map((row): BareLine => ({ path: ['specialGroups', { id }, 'members', keyOf({ ...row })], before: { ...row }, edit: { kind: 'range' }, isRemovable: true })),
    ]
  })
}

/** What he has in common with others: the factor of his modules, the score and the coefficient of his posts. */
export function sharedLines({ modules, posts }: QuarterInput, { assignments }: CaseStaff): readonly BareLine[] {
  const [inModules, onPosts] = [new Set(assignments.map(({ module }) => module)), new Set(assignments.map(({ post }) => post))]
  const edit = { kind: 'decimal', max: mostShared } as const
  return [
    ...modules.filter(({ id }) => inModules.has(id)).map(({ id, pkFactor }): BareLine => ({ path: ['modules', { id }, 'pkFactor'], before: pkFactor, edit, isRemovable: false })),
    ...posts
      .filter(({ id }) => onPosts.has(id))
      .flatMap(({ id, score, coefficient }): readonly BareLine[] => [
        { path: ['posts', { id }, 'score'], before: score, edit, isRemovable: false },
        ...(coefficient === null ? [] : [{ path: ['posts', { id }, 'coefficient'], before: coefficient, edit, isRemovable: false }]),
      ]),
  ]
}

/** All the fields of a row that has no id, as a step of a path. */
export function keyOf(row: Readonly<Record<string, Scalar>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]))
}
