/** A repeatable source of chance: the same seed and subject give the same draws, and one subject never shifts another. */
export interface Dice {
  /** A whole number from 0 to `limit` − 1. */
  readonly below: (limit: number) => number
  /** A whole number from `low` to `high`, both possible. */
  readonly between: (low: number, high: number) => number
  /** In [0, 1). */
  readonly fraction: () => number
  /** In [0, 1), most often near the middle: the mean of three fractions. */
  readonly bell: () => number
  readonly chance: (probability: number) => boolean
  /** @throws RangeError when the list is empty */
  readonly pick: <Item>(list: readonly Item[]) => Item
  /** @throws RangeError when no item weighs anything */
  readonly weighted: <Item>(list: readonly Item[], weightOf: (item: Item) => number) => Item
  readonly shuffled: <Item>(list: readonly Item[]) => readonly Item[]
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

/** mulberry32: 32-bit integer arithmetic only, so every machine draws alike. */
function mulberry32(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The dice of one subject of the demo, such as `tasks`. */
export function diceOf(seed: number, subject: string): Dice {
  const fraction = mulberry32((Math.imul(seed, 0x9e3779b1) ^ hash(subject)) >>> 0)
  const below = (limit: number): number => Math.floor(fraction() * limit)

  function pick<Item>(list: readonly Item[]): Item {
    const item = list[below(list.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }

  function weighted<Item>(list: readonly Item[], weightOf: (item: Item) => number): Item {
    let rest = fraction() * list.reduce((total, item) => total + weightOf(item), 0)
    for (const item of list) {
      rest -= weightOf(item)
      if (rest < 0) return item
    }
    throw new RangeError('nothing weighs anything')
  }

  function shuffled<Item>(list: readonly Item[]): readonly Item[] {
    const rest = [...list]
    return list.flatMap(() => rest.splice(below(rest.length), 1))
  }

  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    fraction,
    bell: () => (fraction() + fraction() + fraction()) / 3,
    chance: (probability) => fraction() < probability,
    pick,
    weighted,
    shuffled,
  }
}
