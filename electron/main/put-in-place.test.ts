import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OpenElsewhere, putInPlace } from './put-in-place.ts'

vi.mock('node:fs/promises', async (original) => ({ ...(await original<typeof fs>()), rename: vi.fn((await original<typeof fs>()).rename) }))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'place-'))
  writeFileSync(path.join(folder, 'new.part'), 'new')
  writeFileSync(path.join(folder, '台账.xlsx'), 'old')
})
afterEach(() => {
  vi.mocked(fs.rename).mockReset()
  rmSync(folder, { recursive: true })
})

const put = (target = '台账.xlsx') => putInPlace(path.join(folder, 'new.part'), path.join(folder, target))
const found = () => readFileSync(path.join(folder, '台账.xlsx'), 'utf8')

test('a whole file takes the place of the older one, or of none', async () => {
  await put()
  expect([found(), readdirSync(folder)]).toEqual(['new', ['台账.xlsx']])
})

test.each(['~$台账.xlsx', '.~台账.xlsx', '.~lock.台账.xlsx#'])('beside %s it is open in another program, and the older one stands; one of another name does not matter', async (sign) => {
  writeFileSync(path.join(folder, sign), '')
  await expect(put()).rejects.toThrow(OpenElsewhere)
  expect([found(), readdirSync(folder).includes('new.part')]).toEqual(['old', true])
  await put('另存.xlsx')
  expect(readFileSync(path.join(folder, '另存.xlsx'), 'utf8')).toBe('new')
})

test('on Windows a sign left over from a program that crashed does not matter: the system tells', async () => {
  const platform = vi.spyOn(process, 'platform', 'get').mockReturnValue('win32')
  writeFileSync(path.join(folder, '~$台账.xlsx'), '')
  await put().finally(() => platform.mockRestore())
  expect(found()).toBe('new')
})

test.each(['EBUSY', 'EPERM', 'EACCES'])('%s over a file is a file that is open; where there is none it is what the system says', async (code) => {
  const refusal = Object.assign(new Error(code), { code })
  vi.mocked(fs.rename).mockRejectedValue(refusal)
  await expect(put()).rejects.toThrow(OpenElsewhere)
  await expect(put('另存.xlsx')).rejects.toBe(refusal)
  expect(found()).toBe('old')
})
