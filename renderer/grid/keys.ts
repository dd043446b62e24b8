/** What a key means while no cell is being edited. */
export type Command =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: 'page'; readonly direction: 1 | -1; readonly extend: boolean }
  /** To the first or last row or column. */
  | { readonly kind: 'edge'; readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1; readonly extend: boolean }
  | { readonly kind: 'enter'; readonly back: boolean }
  | { readonly kind: 'tab'; readonly back: boolean }
  | { readonly kind: 'edit' | 'clear' | 'clearAndEdit' | 'selectAll' | 'selectRow' | 'undo' | 'redo' | 'fillDown' | 'open' | 'choices' | 'filter' | 'menu' | 'escape' | 'space' }

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const arrows: Readonly<Record<string, readonly [rows: -1 | 0 | 1, columns: -1 | 0 | 1]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const withControl: Readonly<Record<string, Command>> = {
  a: { kind: 'selectAll' },
  z: { kind: 'undo' },
  y: { kind: 'redo' },
  d: { kind: 'fillDown' },
}

/** The command of a key, or null for one that types or means nothing here. Copy, cut and paste come as events of the clipboard instead. */
export function commandOf(press: KeyPress): Command | null {
  const { key, shiftKey: extend, altKey } = press
  const control = press.ctrlKey || press.metaKey
  const arrow = arrows[key]
  if (arrow) {
    const [rows, columns] = arrow
    if (altKey) return key === 'ArrowDown' ? { kind: 'choices' } : null
    return control ? { kind: 'edge', rows, columns, extend } : { kind: 'move', rows, columns, extend }
  }
  if (control) return commandWithControl(key, extend)
  switch (key) {
    case 'Enter':
      return altKey ? { kind: 'open' } : { kind: 'enter', back: extend }
    case 'Tab':
      return { kind: 'tab', back: extend }
    case 'Home':
      return { kind: 'edge', rows: 0, columns: -1, extend }
    case 'End':
      return { kind: 'edge', rows: 0, columns: 1, extend }
    case 'PageUp':
      return { kind: 'page', direction: -1, extend }
    case 'PageDown':
      return { kind: 'page', direction: 1, extend }
    case 'F2':
      return { kind: 'edit' }
    case 'Delete':
      return { kind: 'clear' }
    case 'Backspace':
      return { kind: 'clearAndEdit' }
    case 'Escape':
      return { kind: 'escape' }
    case 'ContextMenu':
      return { kind: 'menu' }
    case 'F10':
      return extend ? { kind: 'menu' } : null
    case ' ':
      return extend ? { kind: 'selectRow' } : { kind: 'space' }
    default:
      return null
  }
}

function commandWithControl(key: string, shift: boolean): Command | null {
  if (key === 'Home') return { kind: 'edge', rows: -1, columns: -1, extend: shift }
  if (key === 'End') return { kind: 'edge', rows: 1, columns: 1, extend: shift }
  const letter = key.toLowerCase()
  if (shift) return letter === 'z' ? { kind: 'redo' } : letter === 'l' ? { kind: 'filter' } : null
  return withControl[letter] ?? null
}
