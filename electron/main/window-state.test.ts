import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { placeWindow, readWindowState, writeWindowState, type WindowState } from './window-state.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const beamer = { x: 1366, y: -200, width: 1920, height: 1040 }
const left: WindowState = { x: 100, y: 50, width: 1200, height: 660, isMaximised: false, zoom: 1 }

test.each<[string, WindowState | null, (typeof laptop)[], object]>([
  ['the first time', null, [laptop, beamer], { width: 1366, height: 728 }],
  ['as it was left', left, [laptop, beamer], { x: 100, y: 50, width: 1200, height: 660 }],
  ['as it was left on the beamer', { ...left, x: 1500, y: -150 }, [laptop, beamer], { x: 1500, y: -150, width: 1200, height: 660 }],
  ['its screen is gone', { ...left, x: 1500, y: -150 }, [laptop], { width: 1200, height: 660 }],
  ['only a sliver left on a screen', { ...left, x: 1300 }, [laptop], { width: 1200, height: 660 }],
  ['its title bar is above the screen', { ...left, y: -40 }, [laptop], { width: 1200, height: 660 }],
  ['larger than the screen is now', { ...left, width: 3000, height: 2000 }, [laptop], { x: 100, y: 50, width: 1366, height: 728 }],
  ['smaller than we can show', { ...left, width: 200, height: 100 }, [laptop], { x: 100, y: 50, width: 1024, height: 640 }],
  ['no screen at all', left, [], { width: 1200, height: 660 }],
])('%s', (_, saved, screens, expected) => {
  expect(placeWindow(saved, screens)).toEqual(expected)
})

test('what is written is read back; anything else is nothing', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'window-state-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'window.json')
  expect(readWindowState(file)).toBeNull()
  writeWindowState(file, left)
  expect([readWindowState(file), readdirSync(folder)]).toEqual([left, ['window.json']])
  for (const text of ['', '{', '[]', '{"x":1}', JSON.stringify({ ...left, width: -5 }), JSON.stringify({ ...left, zoom: 9 }), JSON.stringify({ ...left, x: 1e300 })]) {
    writeFileSync(file, text)
    expect([text, readWindowState(file)]).toEqual([text, null])
  }
})
