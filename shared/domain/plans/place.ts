/** Where a value stands in a document; linked, so that a path is only written out for an issue. */
export interface Place {
  readonly parent: Place | null
  readonly key: string | number
}

export const rootPlace: Place = { parent: null, key: '' }

export function within(parent: Place, key: string | number): Place {
  return { parent, key }
}

/** Keys from the root down, the root itself left out. */
export function placeKeys(place: Place): readonly (string | number)[] {
  const keys: (string | number)[] = []
  for (let at: Place | null = place; at?.parent; at = at.parent) keys.push(at.key)
  return keys.reverse()
}

/** `staff[3].assignments[0].to`; the root is the empty text. */
export function placeText(place: Place): string {
  return placeKeys(place).reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${String(key)}]` : text === '' ? key : `${text}.${key}`), '')
}
