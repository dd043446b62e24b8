import type { ScorerRules, SheetCount } from '../../../../shared/domain/evaluation/scorer-rules.ts'
import { paperWords } from './vocabulary.ts'

/** The scorer rules of a sheet in numbers of its own people, as they stand under the paper form. */
export function paperRules({ bands }: SheetCount, rules: ScorerRules | null): readonly string[] {
  return [
    ...bands.flatMap(({ band, most }) => (most === null ? [] : [paperWords.rules.best(band, most)])),
    ...bands.flatMap(({ band, least }) => (least === 0 ? [] : [paperWords.rules.lowest(band)])),
    ...(rules?.spread ? [paperWords.rules.spread(rules.spread)] : []),
  ]
}
