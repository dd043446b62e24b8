import { cpSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uuidV7 } from '../../shared/lib/uuid.ts'
import { openApp, type App } from '../core/app/app.ts'
import { createTownship } from '../core/desk/bundle/create-township.ts'
import type { Environment } from '../core/app/environment.ts'
import { diceOf, type Dice } from '../core/desk/demo/dice.ts'
import { closeBallot, markCleared, markSealed } from '../core/evaluation/sheets/ballot-course.ts'
import { requirePeriod } from '../core/plans/periods.ts'
import { smallTown } from '../core/evaluation/small-town.testing.ts'
import { backupOf, restoreFrom } from '../core/testing/backups.testing.ts'
import { clientOf, consolePassword, testEnvironment, type TestClock } from '../core/testing/township.testing.ts'
import { dataFolder } from '../db/data-folder.ts'
import { openDatabase } from '../db/open.ts'
import { account, assignment, peerCount, staff } from '../db/schema/index.ts'
import { figuresLine, newBench, type Bench } from './program.testing.ts'
import { loggedPages, pagesOf, readableIn, withDatabaseOf } from './readable-pages.testing.ts'

const seed = 2026
const townships = process.env['TOWNSHIP_FULL'] === undefined ? 3 : 20
const arrangements = 3
const code = '2026Q1'
const bands = ['A', 'B', 'C', null] as const

/** By voter, what he gives each colleague. */
type Votes = ReadonlyMap<string, ReadonlyMap<string, string | null>>

const party = ['H1', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8']
const service = ['H2', 'B1', 'B2', 'B3']
const rooms = [party, service]

/** Two modules of nine and four people, each with an account. */
function bundle() {
  const town = smallTown()
  const like = (model: string, added: string) => {
    const person = town.staff.find((row) => row.code === model)
    const held = town.assignments.find((row) => row.staff === model)
    if (person === undefined || held === undefined) throw new Error(model)
    return { person: { ...person, code: added, name: `同事${added}` }, held: { ...held, staff: added } }
  }
  const more = [...['A5', 'A6', 'A7', 'A8'].map((added) => like('A4', added)), like('B2', 'B3')]
  return {
    ...town,
    staff: [...town.staff, ...more.map(({ person }) => person)],
    assignments: [...town.assignments, ...more.map(({ held }) => held)],
    accounts: [...rooms.flat().map((name) => ({ name, staff: name, roles: ['clerk' as const] })), { name: 'desk', staff: null, roles: ['inspector' as const] }],
  }
}

function randomVotes(dice: Dice): Votes {
  return new Map(rooms.flatMap((room) => room.filter(() => dice.chance(0.85)).map((voter) => [voter, new Map(room.filter((other) => other !== voter).map((ratee) => [ratee, dice.pick(bands)]))] as const)))
}

/** The same people vote, and everybody gets the same votes; who gave which is drawn anew. */
function rearranged(votes: Votes, dice: Dice): Votes {
  const drawn = new Map([...votes.keys()].map((voter) => [voter, new Map<string, string | null>()]))
  for (const ratee of rooms.flat()) {
    const voters = [...votes].filter(([, given]) => given.has(ratee)).map(([voter]) => voter)
    const given = dice.shuffled(voters.map((voter) => votes.get(voter)?.get(ratee) ?? null))
    voters.forEach((voter, place) => drawn.get(voter)?.set(ratee, given[place] ?? null))
  }
  return drawn
}

function differences(a: Votes, b: Votes): number {
  return [...a].reduce((sum, [voter, given]) => sum + [...given].filter(([ratee, band]) => b.get(voter)?.get(ratee) !== band).length, 0)
}

describe('P17: after a 互评 is closed nobody can tell who gave what', () => {
  let bench: Bench
  let dataKey: Buffer
  let copies = 0
  beforeAll(async () => {
    bench = newBench()
    const clock: TestClock = { now: '2026-04-01T02:00:00.000Z' }
    const { app } = await createTownship({ folder: dataFolder(bench.at('base')), environment: repeatable(clock), consolePassword, bundle: bundle() })
    dataKey = app.dataKey
    app.close()
  })
  afterAll(() => bench.dispose())

  /** Time and identifiers come the same in every run, so that only the ballots differ. */
  function repeatable(clock: TestClock): Environment {
    let drawn = 0
    const newId = () => {
      drawn += 1
      const bytes = Buffer.alloc(10)
      bytes.writeUInt32BE(drawn, 4)
      return uuidV7(Date.parse(clock.now), bytes)
    }
    return { ...testEnvironment(bench.temporary, clock), newId }
  }

  interface Voted {
    readonly app: App
    readonly root: string
    /** The backup that was made behind the first ballot. */
    readonly early: string
    /** A backup of five days before it. */
    readonly beforehand: Buffer<ArrayBuffer>
    readonly pass: (minutes: number) => void
    readonly open: () => Promise<unknown>
    readonly cast: (voter: string, given: ReadonlyMap<string, string | null>) => Promise<unknown>
    readonly close: () => Promise<unknown>
  }

  /** A copy of the township in which these votes are cast in this order, with backups in between. */
  async function voted(votes: Votes, order: readonly string[]): Promise<Voted> {
    const clock: TestClock = { now: '2026-04-01T03:00:00.000Z' }
    copies += 1
    const root = bench.at(`copy-${copies}`)
    cpSync(bench.at('base'), root, { recursive: true })
    const app = openApp({ folder: dataFolder(root), dataKey, mode: 'open', environment: repeatable(clock) })
    const ids = new Map(app.read().select().from(staff).all().map((person) => [person.code, person.id]))
    const as = (name: string) => clientOf(app, { kind: 'account', accountId: app.read().select().from(account).where(eq(account.name, name)).get()?.id ?? '' })
    const console = clientOf(app, { kind: 'console' })
    const { id: periodId } = requirePeriod(app.read(), code)
    const pass = (minutes: number) => {
      clock.now = new Date(Date.parse(clock.now) + minutes * 60_000).toISOString()
    }
    const open = () => as('desk').periods.advance({ id: periodId, to: 'scoring', version: 1 })
    const cast: Voted['cast'] = (voter, given) => as(voter).scores.castBallot({ periodId, votes: [...given].map(([ratee, band]) => ({ staffId: ids.get(ratee) ?? '', band })) })
    const beforehand = await backupOf(console)
    await console.system.backupHere()
    pass(5 * 24 * 60)
    await open()
    let early = ''
    for (const [place, voter] of order.entries()) {
      pass(7)
      await cast(voter, votes.get(voter) ?? new Map())
      if (place % 3 !== 0) continue
      const { name } = await console.system.backupHere()
      if (place === 0) early = path.join(root, 'backups', name)
    }
    pass(60)
    return { app, root, early, beforehand, pass, open, cast, close: async () => as('desk').scores.closeBallots({ periodId, version: (await as('desk').scores.ballotState({ periodId })).version ?? 0 }) }
  }

  const readable = ({ app, root }: Voted) => readableIn(root, dataKey, app.keys)

  test('whoever gave what, the file, its log, the keys and the backups read the same byte for byte', async () => {
    const dice = diceOf(seed, 'P17')
    let compared = 0
    let moved = 0
    for (let town = 0; town < townships; town += 1) {
      const votes = randomVotes(dice)
      const order = dice.shuffled([...votes.keys()])
      let first: { readonly running: object; readonly closed: object } | null = null
      for (let turn = 0; turn < arrangements; turn += 1) {
        const cast = turn === 0 ? votes : rearranged(votes, dice)
        moved += differences(votes, cast)
        const run = await voted(cast, order)
        await run.close()
        const running = readable(run)
        run.app.close()
        const seen = { running, closed: readable(run) }
        // That of before the voting, and the new one.
        expect(Object.keys(running).filter((name) => name.endsWith('.twbak'))).toHaveLength(2)
        first ??= seen
        expect(seen).toEqual(first)
        compared += 1
      }
    }
    expect(moved).toBeGreaterThan(townships * arrangements)
    console.log(figuresLine('P17', { seed, townships, arrangements: compared, choicesMoved: moved, differences: 0 }))
  })

  test('what is left holds no count of before the last ballot', async () => {
    const dice = diceOf(seed, 'P17 counts')
    const votes = randomVotes(dice)
    const run = await voted(votes, [...votes.keys()])
    await run.close()
    const rows = run.app.read().select().from(peerCount).all()
    expect(rows.reduce((sum, { votes: given }) => sum + given, 0)).toBe(rooms.reduce((sum, room) => sum + room.length * (room.length - 1), 0))
    const log = loggedPages(readFileSync(path.join(run.root, 'township.db-wal')), run.app.keys.database)
    const pages = pagesOf(readFileSync(path.join(run.root, 'township.db')), run.app.keys.database)
    const periodId = requirePeriod(run.app.read(), code).id
    const counted = [...pages, ...log.map(({ content }) => content)].filter((page) => page.includes(`${periodId}${rows[0]?.staffId ?? ''}`))
    // The page of the counts, and that of the roll.
    expect(counted.length).toBeLessThanOrEqual(2)
    run.app.close()
  })

  test('a voter whose assignment is corrected away meanwhile leaves no vote that tells what he or somebody else gave', async () => {
    const votes: Votes = new Map([['B1', new Map([['B2', 'C']])], ['B2', new Map([['B1', 'A'], ['H2', 'B']])]])
    const run = await voted(votes, ['B1', 'B2'])
    const idOf = (name: string) => run.app.read().select().from(staff).where(eq(staff.code, name)).get()?.id ?? ''
    run.app.mutate({ actor: 'desk', action: 'test', areas: [], write: (tx) => tx.update(assignment).set({ to: '2026-03-20' }).where(eq(assignment.staffId, idOf('B2'))).run(), audit: () => ({ subject: null, detail: {} }) })
    await run.close()
    const rows = run.app.read().select().from(peerCount).all()
    expect(rows.filter(({ band }) => band !== '')).toEqual([])
    expect(rows.filter(({ staffId }) => staffId === idOf('B2'))).toMatchObject([{ band: '', votes: 3 }])
    run.app.close()
  })

  test('a voting that a restore took back is cleared with the next one: no file of it stays, and none of before it goes', async () => {
    const dice = diceOf(seed, 'P17 restore')
    const votes = randomVotes(dice)
    const run = await voted(votes, [...votes.keys()])
    const console = clientOf(run.app, { kind: 'console' })
    const inFolder = () => [...readdirSync(path.join(run.root, 'backups')).filter((name) => name.endsWith('.twbak')), ...readdirSync(run.root).filter((name) => name.includes('before-restore'))]
    const isBeforehand = (name: string) => name.startsWith('township-20260401')
    const voting = inFolder().filter((name) => !isBeforehand(name))
    const { kept } = await restoreFrom(console, run.beforehand)
    run.pass(5 * 24 * 60)
    await run.open()
    await run.cast('A1', new Map([['A2', 'A']]))
    expect(inFolder()).toEqual(expect.arrayContaining([...voting, kept]))
    await run.close()
    expect(inFolder().filter((name) => voting.includes(name) || name === kept)).toEqual([])
    expect([voting.length > 1, inFolder().filter(isBeforehand).length, inFolder().length]).toEqual([true, 1, 2])
    run.app.close()
  })

  test('control: closed in the rows alone, the same comparison tells arrangements apart', async () => {
    const dice = diceOf(seed, 'P17 control')
    const votes = randomVotes(dice)
    const order = [...votes.keys()]
    const seen = []
    for (const cast of [votes, rearranged(votes, dice)]) {
      const run = await voted(cast, order)
      run.app.mutate({
        actor: 'desk', action: 'test', areas: [], audit: () => ({ subject: null, detail: {} }),
        write(tx) {
          const row = requirePeriod(tx, code)
          closeBallot(tx, row, { day: '2026-04-06', by: 'desk' })
          markSealed(tx, '2026-04-06T10:00:00.000Z')
          markCleared(tx, [row.id], '2026-04-06')
        },
      })
      const { 'township.db-wal': log, ...others } = readable(run)
      run.app.close()
      seen.push({ log, backups: Object.entries(others).filter(([name]) => name.endsWith('.twbak')) })
    }
    expect(seen[0]?.log).not.toEqual(seen[1]?.log)
    expect(seen[0]?.backups.length).toBeGreaterThan(1)
    expect(seen[0]?.backups).not.toEqual(seen[1]?.backups)
  })

  test('control: a backup of the voting gives the first ballot away', async () => {
    const dice = diceOf(seed, 'P17 backup')
    const votes = randomVotes(dice)
    const order = [...votes.keys()]
    const run = await voted(votes, order)
    const given = withDatabaseOf(run.early, dataKey, (file) => {
      const { db, close } = openDatabase({ file, keys: run.app.keys, mode: 'open', isCopy: true })
      const codes = new Map(db.select().from(staff).all().map((person) => [person.id, person.code]))
      const rows = db.select().from(peerCount).all().map(({ staffId, band }) => [codes.get(staffId) ?? '', band === '' ? null : band] as const)
      close()
      return new Map(rows)
    })
    expect([...given].sort()).toEqual([...(votes.get(order[0] ?? '') ?? [])].sort())
    run.app.close()
  })
})
