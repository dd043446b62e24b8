/** Looks at how a text is put together: one piece, or runs of one piece each. Of anything else one program shows this and another that. */
export interface ItemShape {
  readonly begin: () => void
  readonly open: (name: string) => void
  readonly close: (name: string) => void
  readonly isOdd: () => boolean
}

export function itemShape(): ItemShape {
  let pieces = 0
  let runs = 0
  let isRun = false
  let isGuide = false
  let piecesOfRun = 0
  let odd = false
  return {
    begin() {
      ;[pieces, runs, piecesOfRun, isRun, isGuide, odd] = [0, 0, 0, false, false, false]
    },
    open(name) {
      if (name === 'rPh') isGuide = true
      else if (name === 'r') {
        runs += 1
        isRun = true
        piecesOfRun = 0
      } else if (name === 't' && isRun) {
        piecesOfRun += 1
        odd ||= piecesOfRun > 1
      } else if (name === 't' && !isGuide) pieces += 1
    },
    close(name) {
      if (name === 'r') isRun = false
      if (name === 'rPh') isGuide = false
    },
    isOdd: () => odd || pieces > 1 || (pieces > 0 && runs > 0),
  }
}
