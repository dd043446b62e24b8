import { containerFamilies } from './containers.testing.ts'
import type { Chance, Family, MadeFile } from './chance.testing.ts'
import { sheetFamilies } from './sheets.testing.ts'
import { strangerFamilies } from './strangers.testing.ts'

export interface DrawnFile {
  readonly family: Family
  readonly make: () => MadeFile
}

/** So many hostile files, of every kind in turn; each has its own chance by its number, so that one can be made again alone. */
export function madeFiles(count: number, chanceOf: (number: number) => Chance): readonly DrawnFile[] {
  const families = [...containerFamilies, ...strangerFamilies, ...sheetFamilies]
  const [large, small] = [families.filter(({ isLarge }) => isLarge), families.filter(({ isLarge }) => !isLarge)]
  return Array.from({ length: count }, (_, number) => {
    const family = large[number] ?? small[(number - large.length) % small.length]
    if (family === undefined) throw new Error('no family')
    return { family, make: () => family.make(chanceOf(number)) }
  })
}
