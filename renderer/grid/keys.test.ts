import { describe, expect, test } from 'vitest'
import { commandOf } from './keys.ts'

/** `Ctrl+Shift+z` → the key press. */
function press(text: string) {
  const parts = text.split('+')
  const key = parts.at(-1) ?? ''
  return { key, ctrlKey: parts.includes('Ctrl'), metaKey: parts.includes('Meta'), shiftKey: parts.includes('Shift'), altKey: parts.includes('Alt') }
}

describe('commandOf', () => {
  test.each([
    ['ArrowDown', { kind: 'move', rows: 1, columns: 0, extend: false }],
    ['Shift+ArrowLeft', { kind: 'move', rows: 0, columns: -1, extend: true }],
    ['Ctrl+ArrowUp', { kind: 'edge', rows: -1, columns: 0, extend: false }],
    ['Ctrl+Shift+ArrowRight', { kind: 'edge', rows: 0, columns: 1, extend: true }],
    ['Alt+ArrowDown', { kind: 'choices' }],
    ['Alt+ArrowUp', null],
    ['Ctrl+Home', { kind: 'edge', rows: -1, columns: -1, extend: false }],
    ['End', { kind: 'edge', rows: 0, columns: 1, extend: false }],
    ['PageDown', { kind: 'page', direction: 1, extend: false }],
    ['Enter', { kind: 'enter', back: false }],
    ['Shift+Enter', { kind: 'enter', back: true }],
    ['Alt+Enter', { kind: 'open' }],
    ['Shift+Tab', { kind: 'tab', back: true }],
    ['Ctrl+z', { kind: 'undo' }],
    ['Ctrl+Shift+Z', { kind: 'redo' }],
    ['Meta+y', { kind: 'redo' }],
    ['Ctrl+D', { kind: 'fillDown' }],
    ['Ctrl+Shift+L', { kind: 'filter' }],
    ['Shift+F10', { kind: 'menu' }],
    ['F10', null],
    ['Shift+ ', { kind: 'selectRow' }],
    [' ', { kind: 'space' }],
    ['a', null],
    ['中', null],
    ['Ctrl+c', null],
    ['Ctrl+v', null],
    ['Process', null],
  ])('%s', (text, command) => {
    expect(commandOf(press(text))).toEqual(command)
  })
})
