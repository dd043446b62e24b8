import { eq } from 'drizzle-orm'
import { periodStageNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { period, scoreSheet } from '../../../db/schema/index.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { evaluationWords } from '../../plans/vocabulary.ts'
import type { OwnerKind } from '../../township/attachments/owner-kind.ts'
import { aboutSheet } from './score-entry.ts'

/** The paper of a score sheet shows what single people gave: for 督考, who typed it in, and for 党政正职, but for nobody whom it rates. Fast once it is handed in. */
export const scoreSheetOwner: OwnerKind = {
  access({ read, id }) {
    const sheet = requireRow(read.select().from(scoreSheet).where(eq(scoreSheet.id, id)).get(), nouns.sheet)
    const way = { capability: 'score.proxy', subject: aboutSheet(read, sheet), notAboutSelf: true } as const
    return { toRead: [way], toChange: [way] }
  },
  fixedAs(read, id) {
    const { state, stage } = requireRow(read.select({ state: scoreSheet.state, stage: period.stage }).from(scoreSheet).innerJoin(period, eq(period.id, scoreSheet.periodId)).where(eq(scoreSheet.id, id)).get(), nouns.sheet)
    return stage !== 'scoring' ? periodStageNames[stage] : state === 'draft' ? null : evaluationWords.submitted
  },
}
