import type { PeriodStage } from './cycle.ts'

/** Where a period may be taken by hand. 冻结, 计算 and 公示 come of freezing, computing and publishing, never by hand. */
const moves: Readonly<Record<PeriodStage, readonly PeriodStage[]>> = {
  configuring: ['collecting', 'summarising', 'scoring'],
  collecting: ['summarising', 'scoring'],
  summarising: ['collecting', 'scoring'],
  scoring: ['collecting', 'summarising'],
  frozen: [],
  computed: ['reviewing'],
  reviewing: [],
  publicity: ['appeal', 'deciding'],
  appeal: ['deciding'],
  deciding: ['locked'],
  locked: ['reported'],
  reported: [],
}

/** The stages a period may be advanced to from where it stands. */
export function stageMoves(stage: PeriodStage): readonly PeriodStage[] {
  return moves[stage]
}
