/** Repeatable draws: the maker of a file owns none, so that one seed tells the whole round. */
export interface Chance {
  /** A whole number from 0 to `limit` − 1. */
  readonly below: (limit: number) => number
  /** A whole number from `low` to `high`, both possible. */
  readonly between: (low: number, high: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <Item>(list: readonly Item[]) => Item
}

/** A kind of hostile file, made anew with every draw. */
export interface Family {
  readonly name: string
  readonly make: (chance: Chance) => MadeFile
  /** What may come of it: codes of refusals, `rows`, `not_recognised`. Without it anything that is one clear answer. */
  readonly answers?: readonly string[]
  /** Of the large ones one is made, however many files a round has. */
  readonly isLarge?: true
}

export interface MadeFile {
  readonly fileName: string
  readonly bytes: Buffer
}

export function noise(chance: Chance, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let at = 0; at < length; at++) bytes[at] = chance.below(256)
  return bytes
}

export function workbookFile(bytes: Buffer, fileName = 'file.xlsx'): MadeFile {
  return { fileName, bytes }
}
