import { asc } from 'drizzle-orm'
import { compact } from '../../../../../shared/domain/cells/clean-text.ts'
import { village } from '../../../../db/schema/index.ts'
import type { Read } from '../../../../db/types.ts'

export type VillageRow = typeof village.$inferSelect

const ending = /(?:行政村|村委会|居委会|村民委员会|社区居委会|村|社区|组团)$/u

function bare(text: string): string {
  return compact(text).replace(/^.{0,6}[镇乡街道](?=.{2,})/u, '')
}

/** Whether a text says itself which kind of place it names: 新桥社区 is not 新桥村. */
export function endsAsVillage(text: string): boolean {
  return ending.test(compact(text))
}

/** A village by its name, with or without 村 and the township before it; a text that means two means none. */
export function villageIndex(read: Read): (text: string) => VillageRow | null {
  const rows = read.select().from(village).orderBy(asc(village.seq)).all()
  const byName = new Map(rows.map((row) => [compact(row.name), row]))
  const byStem = Map.groupBy(rows, ({ name }) => compact(name).replace(ending, ''))
  return (text) => {
    const name = compact(text)
    const whole = byName.get(name) ?? byName.get(bare(name))
    if (whole !== undefined) return whole
    const [first, ...more] = byStem.get(bare(name).replace(ending, '')) ?? []
    return first !== undefined && more.length === 0 ? first : null
  }
}
