import type { NumberFormat } from '../exports/model/model.ts'
import type { BookValues, FillValue, ValueTable } from './book-values.ts'

/** Made-up values for the tests, the same for one seed: a table of people and one of modules. */

/** Small, fast, and the same everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const surnames = ['欧阳', '张', '李', '王', '赵', '陈', '刘', '司马']
const given = ['锋', '伟', '秀英', '建国', '敏', '丽', '=1+1', '@强', '-红', '+军', '<b>&', '"引号"']

export interface MadePerson {
  readonly name: string
  readonly score: number
  readonly day: string
  readonly idNumber: string
}

export function madePeople(seed: number, count: number): readonly MadePerson[] {
  const random = randomOf(seed)
  const one = <T>(items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0]
  return Array.from({ length: count }, (_, index) => ({
    name: one(['欧阳', ...surnames]) + one(['锋', ...given]) + (random() < 0.2 ? String(index) : ''),
    score: Math.round(random() * 10_000) / 100,
    day: `2026-0${String(1 + Math.floor(random() * 9))}-${String(10 + Math.floor(random() * 18))}`,
    idNumber: `33010219${String(800101 + index)}00${String(index % 10)}X`,
  }))
}

function tableOf(key: string, name: string, fields: readonly (readonly [key: string, heading: string])[], rows: readonly (readonly FillValue[])[]): ValueTable {
  return {
    key,
    name,
    fields: fields.map(([field, heading]) => ({ key: field, heading, group: null })),
    columns: (wanted) => wanted.map((field) => rows.map((row) => row[fields.findIndex(([known]) => known === field)] ?? { kind: 'empty' })),
  }
}

export function valuesOf(people: readonly MadePerson[]): BookValues {
  const text = (value: string): FillValue => ({ kind: 'text', text: value })
  const number = (value: number, format: NumberFormat = 'integer'): FillValue => ({ kind: 'number', value, format })
  const summary = tableOf('summary', '结果汇总', [['seq', '序号'], ['name', '姓名'], ['total', '总分'], ['since', '参加工作时间'], ['idNumber', '身份证号']],
    people.map(({ name, score, day, idNumber }, index) => [number(index + 1), text(name), number(score, 'score'), { kind: 'date', day }, text(idNumber)]))
  const modules = tableOf('modules', '模块对比', [['name', '模块'], ['people', '人数']], [['大党建', 12], ['大治理', 8], ['大执法', 5]].map(([name, count]) => [text(String(name)), number(Number(count))]))
  return {
    single: (key) => (key === 'filledOn' ? { kind: 'date', day: '2026-04-08' } : key === 'year' ? number(2026, 'plain') : text({ township: '清溪镇', reportingUnit: '清溪镇人民政府', periodTitle: '2026年第一季度', periodCode: '2026Q1', exportedBy: '李明' }[key])),
    tables: [summary, modules],
  }
}
