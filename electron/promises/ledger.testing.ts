import { setTimeout as wait } from 'node:timers/promises'
import type { Dice } from '../core/desk/demo/dice.ts'
import type { LocalConnection, TownshipClient } from '../host/connect.ts'

/** A row that the service said it has kept. */
export interface Acknowledged {
  readonly kind: RowKind
  readonly name: string
}

export const rowKinds = ['village', 'person', 'task'] as const
export type RowKind = (typeof rowKinds)[number]

const actions: Readonly<Record<RowKind, string>> = { village: 'villages.add', person: 'people.add', task: 'tasks.draft' }

/** What rows of each kind hang on. */
export interface Ground {
  readonly moduleId: string
  readonly postId: string
  readonly staffId: string
}

export async function layGround(client: TownshipClient): Promise<Ground> {
  const [first] = await client.organisation.modules()
  const moduleId = first?.id ?? ''
  const { id: postId } = await client.organisation.addPost({ name: '综合岗', score: null, coefficient: null, workload: null, difficulty: null, risk: null })
  const { id: staffId } = await addPerson(client, { moduleId, postId }, '承办人')
  return { moduleId, postId, staffId }
}

function addPerson(client: TownshipClient, { moduleId, postId }: Pick<Ground, 'moduleId' | 'postId'>, name: string) {
  return client.people.add({
    name, sex: null, birthMonth: null, political: null, identity: 'civil', sendingUnit: null, rankTitle: null, phone: null,
    track: 'staff', status: 'active', pool: null, workStart: null, remark: null, idNo: null, moduleId, postId, from: '2026-01-01',
  })
}

/** Writes one row and returns when the service has said that it is kept. */
export async function writeRow(client: TownshipClient, ground: Ground, { kind, name }: Acknowledged): Promise<void> {
  if (kind === 'village') await client.villages.add({ name, teamLeaderId: null })
  else if (kind === 'person') await addPerson(client, ground, name)
  else await client.tasks.draft({ docNo: null, form: 'memo', source: null, title: name, content: null, weight: 1, moduleId: ground.moduleId, leadStaffId: null, due: '2026-06-30', parties: [{ staffId: ground.staffId, role: 'host' }] })
}

export interface WriterOptions {
  readonly connection: LocalConnection
  readonly ground: Ground
  readonly dice: Dice
  /** Begins the name of each row, so that no two rows of a run are alike. */
  readonly prefix: string
  readonly keep: (row: Acknowledged) => void
}

/** Writes rows one after the other until the service has died; keeps each one as soon as it is acknowledged. */
export async function writeUntilDeath({ connection, ground, dice, prefix, keep }: WriterOptions, death: Promise<void>): Promise<void> {
  const over = death.then(() => 'over' as const)
  for (let place = 1; ; place += 1) {
    const row = { kind: dice.pick(rowKinds), name: `${prefix}-${place}` }
    // A call in flight when its service dies may fail, or never be answered.
    const written = await Promise.race([outcomeOf(writeRow(connection.client, ground, row)), over])
    if (written === 'over') return
    if (written === 'done') keep(row)
    else if ((await Promise.race([over, wait(5000, 'alive' as const)])) === 'over') return
    else throw written.error
  }
}

/** A write that records before it is acknowledged: the mistake that the crash test must see. */
export async function writeTooEarly({ connection, ground, dice, prefix, keep }: WriterOptions, rows: number): Promise<void> {
  const writes = Array.from({ length: rows }, (_, place) => {
    const row = { kind: dice.pick(rowKinds), name: `${prefix}-${place}` }
    keep(row)
    return outcomeOf(writeRow(connection.client, ground, row))
  })
  await Promise.any(writes)
}

async function outcomeOf(write: Promise<void>): Promise<'done' | { readonly error: unknown }> {
  try {
    await write
    return 'done'
  } catch (error) {
    return { error }
  }
}

/** Everything a service holds of the three kinds, and the subjects of the audit entries that made them. */
export interface Kept {
  readonly rows: readonly (Acknowledged & { readonly id: string })[]
  readonly audited: ReadonlySet<string>
}

export async function readKept(client: TownshipClient): Promise<Kept> {
  const on = '2026-06-30'
  const villages = (await client.villages.list({ on })).map(({ id, name }) => ({ kind: 'village' as const, id, name }))
  const people = (await pages((offset) => client.people.list({ on, offset, limit: 1000 }))).map(({ id, name }) => ({ kind: 'person' as const, id, name }))
  const tasks = (await pages((offset) => client.tasks.list({ on, offset, limit: 1000 }))).map(({ id, title }) => ({ kind: 'task' as const, id, name: title }))
  const entries = await pages((offset) => client.system.audit({ offset, limit: 1000 }))
  const made = new Set(Object.values(actions))
  return {
    rows: [...villages, ...people, ...tasks],
    audited: new Set(entries.filter(({ action }) => made.has(action)).map(({ action, subject }) => `${action} ${String(subject)}`)),
  }
}

async function pages<Row>(read: (offset: number) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (;;) {
    const page = await read(rows.length)
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return rows
  }
}

export interface Losses {
  /** Acknowledged, and not there. */
  readonly lost: number
  /** Rows that no audit entry accounts for. */
  readonly withoutAudit: number
  /** Audit entries of rows that are not there. */
  readonly withoutRow: number
}

export function lossesOf(acknowledged: readonly Acknowledged[], { rows, audited }: Kept): Losses {
  const there = new Set(rows.map(({ kind, name }) => `${kind} ${name}`))
  const expected = new Set(rows.map(({ kind, id }) => `${actions[kind]} ${id}`))
  return {
    lost: acknowledged.filter(({ kind, name }) => !there.has(`${kind} ${name}`)).length,
    withoutAudit: [...expected].filter((entry) => !audited.has(entry)).length,
    withoutRow: [...audited].filter((entry) => !expected.has(entry)).length,
  }
}
