import { dimensionLabels } from '../../../shared/domain/plans/plan-vocabulary.ts'
import { decimalText, isDecimal, parseDecimal } from '../../../shared/lib/decimal.ts'
import { compare, subtract, sum } from '../../../shared/lib/rational.ts'
import type { Rational } from '../../../shared/lib/rational.ts'
import type { DocumentPath } from './document-path.ts'
import { parameterText } from './parameter-text.ts'
import { editWords, planWords } from './vocabulary.ts'

/** How the maxima of one dimension, or of the whole, add up. */
export interface MaximaSum {
  readonly key: 'all' | 'module' | 'team'
  /** `模块评分 10+20+5+5=40 ✔` */
  readonly text: string
  readonly fits: boolean
}

function plain(value: Rational): string {
  return decimalText(value, 2).replace(/\.?0+$/, '')
}

const parts: Readonly<Record<'module' | 'team', readonly DocumentPath[]>> = {
  module: [['module', 'head'], ['module', 'tasks'], ['module', 'peer'], ['module', 'leader']],
  team: [['team', 'result'], ['team', 'service', 'max']],
}

/** The sums of a plan as it has been typed, live. */
export function maximaOf(document: unknown): readonly MaximaSum[] {
  const read = (path: DocumentPath): Rational | null => {
    const text = parameterText(document, { path: ['quarter', ...path] }).trim()
    return isDecimal(text) && !text.startsWith('-') ? parseDecimal(text) : null
  }
  const shown = (values: readonly (Rational | null)[]) => values.map((value) => (value === null ? '?' : plain(value))).join('+')
  const dimensions = (['post', 'module', 'team'] as const).map((name) => read(['dimensions', name]))
  const readable = dimensions.flatMap((value) => value ?? [])
  const all: MaximaSum = { key: 'all', fits: readable.length === dimensions.length, text: editWords.whole(editWords.maxima, shown(dimensions), readable.length === dimensions.length ? plain(sum(readable)) : planWords.none, '').trim() }
  const of = (key: 'module' | 'team'): MaximaSum => {
    const values = parts[key].map(read)
    const known = values.flatMap((value) => value ?? [])
    const whole = read(['dimensions', key])
    const name = dimensionLabels[key]
    if (known.length < values.length || whole === null) return { key, fits: false, text: editWords.whole(name, shown(values), planWords.none, editWords.unreadable) }
    const total = sum(known)
    const order = compare(total, whole)
    const sign = order === 0 ? editWords.fits : order < 0 ? editWords.less(plain(subtract(whole, total))) : editWords.more(plain(subtract(total, whole)))
    return { key, fits: order === 0, text: editWords.whole(name, shown(values), plain(total), sign) }
  }
  return [all, of('module'), of('team')]
}
