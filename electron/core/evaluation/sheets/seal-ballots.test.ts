import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../promises/temporary.testing.ts'
import { dataFolder } from '../../../db/data-folder.ts'
import { createHouse } from '../../app/house.ts'
import { createTownship } from '../../desk/bundle/create-township.ts'
import { listBackups } from '../../township/backups/backup-files.ts'
import { clientOf, consolePassword, testEnvironment } from '../../testing/township.testing.ts'
import { closeBallot, unclearedBallots } from './ballot-course.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { smallTown } from '../small-town.testing.ts'
import { sealOrLog } from './seal-ballots.ts'

test('a clearing that was cut off is made good at a later start; while that fails, nobody is kept out and no backup goes', async () => {
  const root = temporaryFolder()
  const [folder, temporary] = [dataFolder(path.join(root, 'data')), path.join(root, 'files')]
  const errors: unknown[] = []
  const environment = testEnvironment(temporary, { now: '2026-04-06T02:00:00.000Z' }, errors)
  mkdirSync(temporary)
  const { app } = await createTownship({ folder, environment, consolePassword, bundle: smallTown() })
  const console = clientOf(app, { kind: 'console' })
  const period = requirePeriod(app.read(), '2026Q1')
  await console.periods.advance({ id: period.id, to: 'scoring', version: period.version })
  const { name } = await console.system.backupHere()
  // Closed, and then the machine stops.
  app.mutate({ actor: 'desk', action: 'test', areas: [], write: (tx) => closeBallot(tx, requirePeriod(tx, '2026Q1'), { day: '2026-04-06', by: 'desk' }), audit: () => ({ subject: null, detail: {} }) })
  app.close()

  const start = async () => {
    const house = createHouse({ settle: sealOrLog, folder, environment })
    await house.enter({ kind: 'console' }, consolePassword)
    const seen = { uncleared: unclearedBallots(house.township().read()).length, backups: listBackups(folder).map((backup) => backup.name === name), errors: errors.length }
    house.close()
    return seen
  }
  rmSync(temporary, { recursive: true })
  expect(await start()).toEqual({ uncleared: 1, backups: [true], errors: 1 })
  mkdirSync(temporary)
  expect(await start()).toEqual({ uncleared: 0, backups: [false], errors: 1 })
  expect(await start()).toEqual({ uncleared: 0, backups: [false], errors: 1 })
})
