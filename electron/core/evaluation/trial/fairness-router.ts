import { fairnessOf, type FairnessGrouping, type FairnessMeasure, type ScorerGroup, type ScorerRow, type Spread } from '../../../../shared/domain/evaluation/trial/fairness.ts'
import { evaluateQuarter } from '../../../../shared/domain/evaluation/computing/quarter.ts'
import { decimalText } from '../../../../shared/lib/decimal.ts'
import type { Rational } from '../../../../shared/lib/rational.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { hundredthsToText } from '../../app/rows.ts'
import { namesByCode, type NamesByCode } from '../computing/names-by-code.ts'
import { periodInputs } from '../computing/period-inputs.ts'

const text = (value: Rational) => decimalText(value, 2)

export const fairnessRouter = {
  of: guarded.fairness.of.handler(({ input: { code }, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    const { basis, frozenAt, withoutBallots, input } = periodInputs(guard.read, code)
    const names = namesByCode(guard.read)
    const birthMonths = new Map([...names.staff].map(([staff, { birthMonth }]) => [staff, birthMonth]))
    const { heads, leaders, spreads } = fairnessOf(evaluateQuarter(input), birthMonths, input.modules.map(({ id }) => id))
    const moduleName = (module: string) => names.module.get(module)?.name ?? module
    const of = (grouping: FairnessGrouping) => {
      const named = grouping === 'module' ? moduleName : (group: string) => group
      const rows = (measure: FairnessMeasure) => spreads[grouping][measure].map((spread) => spreadText(spread, named))
      return { total: rows('total'), post: rows('post'), module: rows('module'), team: rows('team'), special: rows('special'), deduct: rows('deduct') }
    }
    return { basis, frozenAt, withoutBallots, heads: groupText(heads, names), leaders: groupText(leaders, names), spreads: { module: of('module'), identity: of('identity'), age: of('age') } }
  }),
}

function groupText({ rows, compared }: ScorerGroup, names: NamesByCode) {
  return { rows: rows.map((row) => rowText(row, names)), compared: compared === null ? null : { scorers: compared.scorers, mean: text(compared.mean), spread: hundredthsToText(compared.spread) } }
}

/** A scorer without an entry of his own in the roster stands as the sheet calls him. */
function rowText({ scorer, modules, count, mean, spread, lowest, highest, corrected, oddity }: ScorerRow, names: NamesByCode) {
  return {
    scorer: names.staff.get(scorer)?.name ?? scorer,
    modules: modules.map((module) => names.module.get(module)?.name ?? module),
    count,
    mean: text(mean),
    spread: hundredthsToText(spread),
    lowest: text(lowest),
    highest: text(highest),
    corrected: corrected === null ? null : { mean: text(corrected.mean), lowFactor: decimalText(corrected.factors[0], 4), highFactor: decimalText(corrected.factors[1], 4) },
    oddity,
  }
}

function spreadText({ group, count, mean, lowest, lowerQuartile, median, upperQuartile, highest }: Spread, named: (group: string) => string) {
  return { group: named(group), count, mean: text(mean), lowest: text(lowest), lowerQuartile: text(lowerQuartile), median: text(median), upperQuartile: text(upperQuartile), highest: text(highest) }
}
