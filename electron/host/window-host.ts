import { createHouse } from '../core/app/house.ts'
import { dataFolder } from '../db/data-folder.ts'
import { nodeEnvironment } from './environment.ts'
import { removeLock } from './lock-file.ts'
import { serve } from './serve.ts'
import { sealOrLog } from '../core/evaluation/sheets/seal-ballots.ts'

/** A host that waits for a window: nothing is open until somebody logs in. */
export interface WindowHost {
  /** An address that opens one window, once. */
  readonly newEntrance: () => string
  readonly stop: () => Promise<void>
}

/** Serves the township of a folder, also while there is none yet, to browsers of this machine. */
export async function startWindowHost(root: string): Promise<WindowHost> {
  const folder = dataFolder(root)
  const { environment, release } = nodeEnvironment()
  const house = createHouse({
    settle: sealOrLog,
    folder,
    environment,
    onOpen(app) {
      // Who holds the file has no other host: a lock that is still there was left by a dead one.
      removeLock(folder)
      host.announce(app)
    },
  })
  const host = await serve(house)
  return {
    newEntrance: host.newEntrance,
    async stop() {
      await host.stop()
      house.close()
      release()
    },
  }
}
