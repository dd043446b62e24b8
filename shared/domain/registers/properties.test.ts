import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRegisterCell, showRegisterValue, type RegisterKnowledge, type RegisterNames } from './cell.ts'
import { planDefinition, type PresentRow, type WantedColumn } from './change.ts'
import { registerColumnTypes } from './codes.ts'
import type { RegisterCells, RegisterColumn } from './column.ts'

const people = ['张三', '李四', '王五'].map((name, index) => ({ id: `p${index}`, code: `S000${index}`, name, modules: [] }))
const known: RegisterKnowledge & RegisterNames = {
  peopleNamed: (name) => people.filter((person) => person.name === name),
  villagesNamed: (name) => (name === '上溪村' ? [{ id: 'v1', code: 'V1', name }] : []),
  person: (id) => people.filter((person) => person.id === id).map((person) => ({ ...person, hasNamesake: false }))[0],
  village: (id) => (id === 'v1' ? { name: '上溪村' } : undefined),
}

const texts = fc.constantFrom('张三', '李四', '上溪村', '2026.3.1', '2026-12-31', '12', '12.50', '1,200', '0.0001', '—', '无', '工业', '农业', '多\n行', '甲')
const ruleArbitrary = fc.record({
  title: fc.constantFrom('名称', '数量', '类别', '干部', '日期', '村社'),
  type: fc.constantFrom(...registerColumnTypes),
  unit: fc.constantFrom(null, '户'),
  options: fc.subarray(['工业', '农业', '甲', '12'], { minLength: 1 }),
  required: fc.boolean(),
  isUnique: fc.boolean(),
  inList: fc.boolean(),
  total: fc.boolean(),
})

const step = fc.oneof(
  fc.record({ kind: fc.constant('define' as const), keep: fc.array(fc.nat(20), { maxLength: 6 }), rules: fc.array(ruleArbitrary, { minLength: 6, maxLength: 6 }), added: fc.array(ruleArbitrary, { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('enter' as const), row: fc.nat(8), column: fc.nat(20), text: texts }),
  fc.record({ kind: fc.constant('move' as const), row: fc.nat(8) }),
)

interface Township {
  columns: readonly RegisterColumn[]
  inUse: readonly string[]
  rows: readonly PresentRow[]
}

/** Every value there is, as it is shown. */
function shownValues({ columns, rows }: Township): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(({ id, cells }) => Object.entries(cells).map(([columnId, value]) => [`${id} ${columnId}`, showRegisterValue(columns.find((column) => column.id === columnId) ?? { type: 'text' }, value, known)] as const)))
}

function wantedOf({ columns }: Township, { keep, rules, added }: Extract<typeof step extends fc.Arbitrary<infer Step> ? Step : never, { kind: 'define' }>): readonly WantedColumn[] {
  const kept = [...new Set(keep)].flatMap((place) => columns[place] ?? []).map((column, index): WantedColumn => ({ ...column, ...rules[index], title: `${column.title}${index}` }))
  return [...kept, ...added.map((rule, index): WantedColumn => ({ ...rule, title: `新${rule.title}${index}`, id: null }))]
}

test('whatever is defined and edited, no value is lost: it stays, or reads as the same in its new type', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const town: Township = { columns: [], inUse: [], rows: Array.from({ length: 4 }, (_, index) => ({ id: `r${index}`, number: index + 1, cells: {} })) }
      let made = 0
      for (const one of steps) {
        if (one.kind === 'define') {
          const before = shownValues(town)
          const planned = planDefinition({ columns: town.columns, wanted: wantedOf(town, one), proposal: null, rows: town.rows }, known, known)
          if (planned.kind === 'bad') continue
          const defined = planned.columns.map((column): RegisterColumn => ({ ...column, id: column.id ?? `c${(made += 1)}` }))
          town.columns = [...town.columns.map((column) => defined.find(({ id }) => id === column.id) ?? column), ...defined.filter(({ id }) => town.columns.every((column) => column.id !== id))]
          town.inUse = defined.map(({ id }) => id)
          town.rows = town.rows.map((row) => ({ ...row, cells: planned.cells.get(row.id) ?? row.cells }))
          const after = shownValues(town)
          expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
          // What was shown before reads as what is kept now.
          for (const [place, text] of before) {
            const [rowId = '', columnId = ''] = place.split(' ')
            const column = town.columns.find(({ id }) => id === columnId)
            const value = town.rows.find(({ id }) => id === rowId)?.cells[columnId]
            const reading = column === undefined ? null : readRegisterCell({ ...column, required: false }, text, known)
            const isSame = reading?.kind === 'good' && reading.value === value
            // A hidden column's options may have been narrowed never: its rule stands as it was.
            expect(isSame || after.get(place) === text).toBe(true)
          }
        } else if (one.kind === 'enter') {
          const column = town.columns.find(({ id }) => id === town.inUse[one.column])
          if (column === undefined) continue
          const reading = readRegisterCell(column, one.text, known)
          if (reading.kind === 'bad' || reading.value === null) continue
          const { value } = reading
          town.rows = town.rows.map((row, index) => (index === one.row && row.number !== null ? { ...row, cells: { ...row.cells, [column.id]: value } satisfies RegisterCells } : row))
        } else town.rows = town.rows.map((row, index) => (index === one.row ? { ...row, number: row.number === null ? index + 1 : null } : row))
      }
    }),
    { numRuns: 300 },
  )
})
