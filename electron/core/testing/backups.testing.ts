import { handPieces, takePieces } from '../../../shared/contract/transfer-pieces.ts'
import type { clientOf } from './township.testing.ts'

type Client = Pick<ReturnType<typeof clientOf>, 'system' | 'door'>

/** A whole backup, attached files included, as a window or the command line takes it. */
export async function backupOf({ system }: Client): Promise<Buffer<ArrayBuffer>> {
  const offered = await system.backup()
  const pieces: Uint8Array[] = []
  await takePieces(offered, (wanted) => system.readBackup(wanted), (bytes) => Promise.resolve(void pieces.push(bytes)))
  await system.endTransfer({ transfer: offered.transfer })
  return Buffer.concat(pieces)
}

/** Hands a backup in; the same client must then restore it. */
export function handIn(to: Pick<Client['system'], 'sendBackup'> | Pick<Client['door'], 'sendBackup'>, backup: Uint8Array<ArrayBuffer>): Promise<string> {
  return handPieces(new Blob([backup]), (bytes) => new File([bytes], 'piece'), (part) => to.sendBackup(part))
}

export async function restoreFrom({ system }: Client, backup: Uint8Array<ArrayBuffer>) {
  return system.restore({ transfer: await handIn(system, backup) })
}
