import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { reopenedTownship, type ReopenedTownship } from '../../promises/reopened.testing.ts'
import { thrownCode } from '../../promises/temporary.testing.ts'
import { deriveKeys } from '../../db/derived-keys.ts'
import { diceOf } from '../desk/demo/dice.ts'
import { emptyDemo } from '../desk/demo/demo.ts'
import { checkTownship } from '../township/backups/check.ts'
import { testTownship, type TestTownship } from '../testing/township.testing.ts'
import type { App } from './app.ts'
import { auditHead, verifyAnchor, verifyAudit } from './audit-chain.ts'

const seed = 20260406
const entries = 40
const tamperings = 300

describe('the audit log', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(emptyDemo())
    for (let place = 2; place <= entries; place += 1) note(town.app, `第${place}条`)
  })
  afterAll(() => town.dispose())

  const note = (app: App, subject: string) => app.mutate({ actor: '王芳', action: 'test.note', areas: [], write: () => null, audit: () => ({ subject, detail: { 内容: subject } }) })
  const verify = () => thrownCode(() => verifyAudit(town.app.read(), town.app.keys))
  const raw = () => town.app.database().raw

  /** Changes the log as somebody with the key of the file could, looks what the check says, and undoes it. */
  function verdictAfter(sql: string, check = verify): unknown {
    raw().exec('BEGIN; DROP TRIGGER audit_entry_no_update; DROP TRIGGER audit_entry_no_delete')
    try {
      raw().exec(sql)
      return check()
    } finally {
      raw().exec('ROLLBACK')
    }
  }

  test('stands as it was written', () => {
    expect(verifyAudit(town.app.read(), town.app.keys)).toEqual(auditHead(town.app.read()))
    expect(auditHead(town.app.read()).seq).toBe(entries)
    expect(verdictAfter('SELECT 1')).toBe('done')
  })

  test('is closed to updates and deletions', () => {
    for (const sql of ["UPDATE audit_entry SET actor = '李明' WHERE seq = 3", 'DELETE FROM audit_entry WHERE seq = 3', 'DELETE FROM audit_entry']) {
      expect(() => raw().exec(sql)).toThrow('audit_entry is append-only')
      // Control: without the triggers the same statement goes through, and the chain sees it (a lost tail is the anchor's).
      expect(verdictAfter(sql, () => raw().prepare('SELECT changes()').pluck().get())).not.toBe(0)
    }
    expect([verify(), auditHead(town.app.read()).seq]).toEqual(['done', entries])
  })

  test(`shows ${tamperings} tamperings of single fields, seed ${seed}`, () => {
    const dice = diceOf(seed, 'tampering')
    const unseen: string[] = []
    for (let round = 0; round < tamperings; round += 1) {
      const seq = dice.between(1, entries)
      const column = dice.pick(['at', 'actor', 'action', 'subject', 'detail', 'mac'] as const)
      const value = dice.pick(["''", "'x'", `"${column}" || ' '`, `upper("${column}") || '1'`])
      const sql = `UPDATE audit_entry SET "${column}" = ${value} WHERE seq = ${seq}`
      if (verdictAfter(sql) !== 'audit_broken') unseen.push(sql)
    }
    expect(unseen).toEqual([])
  })

  test.each([
    ['a deleted entry', 'DELETE FROM audit_entry WHERE seq = 17'],
    ['the first entry deleted', 'DELETE FROM audit_entry WHERE seq = 1'],
    ['a gap closed by renumbering', 'DELETE FROM audit_entry WHERE seq = 17; UPDATE audit_entry SET seq = seq - 1 WHERE seq > 17'],
    ['two entries exchanged', 'UPDATE audit_entry SET seq = -1 WHERE seq = 5; UPDATE audit_entry SET seq = 5 WHERE seq = 6; UPDATE audit_entry SET seq = 6 WHERE seq = -1'],
    ['an entry doubled', `INSERT INTO audit_entry SELECT ${entries + 1}, at, actor, action, subject, detail, mac FROM audit_entry WHERE seq = ${entries}`],
    ['an entry replaced, which fires no trigger', "INSERT OR REPLACE INTO audit_entry SELECT seq, at, '李明', action, subject, detail, mac FROM audit_entry WHERE seq = 9"],
  ])('%s shows', (_, sql) => {
    expect(verdictAfter(sql)).toBe('audit_broken')
  })

  test('of another township’s key shows', () => {
    expect(thrownCode(() => verifyAudit(town.app.read(), deriveKeys(Buffer.alloc(32, 9))))).toBe('audit_broken')
  })
})

describe('the anchor outside the file', () => {
  let town: ReopenedTownship
  beforeEach(async () => {
    town = await reopenedTownship(emptyDemo())
  })

  const note = () => town.app().mutate({ actor: '王芳', action: 'test.note', areas: [], write: () => null, audit: () => ({ subject: town.app().environment.newId(), detail: {} }) })
  const check = () => thrownCode(() => checkTownship(town.app()))
  const cutTail = (from: number) => town.app().database().raw.exec(`DROP TRIGGER audit_entry_no_delete; DELETE FROM audit_entry WHERE seq >= ${from}`)
  const notes = (count: number) => Array.from({ length: count }, note)

  test('is written when the township is closed and matches a chain that goes on', async () => {
    const app = town.app()
    expect(verifyAnchor(town.folder.anchor, app.read(), app.keys)).toBe('matches')
    expect(verifyAnchor(`${town.folder.anchor}-none`, app.read(), app.keys)).toBe('none')
    note()
    await town.reopen()
    note()
    expect(checkTownship(town.app()).anchor).toBe('matches')
  })

  test('shows a cut tail, which the chain alone does not', async () => {
    notes(5)
    await town.reopen()
    cutTail(4)
    expect(thrownCode(() => verifyAudit(town.app().read(), town.app().keys))).toBe('done')
    expect(check()).toBe('audit_broken')
  })

  test('still shows it after the township was closed and opened, and after more was written', async () => {
    notes(5)
    await town.reopen()
    cutTail(4)
    await town.reopen()
    expect(check()).toBe('audit_broken')
    notes(9)
    await town.reopen()
    expect(check()).toBe('audit_broken')
  })

  test('shows a file replaced by an older copy of itself', async () => {
    const copy = `${town.folder.database}.copy`
    await town.reopen(() => copyFileSync(town.folder.database, copy))
    note()
    await town.reopen(() => copyFileSync(copy, town.folder.database))
    expect(check()).toBe('audit_broken')
    await town.reopen()
    expect(check()).toBe('audit_broken')
    // Control: without the anchor nobody would see it.
    rmSync(town.folder.anchor)
    expect(check()).toBe('done')
  })

  test('that was forged, or is no anchor at all, shows and keeps nothing from closing', async () => {
    note()
    await town.reopen()
    const whole = readFileSync(town.folder.anchor, 'utf8')
    for (const forged of [whole.replace(/"seq":\d+/, '"seq":1'), whole.replace(/"seal":"../, '"seal":"zz'), whole.slice(0, 20), '', '{}', 'null']) {
      await town.reopen(() => writeFileSync(town.folder.anchor, forged))
      expect(check()).toBe('audit_broken')
      await town.reopen()
      expect(check()).toBe('audit_broken')
    }
    await town.reopen(() => writeFileSync(town.folder.anchor, whole))
    expect(checkTownship(town.app()).anchor).toBe('matches')
  })

  test('that was deleted is named, and written anew', async () => {
    await town.reopen()
    rmSync(town.folder.anchor)
    expect(checkTownship(town.app()).anchor).toBe('none')
    await town.reopen()
    expect([existsSync(town.folder.anchor), checkTownship(town.app()).anchor]).toEqual([true, 'matches'])
  })
})
