/** Rows of a sheet that are repeated: `height` rows from `first` on are one copy, `spare` blank rows below are used before any is added. */
export interface Block {
  readonly first: number
  readonly height: number
  readonly spare: number
  /** At least 1: without data one empty copy stays. */
  readonly copies: number
}

/** How the rows of a sheet move: none do without blocks. */
export interface RowShift {
  readonly blocks: readonly Block[]
}

export const noShift: RowShift = { blocks: [] }

export function lastOf({ first, height, spare }: Block): number {
  return first + height - 1 + spare
}

function lengthOf({ height, spare, copies }: Block): number {
  return Math.max(copies * height, height + spare)
}

/** Rows that are added. */
export function addedBy(block: Block): number {
  return lengthOf(block) - block.height - block.spare
}

export function movesRows({ blocks }: RowShift): boolean {
  return blocks.some((block) => block.copies > 1)
}

/** What was added above a row. */
export function addedAbove({ blocks }: RowShift, row: number): number {
  return blocks.reduce((added, block) => (lastOf(block) < row ? added + addedBy(block) : added), 0)
}

export function blockAt({ blocks }: RowShift, row: number): Block | null {
  return blocks.find((block) => block.first <= row && row <= lastOf(block)) ?? null
}

export function isInCopy(block: Block, row: number): boolean {
  return block.first <= row && row < block.first + block.height
}

/** Where a row goes, or the first copy of it. */
export function rowStart(shift: RowShift, row: number): number {
  const block = blockAt(shift, row)
  return block === null ? row + addedAbove(shift, row) : row + addedAbove(shift, block.first)
}

/** Where the last row of a range goes: to the end of what it is repeated to. */
export function rowEnd(shift: RowShift, row: number): number {
  const block = blockAt(shift, row)
  if (block === null) return row + addedAbove(shift, row)
  const top = block.first + addedAbove(shift, block.first)
  const offset = row - block.first
  if (offset < block.height) return top + (block.copies - 1) * block.height + offset
  return top + Math.max(offset + (row === lastOf(block) ? addedBy(block) : 0), block.copies * block.height - 1)
}

/** Where each copy of a row of a block stands. */
export function copiesOf(shift: RowShift, block: Block, row: number): readonly number[] {
  const top = block.first + addedAbove(shift, block.first)
  return Array.from({ length: block.copies }, (_, copy) => top + copy * block.height + (row - block.first))
}
