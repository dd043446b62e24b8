import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { areaText } from '../model/address.ts'
import type { Area } from '../model/address.ts'
import { bindingPower } from './parse.ts'
import type { Expression, ReferenceName } from './parse.ts'

/** Where a name of a template lies on the sheets. */
export type Resolve = (name: ReferenceName) => Area

/** The formula as Excel reads it, without `=`, for a cell of `sheet`. */
export function formulaText(expression: Expression, resolve: Resolve, sheet: string): string {
  function write(part: Expression, atLeast: number): string {
    switch (part.kind) {
      case 'number': return String(part.value)
      case 'text': return `"${part.value.replaceAll('"', '""')}"`
      case 'reference': return areaText(resolve(part.name), sheet)
      case 'negated': return `-${write(part.operand, 5)}`
      case 'call': return `${part.name}(${part.args.map((arg) => write(arg, 0)).join(',')})`
      case 'binary': {
        const power = bindingPower[part.operator]
        const text = `${write(part.left, power - 1)}${part.operator}${write(part.right, power)}`
        return power <= atLeast ? `(${text})` : text
      }
      default: return assertNever(part)
    }
  }
  return write(expression, 0)
}
