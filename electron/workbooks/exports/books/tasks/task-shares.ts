import { formula } from '../../arrange/draft.ts'
import type { DraftCell } from '../../arrange/draft.ts'
import { words } from '../../vocabulary.ts'

const shareOf = (part: string): DraftCell => formula(`IF(SUM([tasks])=0,"${words.nothing}",R4([${part}]/[tasks]))`)

/** 办结率 and 按期率 of a row with 任务数, 办结数 and 按期数, both by 任务数; the same wherever modules are counted, and in the rows of totals. */
export const taskShares: Readonly<Record<string, DraftCell>> = { completedShare: shareOf('completed'), onTimeShare: shareOf('onTime') }
