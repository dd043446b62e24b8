import { describe, expect, it } from 'vitest'
import { linesNeeded } from './text-width.ts'

describe('lines a text takes', () => {
  // A Chinese character takes 2.3 of the width, a digit 1.16, and the cell keeps 0.3.
  it.each([
    ['岗位赋分', 9.5, 1],
    ['岗位赋分', 9.4, 2],
    ['三支一扶等', 9.6, 2],
    ['', 5, 1],
    ['一\n二', 20, 2],
    ['一\n\n二', 20, 3],
    ['330825198202169773', 10, 3],
    ['长'.repeat(100), 2.6, 100],
  ])('%j in %d: %d', (text, width, lines) => {
    expect(linesNeeded(text, width)).toBe(lines)
  })

  it.each([
    ['a number of a document goes to the next line whole', '清政交〔2026〕186号', 15, 3],
    ['a stop takes the character before it along', '仇春华、叶春晖、余仙华', 14, 3],
    ['a word is not divided', '见T0951和T0952', 9, 2],
    ['brackets hold on to what is in them', '一二三四（五）', 11.8, 2],
  ])('%s', (_, text, width, lines) => {
    expect(linesNeeded(text, width)).toBe(lines)
  })

  it('are counted for the longest text a cell can hold, whatever is in it', () => {
    for (const text of ['（'.repeat(32_767), '('.repeat(32_767), 'x'.repeat(32_767), '一（'.repeat(16_000), '\ud83d'.repeat(32_767)]) expect(linesNeeded(text, 20)).toBeGreaterThan(1_000)
  })
})
