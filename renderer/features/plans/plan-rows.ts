import { planCode } from '../../../shared/domain/plans/plan-vocabulary.ts'
import { yearGrades } from '../../../shared/domain/plans/vocabulary.ts'
import { keysAt, lengthAt, plainAt, valueAt, withItemAt, withNameAt, withoutAt, withValueAt, type DocumentPath } from './document-path.ts'
import type { GroupPart } from './parameter.ts'
import type { ListKind, TableKind } from './parameter-kinds.ts'

/** The parts of a plan that grow and shrink. */
export type GrowingPart = Exclude<GroupPart, { readonly kind: 'fields' }>

type Vocabulary = Parameters<typeof planCode>[0]

const vocabularies: Readonly<Record<TableKind, Vocabulary | null>> = { headBands: null, peerBands: null, serviceKinds: 'service', groupRoles: 'groupRole', groupGrades: null, honourLevels: 'honourLevel', bonusFactors: null }

/** The code under which a word stands in a table or among the pools. */
function codeOf(part: GrowingPart, word: string): string {
  const vocabulary = part.kind === 'pools' ? 'pool' : part.kind === 'table' ? vocabularies[part.of] : null
  return vocabulary === null ? word : planCode(vocabulary, word)
}

/** Whether a part has what a word names already. */
export function hasWord(document: unknown, part: GrowingPart, word: string): boolean {
  const code = codeOf(part, word)
  if (part.kind === 'table') return keysAt(document, part.path).includes(code)
  return part.kind === 'pools' && part.rows.some(({ key }) => plainAt(document, [...part.path, key, 'id']) === code)
}

function emptyRow(of: TableKind): unknown {
  return of === 'serviceKinds' ? { points: '0', cap: '0' } : '0'
}

/** A table with one more name, or the pools with one more that holds nobody yet. */
export function withWord(document: unknown, part: GrowingPart, word: string): unknown {
  if (part.kind === 'table') return withValueAt(document, [...part.path, codeOf(part, word)], emptyRow(part.of))
  return withItemAt(document, part.path, lengthAt(document, part.path), { id: codeOf(part, word), tracks: [], identities: [] })
}

/** A list with one more row, before the end of what goes on without end. */
export function withStep(document: unknown, of: ListKind, path: DocumentPath): unknown {
  const length = lengthAt(document, path)
  if (of !== 'late') return withItemAt(document, path, length, valueAt(document, [...path, length - 1]) ?? '0')
  const before = plainAt(document, [...path, length - 2, 'days'])
  const factor = plainAt(document, [...path, length - 1, 'factor']) ?? '0'
  return withItemAt(document, path, Math.max(0, length - 1), { days: typeof before === 'number' ? before + 1 : 1, factor })
}

/** A row under another name. */
export function withWordChanged(document: unknown, part: GrowingPart, key: string | number, word: string): unknown {
  const code = codeOf(part, word)
  return part.kind === 'pools' ? withValueAt(document, [...part.path, key, 'id'], code) : withNameAt(document, part.path, String(key), code)
}

export function withoutRow(document: unknown, part: GrowingPart, key: string | number): unknown {
  return withoutAt(document, [...part.path, key])
}

/** The year's grades that have no factor yet. */
export function gradesLeft(document: unknown, path: DocumentPath): readonly (typeof yearGrades)[number][] {
  const taken = keysAt(document, path)
  return yearGrades.slice(0, 4).filter((grade) => !taken.includes(grade))
}
