import type Database from 'better-sqlite3'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import path from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../promises/temporary.testing.ts'
import { deriveKeys } from './derived-keys.ts'
import { openDatabase } from './open.ts'
import * as schema from './schema/index.ts'

const declared = Object.values(schema).filter((value) => is(value, SQLiteTable)).map((table) => getTableConfig(table))

const tableList = z.array(z.object({ name: z.string(), type: z.string(), wr: z.int(), strict: z.int() }))
const tableInfo = z.array(z.object({ name: z.string(), type: z.string(), notnull: z.int(), pk: z.int() }))

function tablesOf(raw: Database.Database) {
  return tableList.parse(raw.pragma('table_list')).filter(({ type, name }) => type === 'table' && !name.startsWith('sqlite_'))
}

const listOf = (values: unknown) => z.array(z.string()).catch([]).parse(values)

const looseTables = (raw: Database.Database) => tablesOf(raw).filter(({ strict }) => strict === 0).map(({ name }) => name)

function sqlOf(raw: Database.Database, table: string): string {
  return String(raw.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table))
}

/** Columns whose list of values, declared in the source, the file itself does not enforce. */
function uncheckedLists(raw: Database.Database): readonly string[] {
  return declared.flatMap(({ name, columns }) =>
    columns.flatMap((column) => {
      const isFlag = column.dataType === 'boolean'
      const values = isFlag ? '0, 1' : listOf(column.enumValues).map((value) => `'${value}'`).join(', ')
      if (values === '') return []
      return sqlOf(raw, name).includes(`"${name}"."${column.name}" IN (${values})`) ? [] : [`${name}.${column.name}`]
    }),
  )
}

describe('the tables as they stand in the file', () => {
  let raw: Database.Database
  beforeEach(() => {
    const database = openDatabase({ file: path.join(temporaryFolder(), 'township.db'), keys: deriveKeys(Buffer.alloc(32, 1)), mode: 'create' })
    onTestFinished(() => database.close())
    raw = database.raw
  })

  test('are those of the source, column by column', () => {
    const there = Object.fromEntries(tablesOf(raw).map(({ name }) => [name, tableInfo.parse(raw.pragma(`table_info(${name})`)).map((column) => [column.name, column.type.toLowerCase(), column.notnull]).sort()]))
    const wanted = Object.fromEntries(declared.map(({ name, columns }) => [name, columns.map((column) => [column.name, column.getSQLType(), column.notNull ? 1 : 0]).sort()]))
    expect(Object.keys(there).sort()).toEqual([...Object.keys(wanted), 'migration'].sort())
    for (const [name, columns] of Object.entries(wanted)) expect([name, there[name]]).toEqual([name, columns])
  })

  test('are STRICT, every one; a loose one would be named', () => {
    expect(looseTables(raw)).toEqual([])
    raw.exec('CREATE TABLE loose (a TEXT)')
    expect(looseTables(raw)).toEqual(['loose'])
  })

  test('check every list of values and every flag; one that lost its CHECK would be named', () => {
    expect(uncheckedLists(raw)).toEqual([])
    const lists = declared.flatMap(({ columns }) => columns.filter(({ enumValues, dataType }) => listOf(enumValues).length > 0 || dataType === 'boolean'))
    expect(lists.length).toBeGreaterThan(20)
    const weak = sqlOf(raw, 'staff').replace(/,\s*CONSTRAINT "staff_identity" CHECK\([^)]*\)\)/, '')
    expect(weak).not.toBe(sqlOf(raw, 'staff'))
    raw.pragma('foreign_keys = OFF')
    raw.exec('DROP TABLE staff')
    raw.exec(weak)
    expect(uncheckedLists(raw)).toEqual(['staff.identity'])
  })

  test('keep no order of insertion for ballots', () => {
    const withoutRowid = tablesOf(raw).filter(({ wr }) => wr === 1).map(({ name }) => name)
    expect(withoutRowid.sort()).toEqual(['peer_count', 'peer_roll'])
    for (const name of withoutRowid) expect(tableInfo.parse(raw.pragma(`table_info(${name})`)).map((column) => column.name).filter((column) => /^(seq|at|id)$/.test(column))).toEqual([])
  })

  test('point at each other by foreign keys where the source says so', () => {
    const wanted = declared.flatMap(({ name, foreignKeys }) => foreignKeys.map((key) => `${name} → ${getTableConfig(key.reference().foreignTable).name}`)).sort()
    const list = z.array(z.object({ table: z.string() }))
    const there = tablesOf(raw).flatMap(({ name }) => list.parse(raw.pragma(`foreign_key_list(${name})`)).map(({ table }) => `${name} → ${table}`)).sort()
    expect(there).toEqual(wanted)
    expect(there.length).toBeGreaterThan(30)
  })
})
