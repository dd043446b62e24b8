import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { appealMatters, type AppealMatter } from '../../../../shared/domain/evaluation/appeals/appeal-rules.ts'
import { appealStateNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import { appeal } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'

type AppealRow = typeof appeal.$inferSelect

export function requireAppeal(read: Read, id: string): AppealRow {
  return requireRow(read.select().from(appeal).where(eq(appeal.id, id)).get(), nouns.appeal)
}

/** Refuses what has been answered or withdrawn already: `not_in_state`. */
export function requireFiled(row: AppealRow, action: string): void {
  if (row.state !== 'filed') throw new Refusal('not_in_state', { state: appealStateNames[row.state], action })
}

/** What a stored appeal is about. */
export function requireMatter(text: string): AppealMatter {
  const matter = appealMatters.find((known) => known === text)
  if (matter === undefined) throw new Error(`unknown matter of an appeal: ${text}`)
  return matter
}
