import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

const eslint = new ESLint({ overrideConfigFile: 'build/eslint.config.js' })

/** Lints a file that is not there, as if it stood at `filePath`; gives the rules it breaks. */
async function broken(filePath: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'parse')
}

const arrow = 'architecture/layers'

describe('lint enforces the arrows', () => {
  test.each([
    ['shared/domain/people/planted.ts', `import { contract } from '../../contract/index.ts'\nexport const x = contract\n`],
    ['shared/domain/people/planted.ts', `import { readFileSync } from 'node:fs'\nexport const x = readFileSync\n`],
    ['shared/contract/planted.ts', `import { router } from '../../electron/core/router.ts'\nexport const x = router\n`],
    ['electron/db/planted.ts', `import { router } from '../core/router.ts'\nexport const x = router\n`],
    ['electron/core/people/planted.ts', `import { serve } from '../../host/serve.ts'\nexport const x = serve\n`],
    ['electron/core/people/planted.ts', `import Workbook from 'exceljs'\nexport const x = Workbook\n`],
    ['electron/core/people/planted.ts', `import { app } from 'electron'\nexport const x = app\n`],
    ['electron/host/planted.ts', `import { eq } from 'drizzle-orm'\nexport const x = eq\n`],
    ['electron/host/planted.ts', `export { eq } from 'drizzle-orm'\n`],
    ['electron/core/people/planted.ts', `export const x = import('ws')\n`],
    ['electron/main/planted.ts', `import { router } from '../core/router.ts'\nexport const x = router\n`],
    ['renderer/features/people/planted.ts', `import { serve } from '../../../electron/host/serve.ts'\nexport const x = serve\n`],
    ['renderer/features/people/planted.ts', `import { AgGridReact } from 'ag-grid-react'\nexport const x = AgGridReact\n`],
    ['shared/domain/people/planted.ts', `import type { Plan } from '../plans/plan.ts'\nexport type X = Plan\n`],
    ['electron/core/tasks/meetings/planted.ts', `import { requireGroup } from '../groups/standing.ts'\nexport const x = requireGroup\n`],
    ['electron/core/app/planted.ts', `import { peopleRouter } from '../people/router.ts'\nexport const x = peopleRouter\n`],
    ['renderer/features/people/planted.ts', `export const x = import('../evaluation/EvaluationTab.tsx')\n`],
    ['renderer/ui/planted.ts', `import { contract } from '../../shared/contract/index.ts'\nexport const x = contract\n`],
  ])('%s: %s', async (file, code) => {
    expect(await broken(file, code)).toEqual([arrow])
  })

  test.each([
    ['electron/core/people/planted.ts', `import { eq } from 'drizzle-orm'\nexport const x = eq\n`],
    ['electron/cli/planted.ts', `import { serve } from '../host/serve.ts'\nexport const x = serve\n`],
    ['shared/domain/plans/planted.ts', `import type { Track } from '../people/codes.ts'\nexport type X = Track\n`],
    ['electron/core/tasks/groups/planted.ts', `import { aboutTask } from '../tasks/steps.ts'\nexport const x = aboutTask\n`],
    ['renderer/grid/planted.ts', `import { AgGridReact } from 'ag-grid-react'\nexport const x = AgGridReact\n`],
    ['shared/domain/people/planted.ts', `import { groupBy } from '../../lib/group-by.ts'\nexport const x = groupBy\n`],
  ])('%s may import it: %s', async (file, code) => {
    expect(await broken(file, code)).toEqual([])
  })
})

describe('lint keeps the core pure and the types honest', () => {
  test.each([
    ['a clock in the domain', 'shared/domain/people/planted.ts', 'export const now = () => Date.now()\n', 'no-restricted-properties'],
    ['chance in core', 'electron/core/people/planted.ts', 'export const dice = () => Math.random()\n', 'no-restricted-properties'],
    ['any', 'shared/lib/planted.ts', 'export const f = (x: any) => x\n', '@typescript-eslint/no-explicit-any'],
    ['an unchecked cast', 'shared/lib/planted.ts', 'export const f = (x: unknown) => x as string\n', '@typescript-eslint/consistent-type-assertions'],
    ['a default export', 'shared/lib/planted.ts', 'export default function f() { return 1 }\n', 'no-restricted-exports'],
    ['a suppression', 'shared/lib/planted.ts', '// @ts-ignore\nexport const x = 1\n', '@typescript-eslint/ban-ts-comment'],
  ])('%s', async (_, file, code, rule) => {
    expect(await broken(file, code)).toContain(rule)
  })
})
