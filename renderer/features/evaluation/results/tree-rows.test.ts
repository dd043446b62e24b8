import { describe, expect, test } from 'vitest'
import { pathsOf, treeMove, treeRows } from './tree-rows.ts'

interface Node {
  readonly label: string
  readonly children: readonly Node[]
}

const leaf = (label: string): Node => ({ label, children: [] })
const tree: Node = { label: '总分', children: [leaf('岗位'), { label: '模块', children: [leaf('M1'), { label: 'M2', children: [leaf('任务')] }] }, { label: '组团', children: [leaf('T1')] }] }

const open = (...paths: string[]) => new Set(paths)
const lines = (paths: ReadonlySet<string>) => treeRows(tree, paths).map(({ node, level, position, siblings, isOpen }) => `${'-'.repeat(level)}${node.label} ${String(position)}/${String(siblings)}${isOpen ? ' open' : ''}`)

test('only what is open shows its children', () => {
  expect(lines(open())).toEqual(['-总分 1/1'])
  expect(lines(open('0', '0.1'))).toEqual(['-总分 1/1 open', '--岗位 1/3', '--模块 2/3 open', '---M1 1/2', '---M2 2/2', '--组团 3/3'])
})

test('paths of what can be opened, down to a level', () => {
  expect(pathsOf(tree)).toEqual(['0', '0.1', '0.1.1', '0.2'])
  expect(pathsOf(tree, 1)).toEqual(['0'])
})

describe('keys', () => {
  const all = open('0', '0.1')
  const after = (at: string, key: string, paths: ReadonlySet<string> = all) => {
    const move = treeMove(treeRows(tree, paths), paths, at, key)
    return move === null ? null : `${move.at} | ${[...move.open].join(' ')}`
  }
  test.each([
    ['0', 'ArrowDown', '0.0 | 0 0.1'],
    ['0', 'ArrowUp', '0 | 0 0.1'],
    ['0.1', 'ArrowRight', '0.1.0 | 0 0.1'],
    ['0.2', 'ArrowRight', '0.2 | 0 0.1 0.2'],
    ['0.0', 'ArrowRight', '0.0 | 0 0.1'],
    ['0.1', 'ArrowLeft', '0.1 | 0'],
    ['0.1.0', 'ArrowLeft', '0.1 | 0 0.1'],
    ['0.1.0', 'End', '0.2 | 0 0.1'],
    ['0.2', 'Home', '0 | 0 0.1'],
    ['0.1', 'Enter', '0.1 | 0'],
    ['0.2', ' ', '0.2 | 0 0.1 0.2'],
    ['0.0', '*', '0.0 | 0 0.1 0.2'],
    ['0', 'ArrowLeft', '0 | 0.1'],
  ])('on %s %s leads to %s', (at, key, moved) => {
    expect(after(at, key)).toBe(moved)
  })
  test('other keys are left alone', () => {
    expect(after('0', 'Tab')).toBeNull()
  })
})
