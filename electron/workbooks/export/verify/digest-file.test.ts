import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readLayout } from '../layout/read-layout.ts'
import { tasksWorkbook } from '../tasks/book.ts'
import { tasksData } from '../testing/ledger-data.ts'
import { temporaryFolder } from '../testing/temp-folder.ts'
import { digestToFile } from './digest-file.ts'
import { digestModel } from './digest.ts'

const file = temporaryFolder()

it('the digests of a long sheet lie in their file piece by piece, the same as those taken at once', async () => {
  const model = tasksWorkbook(tasksData(2_000), await readLayout('tasks'))
  const { sheets } = digestModel(model)
  for (const [place, sheet] of model.sheets.entries()) {
    const { digest, rows } = digestToFile(sheet, file(`cells-${place}`))
    const cells: unknown = JSON.parse(gunzipSync(readFileSync(file(`cells-${place}`))).toString('utf8'))
    expect({ name: sheet.name, digest, cells }).toEqual(sheets[place])
    expect(rows).toBe(Array.from(sheet.rows).length)
  }
  // More than one piece was written.
  expect(Object.keys(sheets[0]?.cells ?? {}).length * 20).toBeGreaterThan(128 * 1024)
})
