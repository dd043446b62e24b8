import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { edited } from './example.testing.ts'
import { evaluateCase } from './evaluate-case.ts'
import { parseCase, parseQuarterInput } from './reading/parse-case.ts'
import { evaluateQuarter } from './computing/quarter.ts'
import { quarterResult } from './results/result-document.ts'

const folder = new URL('./cases/', import.meta.url)

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
}

const names = readdirSync(folder).flatMap((name) => (name.endsWith('.case.json') ? [name.slice(0, -'.case.json'.length)] : []))

test('the cases are here', () => {
  expect(names.length).toBeGreaterThanOrEqual(24)
})

describe.each(names)('%s', (name) => {
  const evaluated = evaluateCase(read(`${name}.case.json`))

  test('gives its result, keys in order', () => {
    const expected = read(`${name}.result.json`)
    expect(evaluated).toEqual({ kind: 'result', document: expected })
    expect(JSON.stringify(evaluated.kind === 'result' ? evaluated.document : null)).toBe(JSON.stringify(expected))
  })

  test('gives the same from its frozen snapshot', () => {
    const parsed = parseCase(read(`${name}.case.json`))
    if (parsed.kind !== 'quarter') return
    const snapshot = parseQuarterInput(JSON.parse(JSON.stringify(parsed.input)))
    expect(snapshot).toEqual(parsed)
    if (snapshot.kind === 'quarter') expect(quarterResult(evaluateQuarter(snapshot.input))).toEqual(read(`${name}.result.json`))
  })
})

interface RefusedEdit {
  readonly set: readonly (string | number)[]
  readonly value: unknown
  readonly path: string
  readonly code: string
}

function isRefusedEdits(json: unknown): json is readonly RefusedEdit[] {
  return Array.isArray(json)
}

const refusedEdits = read('refused.json')

describe('edits of the worked example that must be refused', () => {
  test.each(isRefusedEdits(refusedEdits) ? refusedEdits.map((edit) => [edit.path, edit] as const) : [])('%s', (_, edit) => {
    const refused = evaluateCase(edited(read('worked-example.case.json'), edit.set, edit.value))
    expect(refused).toEqual({
      kind: 'refused',
      issues: expect.arrayContaining([{ path: edit.path, code: edit.code, message: expect.stringMatching(/。$/) }]),
    })
  })
})
