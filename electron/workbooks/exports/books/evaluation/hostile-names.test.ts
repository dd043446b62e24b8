import { describe, expect, it } from 'vitest'
import type { QuarterInput } from '../../../../../shared/domain/plans/case.ts'
import { parseCase } from '../../../../../shared/domain/evaluation/reading/parse-case.ts'
import { readLayout } from '../../layout/read-layout.ts'
import { bookData, caseJson, quarterCase } from '../../testing/case-data.ts'
import { evaluationWorkbook } from './book.ts'

const poison = '=HYPERLINK("http://x","注入")&"'

function poisoned(input: QuarterInput): QuarterInput {
  return {
    ...input,
    modules: input.modules.map((module) => ({ ...module, name: poison })),
    posts: input.posts.map((post) => ({ ...post, name: poison })),
    staff: input.staff.map((person) => ({ ...person, name: poison })),
    tasks: input.tasks.map((task) => ({ ...task, title: poison })),
    villages: input.villages.map((village) => ({ ...village, name: poison })),
    specialGroups: input.specialGroups.map((group) => ({ ...group, name: poison })),
  }
}

/** Ids of the case with the poison in front of them. */
function poisonedIds(name: string): QuarterInput {
  const text = JSON.stringify(caseJson(name)).replace(/"(staff|scorer|village|id)":"(s\d+|c\d+|d\d+|t\d+)"/g, (_, key: string, id: string) => `${JSON.stringify(key)}:${JSON.stringify(poison + id)}`)
  const parsed = parseCase(JSON.parse(text))
  if (parsed.kind !== 'quarter') throw new Error(JSON.stringify(parsed))
  return parsed.input
}

describe('what people typed', () => {
  it.each([
    ['names, titles', () => poisoned(quarterCase('quarter-01'))],
    ['ids', () => poisonedIds('quarter-02')],
  ])('never becomes part of a formula: %s', async (_, make) => {
    const data = bookData(make())
    const people = data.people.map((person) => ({ ...person, sex: poison, identityLabel: poison, trackLabel: poison, remark: poison }))
    const model = evaluationWorkbook({ ...data, people, meta: { ...data.meta, township: poison, exportedBy: poison } }, await readLayout('evaluation'))
    const cells = model.sheets.flatMap((sheet) => Array.from(sheet.rows, (row) => row.cells).flat())
    expect(cells.filter((cell) => cell?.kind === 'formula' && cell.formula.includes('注入'))).toEqual([])
    expect(cells.filter((cell) => cell?.kind === 'text' && cell.text.includes('注入')).length).toBeGreaterThan(50)
  })

  it('may be missing altogether: nobody, no task, no village', async () => {
    const input = { ...quarterCase('worked-example'), staff: [], headRatings: [], peerCounts: [], leaderScores: [], tasks: [], villages: [], teamMembers: [], serviceEvents: [], specialGroups: [], honours: [], deductions: [] }
    const model = evaluationWorkbook(bookData(input), await readLayout('evaluation'))
    expect(model.sheets).toHaveLength(12)
  })
})
