import { asc, eq } from 'drizzle-orm'
import { readRegisterCell } from '../../../../shared/domain/registers/cell.ts'
import type { RegisterColumn } from '../../../../shared/domain/registers/column.ts'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import { assignment, moduleTable, register, registerRow, staff, village } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { writeSamples } from '../../registers/define.ts'
import { registerDirectory, rowSearchKey } from '../../registers/directory.ts'
import { registerSamples } from '../../registers/samples.ts'
import { storedRegisters } from '../../registers/stored.ts'
import { diceOf, type Dice } from './dice.ts'
import { drawHouseholder } from './names.ts'
import { fillSlots } from './phrase.ts'
import { readDemoTables, type DemoTables, type RegisterTable } from './tables.ts'
import { workdaysOf } from './workdays.ts'

const seed = 2026
/** How many rows leave open who did it, where that may stay open, as real ledgers do. */
const shareWithoutPerson = 0.08

interface Scene {
  readonly dice: Dice
  readonly tables: DemoTables
  readonly villages: readonly { readonly name: string; readonly surnames: readonly string[] }[]
  /** Who works in the module, as a cell names him. */
  readonly people: readonly string[]
  readonly days: readonly string[]
}

/** The shipped registers with the rows of half a year, each read by the rules of its columns. */
export function writeDemoRegisters(tx: Write, newId: () => string, now: string): void {
  writeSamples(tx, newId, registerSamples())
  const tables = readDemoTables()
  const villages = tx.select({ name: village.name }).from(village).orderBy(asc(village.seq)).all().map(({ name }) => ({ name, surnames: tables.villages.villages.find((one) => one.name === name)?.surnames ?? ['王'] }))
  const people = peopleByModule(tx)
  const directory = registerDirectory(tx, now.slice(0, 10))
  for (const { row, columns } of storedRegisters(tx, tx.select().from(register).orderBy(asc(register.seq)).all())) {
    const table = tables.registers[row.code]
    if (table === undefined) continue
    const own = people.get(row.moduleId ?? '') ?? [...people.values()].flat()
    const scene: Scene = { dice: diceOf(seed, `register:${row.code}`), tables, villages, people: own.map(({ written }) => written), days: workdaysOf(table.from, table.to, tables.township.holidays) }
    rowsOf(scene, columns, table).forEach((typed, place) => {
      const cells = Object.fromEntries(columns.flatMap((column): [string, string][] => {
        const read = readRegisterCell(column, typed[column.title] ?? null, directory)
        if (read.kind === 'bad') throw new Error(`${row.code} ${column.title}: ${typed[column.title] ?? ''}`)
        return read.value === null ? [] : [[column.id, read.value]]
      }))
      const day = Object.values(cells).find((value) => /^\d{4}-\d{2}-\d{2}$/.test(value)) ?? table.to
      const enteredAt = `${day > now.slice(0, 10) ? now.slice(0, 10) : day}T08:30:00.000Z`
      tx.insert(registerRow).values({ id: newId(), seq: place + 1, registerId: row.id, cells: JSON.stringify(cells), searchKey: rowSearchKey(columns, cells, directory), enteredBy: scene.dice.pick(own).id, enteredAt }).run()
    })
  }
}

function peopleByModule(read: Read): ReadonlyMap<string, readonly { readonly id: string; readonly written: string }[]> {
  const rows = read
    .select({ moduleId: moduleTable.id, id: staff.id, code: staff.code, name: staff.name })
    .from(assignment)
    .innerJoin(staff, eq(staff.id, assignment.staffId))
    .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
    .orderBy(asc(assignment.seq))
    .all()
  const once = [...new Map(rows.map((row) => [`${row.moduleId} ${row.id}`, row])).values()]
  return groupBy(once.map((row) => ({ ...row, written: `${row.name}（${row.code}）` })), ({ moduleId }) => moduleId)
}

/** The rows as a clerk would type them, in the order of their days; what the phrases leave open is drawn. */
function rowsOf({ dice, tables, villages, people, days }: Scene, columns: readonly RegisterColumn[], { rows, cells }: RegisterTable): readonly Readonly<Record<string, string>>[] {
  const drawn = Array.from({ length: rows }, () => dice.pick(days)).sort()
  return drawn.map((day, place) => {
    const phrases = cells[place % cells.length] ?? {}
    const { name, surnames } = dice.pick(villages)
    const row: Record<string, string> = {}
    for (const [title, phrase] of Object.entries(phrases)) {
      // Each {name} is somebody else.
      const named = phrase.split('{name}').reduce((text, part) => text + drawHouseholder(dice, surnames, tables.names) + part)
      row[title] = fillSlots(named, { n: String(place + 1), village: name })
    }
    for (const { title, type, required } of columns) {
      if (row[title] !== undefined) continue
      if (type === 'village') row[title] = name
      else if (type === 'date') row[title] = day
      else if (type === 'person' && (required || !dice.chance(shareWithoutPerson))) row[title] = dice.pick(people)
    }
    return row
  })
}
