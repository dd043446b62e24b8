import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { DataFolder } from '../../../db/data-folder.ts'
import { openSlot, readKeyFile, type SlotOwner } from '../../../db/key-slots.ts'
import { openApp, type App } from '../../app/app.ts'
import type { Environment } from '../../app/environment.ts'

/** The data key, by the secret of one of the slots. Refusals: `wrong_key`, `keys_missing`, `damaged`. */
export async function requireDataKey(folder: DataFolder, owner: SlotOwner, secret: string): Promise<Buffer> {
  const dataKey = await openSlot(readKeyFile(folder.keys), owner, secret)
  if (dataKey === null) throw new Refusal('wrong_key')
  return dataKey
}

/** Opens a township with the secret of one of its slots. Refusals: `wrong_key` and the storage codes; nothing is changed. */
export async function unlock(folder: DataFolder, environment: Environment, owner: SlotOwner, secret: string): Promise<App> {
  return openApp({ folder, dataKey: await requireDataKey(folder, owner, secret), mode: 'open', environment })
}
