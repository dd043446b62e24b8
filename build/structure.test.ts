import { describe, expect, test } from 'vitest'
import { faultsOf } from './structure.js'

const manyRooms = new Map(Array.from({ length: 13 }, (_, at) => [`electron/host/room${String(at)}/a.ts`, []]))
const manyLoose = new Map(Array.from({ length: 16 }, (_, at) => [`shared/contract/a${String(at)}.ts`, []]))

describe('the structure', () => {
  test('of files that import each other in one direction has no fault', () => {
    expect(faultsOf(new Map([['electron/core/tasks/tasks/a.ts', ['electron/core/people/b.ts']], ['electron/core/people/b.ts', ['electron/core/app/c.ts']], ['electron/core/app/c.ts', []]]))).toEqual([])
  })

  test.each<[string, ReadonlyMap<string, readonly string[]>, RegExp]>([
    ['a circle of files', new Map([['electron/db/a.ts', ['electron/db/b.ts']], ['electron/db/b.ts', ['electron/db/c.ts']], ['electron/db/c.ts', ['electron/db/a.ts']]]), /^circle of files: .*a\.ts.*b\.ts.*c\.ts/],
    ['a circle of rooms', new Map([['electron/host/x/a.ts', ['electron/host/y/b.ts']], ['electron/host/y/b.ts', []], ['electron/host/y/c.ts', ['electron/host/x/d.ts']], ['electron/host/x/d.ts', []]]), /^circle of rooms in electron\/host: x, y$/],
    ['an import of a higher district', new Map([['shared/domain/people/a.ts', ['shared/domain/plans/b.ts']], ['shared/domain/plans/b.ts', []]]), /people stands below plans; on shared\/domain it may import: cells, pinyin/],
    ['an import of a later room', new Map([['electron/core/tasks/meetings/a.ts', ['electron/core/tasks/groups/b.ts']], ['electron/core/tasks/groups/b.ts', []]]), /tasks\/meetings stands below tasks\/groups/],
    ['a folder that is no district', new Map([['renderer/features/misc/a.ts', []]]), /stands in no district/],
    ['a folder that is no room', new Map([['electron/core/tasks/misc/a.ts', []]]), /stands in no district or room/],
    ['too many rooms', manyRooms, /^electron\/host has 13 rooms, at most 12/],
    ['too many loose files in the contract', manyLoose, /^shared\/contract has 16 loose files, at most 15$/],
  ])('tells %s', (_, imports, fault) => {
    expect(faultsOf(imports).some((one) => fault.test(one)), faultsOf(imports).join('\n')).toBe(true)
  })
})
