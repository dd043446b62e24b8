import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { evaluateCase } from '../../../shared/domain/evaluation/evaluate-case.ts'
import { parseCase } from '../../../shared/domain/evaluation/reading/parse-case.ts'
import { caseBundle } from '../desk/bundle/case-bundle.ts'
import { testTownship } from '../testing/township.testing.ts'

const folder = new URL('../../../shared/domain/evaluation/cases/', import.meta.url)
const quarters = readdirSync(folder).filter((name) => name.endsWith('.case.json') && !name.startsWith('year'))

function readCase(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
}

function loaded(name: string) {
  const parsed = parseCase(readCase(name))
  if (parsed.kind !== 'quarter') throw new Error(name)
  return testTownship(caseBundle(parsed.input))
}

describe('a case through the database', () => {
  test('there are cases', () => expect(quarters.length).toBeGreaterThan(10))

  test.each(quarters)('%s: load-case + compute gives what evaluate gives', async (name) => {
    const town = await loaded(name)
    try {
      const evaluated = evaluateCase(readCase(name))
      const expected: unknown = JSON.parse(readFileSync(new URL(name.replace('.case.', '.result.'), folder), 'utf8'))
      const period = evaluated.kind === 'result' && 'period' in evaluated.document ? evaluated.document.period : ''
      const first = await town.asConsole().periods.compute({ code: period })
      const second = await town.asConsole().periods.compute({ code: period })
      expect(first).toEqual({ document: expected, resultVersion: 1, isNew: true })
      expect(JSON.stringify(first.document)).toBe(JSON.stringify(evaluated.kind === 'result' ? evaluated.document : null))
      expect(second).toEqual({ ...first, isNew: false })
    } finally {
      town.dispose()
    }
  })

  test('after the freeze a later change of any input leaves the result as it is', async () => {
    const town = await loaded('worked-example.case.json')
    try {
      const client = town.asConsole()
      const before = await client.periods.compute({ code: '2026Q1' })
      town.app.mutate({
        actor: 'test',
        action: 'test.change',
        areas: [],
        write(tx) {
          for (const change of ["UPDATE post SET score = 100", "UPDATE task SET completed_on = '2026-12-31'", "UPDATE score_entry SET score = 100 WHERE band IS NULL", "DELETE FROM service_event", "UPDATE village_rank SET rank = 9"]) tx.run(change)
        },
        audit: () => ({ subject: null, detail: {} }),
      })
      expect((await client.periods.compute({ code: '2026Q1' })).document).toEqual(before.document)
      expect(existsSync(town.folder)).toBe(true)
    } finally {
      town.dispose()
    }
  })
})
