import { Refusal } from '../../../../shared/contract/refusal.ts'
import { restoreIntoEmpty } from '../../township/backups/backup.ts'
import { atTheDoor } from '../../app/guard.ts'
import { withProgress } from '../../app/progress.ts'
import type { CreatedTownship, MakingStage } from '../bundle/create-township.ts'
import type { House } from '../../app/house.ts'
import { makeDemo } from '../demo/make-demo.ts'
import { beginSession } from '../../township/session/router.ts'
import { describeAccounts } from './accounts.ts'
import { makeTownship } from './new-township.ts'

export const doorRouter = {
  status: atTheDoor.door.status.handler(({ context: { house } }) => ({ state: house.state() })),

  create: atTheDoor.door.create.handler(async ({ input, context }) => {
    const { house } = context
    const { recoveryKey } = await house.found(() => makeTownship(house, input), ({ app }) => app)
    const session = await house.enter({ kind: 'account', name: input.administrator.name }, input.administrator.password)
    return { recoveryKey, entered: beginSession(context, session) }
  }),

  createDemo: atTheDoor.door.createDemo.handler(({ context: { house }, signal }) =>
    withProgress(signal, async (report: (value: { kind: 'progress'; stage: 'inventing' | MakingStage }) => void) => {
      report({ kind: 'progress', stage: 'inventing' })
      const made = await house.found(() => makeDemoTownship(house, (stage) => report({ kind: 'progress', stage })), ({ app }) => app)
      return { kind: 'done' as const, accounts: describeAccounts(made), recoveryKey: made.recoveryKey }
    }),
  ),

  sendBackup: atTheDoor.door.sendBackup.handler(async ({ input, context: { house } }) => {
    if (house.state() !== 'empty') throw new Refusal('not_empty', { folder: house.folder.root })
    return { transfer: house.transfers.receive(input.transfer, input.at, new Uint8Array(await input.piece.arrayBuffer())) }
  }),

  restore: atTheDoor.door.restore.handler(async ({ input, context: { house } }) => {
    if (house.state() !== 'empty') throw new Refusal('not_empty', { folder: house.folder.root })
    await house.found(() => restoreIntoEmpty(house.folder.root, house.transfers.received(input.transfer), input.recoveryKey.trim()), () => null)
    house.transfers.end(input.transfer)
    return {}
  }),
}

/** The demo of a window has no console: whoever looks around does it with the accounts it shows. */
async function makeDemoTownship({ folder, environment }: House, onStage: (stage: MakingStage) => void): Promise<CreatedTownship> {
  await new Promise((resolve) => setImmediate(resolve))
  return makeDemo({ folder, environment, consolePassword: null, isEmpty: false, onStage })
}
