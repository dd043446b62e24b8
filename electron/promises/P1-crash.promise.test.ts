import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diceOf } from '../core/desk/demo/dice.ts'
import { emptyDemo } from '../core/desk/demo/demo.ts'
import { consolePassword } from '../core/testing/township.testing.ts'
import type { DataFolder } from '../db/data-folder.ts'
import type { LocalConnection } from '../host/connect.ts'
import { readLock } from '../host/lock-file.ts'
import { layGround, lossesOf, readKept, writeTooEarly, writeUntilDeath, type Acknowledged, type Ground, type Losses } from './ledger.testing.ts'
import { figuresLine, isFull, makeTownship, newBench, startService, type Bench, type Service } from './program.testing.ts'

const cycles = isFull ? 1000 : 50
/** A township is left for a new one after so many crashes, so that reading all of it back stays quick. */
const cyclesPerTownship = 50
const seed = Number(process.env['TOWNSHIP_SEED'] ?? 20260406)

describe('P1: what is acknowledged survives a crash', () => {
  let bench: Bench
  beforeEach(() => {
    bench = newBench()
  })
  afterEach(() => bench.dispose())

  async function login(service: Service): Promise<LocalConnection> {
    const connection = await service.connect()
    await connection.client.session.login({ kind: 'console', password: consolePassword })
    return connection
  }

  /** Starts the service and lays what rows hang on. */
  async function firstService(name: string): Promise<{ readonly folder: DataFolder; readonly keyFile: string; readonly ground: Ground; readonly service: Service }> {
    const { folder } = await makeTownship(bench.at(name), emptyDemo())
    const keyFile = bench.keyFile(consolePassword)
    const service = await startService(bench, folder, keyFile)
    const connection = await login(service)
    const ground = await layGround(connection.client)
    connection.close()
    return { folder, keyFile, ground, service }
  }

  /** Takes over from a host that died, and looks at everything it left. */
  async function takeOver(folder: DataFolder, keyFile: string, dead: number): Promise<Service> {
    expect(readLock(folder)?.pid).toBe(dead)
    const service = await startService(bench, folder, keyFile)
    expect(readLock(folder)?.pid).toBe(service.pid)
    return service
  }

  async function lossesAt(service: Service, acknowledged: readonly Acknowledged[]): Promise<Losses> {
    const connection = await login(service)
    const report = await connection.client.system.check()
    expect([report.integrity, report.foreignKeys]).toEqual(['ok', 'ok'])
    const losses = lossesOf(acknowledged, await readKept(connection.client))
    connection.close()
    return losses
  }

  test(
    `kill -9 in a write loop: ${cycles} cycles, nothing lost`,
    async () => {
      const dice = diceOf(seed, 'crash')
      const began = performance.now()
      const total = { acknowledged: 0, lost: 0, withoutAudit: 0, withoutRow: 0, takenOver: 0 }
      for (let done = 0; done < cycles; ) {
        const first = await firstService(`township-${done}`)
        const acknowledged: Acknowledged[] = []
        let { service } = first
        for (let cycle = 0; cycle < cyclesPerTownship && done < cycles; cycle += 1, done += 1) {
          const connections = [await login(service), await login(service)]
          const death = Promise.withResolvers<void>()
          const writers = Promise.all(
            [...connections, ...connections].map((connection, writer) =>
              writeUntilDeath(
                { connection, ground: first.ground, dice: diceOf(seed, `writer ${done} ${writer}`), prefix: `行-${done}-${writer}`, keep: (row) => void acknowledged.push(row) },
                death.promise,
              ),
            ),
          )
          const crash = async () => {
            await wait(dice.between(5, 400))
            await service.crash()
            death.resolve()
          }
          await Promise.all([writers, crash()])
          service = await takeOver(first.folder, first.keyFile, service.pid)
          total.takenOver += 1
          const losses = await lossesAt(service, acknowledged)
          expect({ cycle: done, ...losses }).toEqual({ cycle: done, lost: 0, withoutAudit: 0, withoutRow: 0 })
        }
        total.acknowledged += acknowledged.length
        await service.stop()
        expect(existsSync(first.folder.lock)).toBe(false)
      }
      console.log(figuresLine('P1', { seed, cycles, ...total, seconds: Math.round((performance.now() - began) / 1000) }))
      expect(total.acknowledged).toBeGreaterThan(cycles)
    },
    isFull ? 3 * 3_600_000 : 600_000,
  )

  test('control: a program that acknowledges before the commit is caught', async () => {
    const { folder, keyFile, ground, service } = await firstService('too-early')
    const acknowledged: Acknowledged[] = []
    const connection = await login(service)
    await writeTooEarly({ connection, ground, dice: diceOf(seed, 'too early'), prefix: '早', keep: (row) => void acknowledged.push(row) }, 300)
    await service.crash()
    const next = await takeOver(folder, keyFile, service.pid)
    const losses = await lossesAt(next, acknowledged)
    await next.stop()
    console.log(figuresLine('P1 control', { acknowledgedTooEarly: acknowledged.length, ...losses }))
    expect(losses.lost).toBeGreaterThan(0)
    expect([losses.withoutAudit, losses.withoutRow]).toEqual([0, 0])
  })

  test('control: a row without its audit entry, and an entry without its row, are counted', () => {
    const rows = [
      { kind: 'village' as const, id: '1', name: '甲' },
      { kind: 'task' as const, id: '2', name: '乙' },
    ]
    expect(lossesOf(rows, { rows, audited: new Set(['villages.add 1', 'tasks.draft 2']) })).toEqual({ lost: 0, withoutAudit: 0, withoutRow: 0 })
    expect(lossesOf(rows, { rows, audited: new Set(['villages.add 1', 'tasks.draft 3']) })).toEqual({ lost: 0, withoutAudit: 1, withoutRow: 1 })
  })
})
