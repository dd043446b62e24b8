import { and, like, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { pinyinPrefilter, pinyinQuery } from '../../../shared/domain/pinyin/matches-pinyin.ts'

/** The column holds these characters somewhere, Latin letters in either case. */
export function contains(column: SQLiteColumn, text: string): SQL {
  return sql`${column} LIKE ${`%${text.replace(/[%_\\]/g, '\\$&')}%`} ESCAPE '\\'`
}

/** Texts that hold what was typed, or, where it can be pinyin, whose key it spells. */
export function foundBy(typed: string, columns: readonly SQLiteColumn[], key: SQLiteColumn): SQL | undefined {
  const letters = pinyinQuery(typed)
  const texts = columns.map((column) => contains(column, typed))
  return letters === null ? or(...texts) : or(...texts, spelledBy(key, letters))
}

/** The pattern lets few wrong rows through; only those are looked at closely. One letter needs no second look. */
function spelledBy(key: SQLiteColumn, letters: string): SQL | undefined {
  const isNear = like(key, pinyinPrefilter(letters))
  return letters.length === 1 ? isNear : and(isNear, sql`matches_pinyin(${key}, ${letters})`)
}
