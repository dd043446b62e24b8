import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { bindingPower } from './parse.ts'
import type { Expression, ReferenceName } from './parse.ts'

/** How a name reads in a row's formula: the same in every row, or made for each. */
export type Wording<Row> = string | ((row: Row) => string)

/** The formula as Excel reads it, without `=`. What is the same in every row is written once. */
export function compileText<Row>(expression: Expression, wordingOf: (name: ReferenceName) => Wording<Row>): (row: Row) => string {
  const pieces: Wording<Row>[] = []

  function put(piece: Wording<Row>): void {
    const last = pieces.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece
    else pieces.push(piece)
  }

  function write(part: Expression, atLeast: number): void {
    switch (part.kind) {
      case 'number': return put(String(part.value))
      case 'text': return put(`"${part.value.replaceAll('"', '""')}"`)
      case 'reference': return put(wordingOf(part.name))
      case 'negated': {
        put('-')
        return write(part.operand, 5)
      }
      case 'call': {
        put(`${part.name}(`)
        part.args.forEach((arg, index) => {
          if (index > 0) put(',')
          write(arg, 0)
        })
        return put(')')
      }
      case 'binary': {
        const power = bindingPower[part.operator]
        if (power <= atLeast) put('(')
        write(part.left, power - 1)
        put(part.operator)
        write(part.right, power)
        if (power <= atLeast) put(')')
        return
      }
      default: return assertNever(part)
    }
  }

  write(expression, 0)
  return (row) => {
    let text = ''
    for (const piece of pieces) text += typeof piece === 'string' ? piece : piece(row)
    return text
  }
}
