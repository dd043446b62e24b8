/**
 * A host for the tests of the window: `e2e-host.ts <folder> <preset>`, which `e2e-setup.ts` makes one file of, serves the township of a folder and prints
 * an entrance for each line it reads; the line `clock <moment>` sets its clock instead, which goes on from there. Presets:
 * `empty` (nothing there yet), `demo`, `large` (the demo with 100,000 tasks and 10,000 rows of each further list), `crowd` (the
 * demo with 240 people more in its first module), `small` (thirteen people before a quarter is scored, no demo), `scoring` (a
 * head with 20 people to score).
 * Made townships open with one known password and a cheap derivation; they exist for tests alone.
 */
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createHouse } from '../electron/core/app/house.ts'
import { createTownship, type NewTownship } from '../electron/core/desk/bundle/create-township.ts'
import { generateDemo } from '../electron/core/desk/demo/demo.ts'
import { prepareDemo } from '../electron/core/desk/demo/prepare-demo.ts'
import { dataFolder } from '../electron/db/data-folder.ts'
import { addManyRows } from '../electron/core/testing/many-rows.testing.ts'
import { openScoring, scoringTown } from '../electron/core/testing/scoring-town.testing.ts'
import { nodeEnvironment } from '../electron/host/environment.ts'
import { serve } from '../electron/host/serve.ts'
import { addManyIssues } from './e2e-issues.ts'
import { addManyPeople } from './e2e-people.ts'
import { smallTownship } from './e2e-small.ts'
import { addManySupervisions } from './e2e-supervision.ts'
import { addManyTasks } from './e2e-tasks.ts'
import { addManyVillageWork } from './e2e-village-work.ts'
import { sealOrLog } from '../electron/core/evaluation/sheets/seal-ballots.ts'

export const e2ePassword = 'township-2026'

const [root = '', preset = 'empty'] = process.argv.slice(2)
const folder = dataFolder(root)
const { environment: real, release } = nodeEnvironment({ keyCost: { N: 2 ** 4, r: 8, p: 1 } })
/** What the clock is ahead of the machine's, in ms. */
let ahead = 0
const environment = { ...real, newPassword: () => e2ePassword, now: () => new Date(Date.now() + ahead).toISOString() }

function contentsOf(wanted: string): Pick<NewTownship, 'bundle' | 'prepare'> {
  if (wanted === 'small') return { bundle: smallTownship() }
  return wanted === 'scoring' ? { bundle: scoringTown(), prepare: openScoring } : { bundle: generateDemo(2026), prepare: prepareDemo }
}

if (preset !== 'empty' && !existsSync(folder.keys)) {
  const made = await createTownship({ folder, environment, consolePassword: e2ePassword, ...contentsOf(preset) })
  if (preset === 'large') {
    addManyTasks(made.app, 100_000)
    addManySupervisions(made.app, 10_000)
    addManyVillageWork(made.app, 10_000)
    addManyRows(made.app, 'govern-disputes', 10_000)
    addManyIssues(made.app, 10_000)
  }
  if (preset === 'crowd') addManyPeople(made.app, 240)
  made.app.close()
}
const house = createHouse({ settle: sealOrLog, folder, environment, onOpen: (app) => host.announce(app) })
const host = await serve(house)

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [word = '', moment = ''] = line.split(' ')
    if (word === 'clock') ahead = Date.parse(moment) - Date.now()
    process.stdout.write(`${word === 'clock' ? moment : host.newEntrance()}\n`)
  })
  .once('close', () => {
    void host.stop().then(() => {
      house.close()
      release()
      process.exit(0)
    })
  })
process.stdout.write('ready\n')
