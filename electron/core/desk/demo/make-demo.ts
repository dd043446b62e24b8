import type { DataFolder } from '../../../db/data-folder.ts'
import { createTownship, type CreatedTownship, type NewTownship } from '../bundle/create-township.ts'
import type { Environment } from '../../app/environment.ts'
import { emptyDemo, generateDemo } from './demo.ts'
import { prepareDemo } from './prepare-demo.ts'

const demoSeed = 2026

export interface NewDemo {
  readonly folder: DataFolder
  readonly environment: Environment
  readonly consolePassword: string | null
  /** Only its modules. */
  readonly isEmpty: boolean
  readonly onStage?: NewTownship['onStage']
}

/** Makes the demo township in an empty folder; the app stays open. */
export function makeDemo({ isEmpty, onStage = () => undefined, ...place }: NewDemo): Promise<CreatedTownship> {
  const making = { ...place, onStage }
  return isEmpty ? createTownship({ ...making, bundle: emptyDemo() }) : createTownship({ ...making, bundle: generateDemo(demoSeed), prepare: prepareDemo })
}
