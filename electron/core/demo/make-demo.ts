import type { DataFolder } from '../../db/data-folder.ts'
import { createTownship, type CreatedTownship } from '../app/create-township.ts'
import type { Environment } from '../app/environment.ts'
import { emptyDemo, generateDemo } from './demo.ts'
import { prepareDemo } from './prepare-demo.ts'

const demoSeed = 2026

/** Makes the demo township (or only its modules) in an empty folder; the app stays open. */
export function makeDemo(folder: DataFolder, environment: Environment, consolePassword: string, isEmpty: boolean): Promise<CreatedTownship> {
  const making = { folder, environment, consolePassword }
  return isEmpty ? createTownship({ ...making, bundle: emptyDemo() }) : createTownship({ ...making, bundle: generateDemo(demoSeed), prepare: prepareDemo })
}
