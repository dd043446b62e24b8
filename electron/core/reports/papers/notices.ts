import { untilDayOfYear } from '../../../../shared/domain/plans/cycle-plan-vocabulary.ts'
import { noticeSheet } from '../../../workbooks/exports/papers/sheets.ts'
import type { Guarded } from '../../app/guard.ts'
import { toldOf, type NoticesOf } from '../documents/told-results.ts'
import { periodTitle } from '../exports/export-meta.ts'
import type { Paper } from './make-paper.ts'
import { paperWords as words } from './vocabulary.ts'

const { facts } = words.notice

/** 告知单 of people whose notices the caller may have, each on a page of its own. */
export function noticesPaper(guard: Guarded, input: NoticesOf): Paper {
  const { row, publicity, told } = toldOf(guard, input)
  const appeal = publicity === null ? words.notice.appeal : words.notice.appealUntil(untilDayOfYear(publicity.to))
  const sheets = told.map(({ name, module, post, pool, items }) =>
    noticeSheet({ person: name, appeal, items: [...[[facts.module, module], [facts.post, post], [facts.pool, pool]].map(([item = '', value = '']) => ({ item, value, isPart: false })), ...items] }),
  )
  const who = told.length === 1 ? (told[0]?.name ?? '') : words.people(told.length)
  return { name: words.names.notice(periodTitle(row), who), period: row, sheets, staffIds: told.map(({ staffId }) => staffId) }
}
