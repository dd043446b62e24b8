/** The groups of a recovery key as it is printed: `ABCD-EF23-…`. */
export function keyGroups(recoveryKey: string): readonly string[] {
  return recoveryKey.split('-').filter((group) => group !== '')
}

/** Two different groups that must be typed back, in order. `random` gives a number in [0, 1). */
export function askedGroups(count: number, random: () => number): readonly number[] {
  const first = Math.floor(random() * count)
  const second = (first + 1 + Math.floor(random() * (count - 1))) % count
  return [first, second].sort((a, b) => a - b)
}

/** The group without what a hand adds: spaces, hyphens, small letters. */
export function tidyGroup(typed: string): string {
  return typed.replace(/[\s\-–—－]/g, '').toUpperCase()
}

const groupLength = 4

/** A key typed off paper, in the form the slots know: groups of four joined by hyphens. */
export function tidyKey(typed: string): string {
  const letters = tidyGroup(typed)
  return (letters.match(new RegExp(`.{1,${String(groupLength)}}`, 'g')) ?? []).join('-')
}
