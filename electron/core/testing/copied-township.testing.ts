import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dataFolder } from '../../db/data-folder.ts'
import { openApp } from '../app/app.ts'
import { createTownship, type CreatedTownship, type NewTownship } from '../desk/bundle/create-township.ts'

interface Kept extends Omit<CreatedTownship, 'app'> {
  readonly dataKey: Buffer
  readonly root: string
}

const kept = new Map<string, Promise<Kept>>()

/** As `createTownship`, but made once in this process for all who ask for the same contents: each gets a copy, with the same keys and identifiers. */
export async function copiedTownship({ folder, environment, consolePassword, bundle }: Pick<NewTownship, 'folder' | 'environment' | 'consolePassword' | 'bundle'>): Promise<CreatedTownship> {
  const wanted = JSON.stringify([consolePassword, environment.keyCost, bundle])
  const made = kept.get(wanted) ?? makeToKeep({ folder, environment, consolePassword, bundle })
  kept.set(wanted, made)
  const { root, dataKey, passwords, recoveryKey } = await made
  cpSync(root, folder.root, { recursive: true })
  return { app: openApp({ folder, dataKey, mode: 'open', environment }), passwords, recoveryKey }
}

async function makeToKeep(making: NewTownship): Promise<Kept> {
  const place = mkdtempSync(path.join(tmpdir(), 'township-kept-'))
  process.once('exit', () => rmSync(place, { recursive: true }))
  const root = path.join(place, 'data')
  const { app, passwords, recoveryKey } = await createTownship({ ...making, folder: dataFolder(root) })
  const { dataKey } = app
  app.close()
  return { root, dataKey, passwords, recoveryKey }
}
