/** Marks the end of an exhaustive `switch`: a new variant without a case does not compile. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
