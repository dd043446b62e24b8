interface Listed {
  readonly id: string
  readonly isOwn: boolean
  readonly state: 'draft' | 'submitted' | 'locked'
}

/** The next sheet of the same hand that is not handed in, going round from this one; null when there is none. */
export function nextSheet<Sheet extends Listed>(sheets: readonly Sheet[], current: Sheet): Sheet | null {
  const at = sheets.findIndex(({ id }) => id === current.id)
  const round = [...sheets.slice(at + 1), ...sheets.slice(0, Math.max(at, 0))]
  return round.find(({ isOwn, state }) => isOwn === current.isOwn && state === 'draft') ?? null
}
