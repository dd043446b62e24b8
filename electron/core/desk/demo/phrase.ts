/** `{village}党支部` with `{ village: '上溪村' }` → `上溪村党支部`. @throws RangeError when a slot has no value */
export function fillSlots(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/gu, (_, slot: string) => {
    const value = values[slot]
    if (value === undefined) throw new RangeError(`no value for {${slot}} in ${phrase}`)
    return value
  })
}
