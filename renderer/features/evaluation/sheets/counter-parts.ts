import type { SheetCount } from '../../../../shared/domain/plans/scorer-rules.ts'
import { sheetWords } from './vocabulary.ts'

export interface CounterPart {
  readonly key: string
  readonly text: string
  /** `bad`: over a limit. `open`: something is still to be done. `good`: all is done. */
  readonly tone: 'plain' | 'open' | 'bad' | 'good'
}

/** `A 2/6` · `B 7` · `C 还差 1 人` · `未评 3 人`. `scores` counts direct scores. */
export function counterParts({ bands, left }: SheetCount, scores: number): readonly CounterPart[] {
  const ofBands = bands.map(({ band, count, most, lacking }): CounterPart => {
    if (lacking > 0) return { key: band, text: sheetWords.bandLacking(band, lacking), tone: 'open' }
    if (most !== null) return { key: band, text: sheetWords.bandOf(band, count, most), tone: count > most ? 'bad' : 'plain' }
    return { key: band, text: sheetWords.bandCount(band, count), tone: 'plain' }
  })
  return [
    ...ofBands,
    ...(bands.length === 0 || scores > 0 ? [{ key: ':scores', text: sheetWords.scores(scores), tone: 'plain' } as const] : []),
    left > 0 ? { key: ':left', text: sheetWords.left(left), tone: 'open' } : { key: ':left', text: sheetWords.complete, tone: 'good' },
  ]
}
