import { createRouterClient } from '@orpc/server'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolder } from '../../../db/data-folder.ts'
import { createHouse } from '../../app/house.ts'
import { router } from '../../router.ts'
import { testEnvironment } from '../../testing/township.testing.ts'
import { sealOrLog } from '../../evaluation/sheets/seal-ballots.ts'

test('the demo is made by stages, shows its accounts once, and each of them opens it', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'township-door-'))
  const house = createHouse({ settle: sealOrLog, folder: dataFolder(path.join(root, 'data')), environment: testEnvironment(root, { now: '2026-07-06T01:00:00.000Z' }) })
  onTestFinished(() => {
    house.close()
    rmSync(root, { recursive: true })
  })
  const client = () => createRouterClient(router, { context: { house, connection: house.sessions.connect('test') } })
  const stages: string[] = []
  const accounts: { readonly name: string; readonly roles: readonly string[]; readonly password: string }[] = []
  for await (const event of await client().door.createDemo()) {
    if (event.kind === 'progress') stages.push(event.stage)
    else accounts.push(...event.accounts)
  }
  expect([stages, new Set(accounts.flatMap(({ roles }) => roles))]).toEqual([['inventing', 'keys', 'writing', 'computing', 'opening'], new Set(['principal', 'leader', 'head', 'inspector', 'sysadmin', 'secadmin', 'auditor', 'clerk'])])
  const first = accounts[0]
  const entered = await client().session.login({ kind: 'account', name: first?.name ?? '', password: first?.password ?? '' })
  expect([entered.roles, entered.mustChangePassword, entered.township.origin]).toEqual([['principal'], false, 'demo'])
})
