import { planWord } from '../../../../shared/domain/evaluation/plan-vocabulary.ts'
import { identities, tracks } from '../../../../shared/domain/people/codes.ts'
import { identityLabels, trackLabels } from '../../../../shared/domain/people/vocabulary.ts'
import { lengthAt, plainAt, type DocumentPath } from './document-path.ts'
import { planWords } from './vocabulary.ts'

/** The pools of a plan in order, and whom each holds. */
export function poolTexts(document: unknown): readonly { readonly id: string; readonly name: string; readonly holds: string }[] {
  const path: DocumentPath = ['quarter', 'pools']
  return Array.from({ length: lengthAt(document, path) }, (_, at) => {
    const id = String(plainAt(document, [...path, at, 'id']) ?? '')
    const codes = (list: 'tracks' | 'identities') => Array.from({ length: lengthAt(document, [...path, at, list]) }, (__, place) => String(plainAt(document, [...path, at, list, place]) ?? ''))
    const held = [
      ...codes('tracks').map((code) => labelIn(tracks, trackLabels, code)),
      ...codes('identities').map((code) => labelIn(identities, identityLabels, code)),
    ]
    return { id, name: planWord('pool', id), holds: held.length === 0 ? planWords.poolRest : held.join(planWords.listJoin) }
  })
}

function labelIn<Code extends string>(codes: readonly Code[], labels: Readonly<Record<Code, string>>, code: string): string {
  const known = codes.find((one) => one === code)
  return known === undefined ? code : labels[known]
}
