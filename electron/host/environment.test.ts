import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { requireStrongPassword } from '../core/app/login.ts'
import { thrownCode } from '../promises/temporary.testing.ts'
import { nodeEnvironment } from './environment.ts'

function opened() {
  const made = nodeEnvironment()
  onTestFinished(made.release)
  return made
}

test('one-time passwords are strong, differ, and hold nothing that is misread on paper', () => {
  const { environment } = opened()
  const passwords = Array.from({ length: 200 }, environment.newPassword)
  expect(new Set(passwords).size).toBe(200)
  for (const password of passwords) expect([password, thrownCode(() => requireStrongPassword(password)), /[0O1lIi]/.test(password)]).toEqual([password, 'done', false])
  const keys = Array.from({ length: 200 }, environment.newRecoveryKey)
  expect(new Set(keys).size).toBe(200)
  for (const key of keys) expect(key).toMatch(/^([A-HJ-NP-Z2-9]{4}-){7}[A-HJ-NP-Z2-9]{4}$/)
})

test('the product derives keys at N=2^17 r=8 p=1', () => {
  expect(opened().environment.keyCost).toEqual({ N: 131_072, r: 8, p: 1 })
})

test('ids rise with time and moments are in UTC', () => {
  const { environment } = opened()
  const ids = Array.from({ length: 50 }, environment.newId)
  expect(new Set(ids).size).toBe(50)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(environment.now()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/)
})

test('its temporary folder is the owner’s alone and goes with it', () => {
  const { environment, release } = nodeEnvironment()
  expect(statSync(environment.temporary).mode & 0o777).toBe(0o700)
  writeFileSync(path.join(environment.temporary, 'file'), 'x')
  release()
  expect(existsSync(environment.temporary)).toBe(false)
})

test('the next start takes away what a dead process left, and nothing of one that lives', () => {
  const dead = spawnSync(process.execPath, ['-e', 'process.stdout.write(String(process.pid))'], { encoding: 'utf8' }).stdout
  const left = ['work', 'host'].map((purpose) => path.join(tmpdir(), `township-${purpose}-${dead}-abc`))
  const living = opened().environment.temporary
  const stranger = path.join(tmpdir(), `township-other-${dead}-abc`)
  for (const folder of [...left, stranger]) mkdirSync(path.join(folder, 'import-1'), { recursive: true })
  opened()
  expect([...left, living, stranger].map((folder) => existsSync(folder))).toEqual([false, false, true, true])
  rmSync(stranger, { recursive: true })
})
