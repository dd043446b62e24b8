import { expect, test } from 'vitest'
import { largestFile, mostFiles } from './desktop.ts'
import { readChosen, type Choosable } from './read-chosen.ts'

const words = {
  tooLarge: (name: string, megabytes: number) => `${name} 超过 ${String(megabytes)}`,
  tooMuch: (name: string, megabytes: number) => `${name} 合计超过 ${String(megabytes)}`,
  tooMany: (name: string, most: number) => `${name} 多于 ${String(most)}`,
  unreadable: (name: string) => `${name} 无法读取`,
}

/** A file of that size, which takes none of the memory. */
function file(name: string, size: number): Choosable {
  return { name, size: () => Promise.resolve(size), bytes: () => Promise.resolve(Object.defineProperty(new Uint8Array(0), 'byteLength', { value: size })) }
}

const said = async (files: readonly Choosable[]) => (await readChosen(files, words)).map((chosen) => (chosen.kind === 'read' ? chosen.name : chosen.reason))

test('a file that is too large itself and one that is too much with the others have each a sentence, and a smaller one after it is read', async () => {
  expect(await said([file('大', largestFile + 1), file('一', largestFile - 10), file('二', 11), file('三', 10), file('四', 1)])).toEqual(['大 超过 512', '一', '二 合计超过 512', '三', '四 合计超过 512'])
})

test('nothing is read of what is too large, and one that cannot be read leaves the others', async () => {
  const never = () => Promise.reject(new Error('read'))
  expect(await said([{ ...file('大', largestFile + 1), bytes: never }, { ...file('坏', 1), bytes: never }, { ...file('走了', 1), size: never }, file('好', 1)])).toEqual(['大 超过 512', '坏 无法读取', '走了 无法读取', '好'])
})

test('more than the most are told for what they are', async () => {
  const all = await said(Array.from({ length: mostFiles + 2 }, (_, place) => file(String(place), 1)))
  expect([all.length, all.slice(mostFiles - 1)]).toEqual([mostFiles + 2, [String(mostFiles - 1), `${String(mostFiles)} 多于 ${String(mostFiles)}`, `${String(mostFiles + 1)} 多于 ${String(mostFiles)}`]])
})
