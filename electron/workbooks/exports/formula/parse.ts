/**
 * Formulas are written once per column as a template that names fields instead of columns:
 *
 *     R2([contribution] / [base] * {tasks})
 *     COUNTIFS([summary.pool], [pool], [summary.total], ">" & [total]) + 1
 *
 * `[field]` the cell of this row · `[field*]` the cells of this row made from one field (one per band, per score …) ·
 * `[table.field]` the whole column of a table · `[@name]` a cell or range the row names itself · `{constant}` a constant of
 * the plan as it holds for this row. `R2(x)` stands for ROUND(ROUND(x,10),2): the inner rounding puts a binary float that
 * stands for an exact half back on the half. (Plain, `ROUND(8.155,2)` of a computed 8.15499999999 gives 8.15.)
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'reference'; readonly name: ReferenceName }
  | { readonly kind: 'negated'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }

export type ReferenceName =
  | { readonly kind: 'own'; readonly field: string }
  | { readonly kind: 'span'; readonly field: string }
  | { readonly kind: 'column'; readonly table: string; readonly field: string }
  | { readonly kind: 'given'; readonly name: string }
  | { readonly kind: 'constant'; readonly name: string }

export type Operator = '=' | '<>' | '<' | '>' | '<=' | '>=' | '&' | '+' | '-' | '*' | '/'

/** Operators by how tightly they bind, as in Excel. */
export const bindingPower: Readonly<Record<Operator, number>> = {
  '=': 1, '<>': 1, '<': 1, '>': 1, '<=': 1, '>=': 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4,
}

type Token =
  | { readonly kind: 'number' | 'text' | 'name' | 'square' | 'brace'; readonly value: string }
  | { readonly kind: 'operator'; readonly value: Operator }
  | { readonly kind: 'mark'; readonly value: '(' | ')' | ',' }

const tokenPattern =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|"(?<text>(?:[^"]|"")*)"|(?<name>[A-Z][A-Z0-9]*)|\[(?<square>[^\]]+)\]|\{(?<brace>[^}]+)\}|(?<operator><>|<=|>=|[=<>&+*/-])|(?<mark>[(),]))\s*/uy

function isOperator(text: string): text is Operator {
  return text in bindingPower
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token | null {
  for (const kind of ['number', 'name', 'square', 'brace'] as const) {
    const value = groups[kind]
    if (value !== undefined) return { kind, value }
  }
  const { text, operator, mark } = { text: groups['text'], operator: groups['operator'], mark: groups['mark'] }
  if (text !== undefined) return { kind: 'text', value: text.replaceAll('""', '"') }
  if (operator !== undefined && isOperator(operator)) return { kind: 'operator', value: operator }
  if (mark === '(' || mark === ')' || mark === ',') return { kind: 'mark', value: mark }
  return null
}

function tokensOf(template: string): readonly Token[] {
  const tokens: Token[] = []
  const pattern = new RegExp(tokenPattern)
  while (pattern.lastIndex < template.length) {
    const at = pattern.lastIndex
    const token = tokenOf(pattern.exec(template)?.groups ?? {})
    if (!token) throw new SyntaxError(`cannot read a formula at ${String(at)}: ${template}`)
    tokens.push(token)
  }
  return tokens
}

function referenceName(kind: 'square' | 'brace', inner: string): ReferenceName {
  if (kind === 'brace') return { kind: 'constant', name: inner }
  if (inner.startsWith('@')) return { kind: 'given', name: inner.slice(1) }
  if (inner.endsWith('*')) return { kind: 'span', field: inner.slice(0, -1) }
  const dot = inner.indexOf('.')
  return dot < 0 ? { kind: 'own', field: inner } : { kind: 'column', table: inner.slice(0, dot), field: inner.slice(dot + 1) }
}

function rounded(value: Expression, places: number): Expression {
  const call = (operand: Expression, digits: number): Expression => ({ kind: 'call', name: 'ROUND', args: [operand, { kind: 'number', value: digits }] })
  return call(call(value, 10), places)
}

/** Reads a template. @throws SyntaxError when it is malformed */
export function parseFormula(template: string): Expression {
  const tokens = tokensOf(template)
  let next = 0
  const fail = (): never => {
    throw new SyntaxError(`malformed formula: ${template}`)
  }
  const isMark = (value: string): boolean => {
    const token = tokens[next]
    return token?.kind === 'mark' && token.value === value
  }
  const expectMark = (value: string): void => {
    if (!isMark(value)) fail()
    next += 1
  }

  function callArguments(): readonly Expression[] {
    const args: Expression[] = []
    expectMark('(')
    while (!isMark(')')) {
      if (args.length > 0) expectMark(',')
      args.push(expression(0))
    }
    expectMark(')')
    return args
  }

  function operand(): Expression {
    const token = tokens[next] ?? fail()
    next += 1
    switch (token.kind) {
      case 'number': return { kind: 'number', value: Number(token.value) }
      case 'text': return { kind: 'text', value: token.value }
      case 'square': case 'brace': return { kind: 'reference', name: referenceName(token.kind, token.value) }
      case 'operator': return token.value === '-' ? { kind: 'negated', operand: expression(5) } : fail()
      case 'name': {
        const args = callArguments()
        const [value] = args
        const places = token.value === 'R2' ? 2 : token.value === 'R4' ? 4 : null
        return places !== null && value ? rounded(value, places) : { kind: 'call', name: token.value, args }
      }
      case 'mark': {
        if (token.value !== '(') fail()
        const inner = expression(0)
        expectMark(')')
        return inner
      }
    }
  }

  function expression(atLeast: number): Expression {
    let left = operand()
    for (;;) {
      const token = tokens[next]
      if (token?.kind !== 'operator' || bindingPower[token.value] <= atLeast) return left
      next += 1
      left = { kind: 'binary', operator: token.value, left, right: expression(bindingPower[token.value]) }
    }
  }

  const whole = expression(0)
  return next === tokens.length ? whole : fail()
}
