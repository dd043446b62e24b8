/** The design tokens: every colour, size and distance of the window comes from here. Colours stand on white with at least AA contrast. */

export const colours = {
  ink: '#1f2329',
  inkSecond: '#4a5360',
  inkThird: '#616b79',
  inkDisabled: '#8b94a1',
  accent: '#1f4e8c',
  accentHover: '#173d70',
  accentWash: '#e8eef7',
  accentLine: '#9fb6d6',
  canvas: '#f4f6f8',
  surface: '#ffffff',
  head: '#eef1f5',
  line: '#d3d9e1',
  lineLight: '#e6eaef',
  bad: '#b3261e',
  badWash: '#fcefee',
  warn: '#8a5a00',
  warnWash: '#fdf5e4',
  good: '#1a6b35',
  goodWash: '#edf6f0',
} as const

/** 红黄绿灰: the swatch beside the word, and the word's own colour. */
export const lightColours = {
  red: { swatch: '#c8281f', word: '#b3261e' },
  yellow: { swatch: '#e0a200', word: '#8a5a00' },
  green: { swatch: '#2b8a4b', word: '#1a6b35' },
  grey: { swatch: '#a4acb8', word: '#616b79' },
} as const

/** Seven hues of equal lightness for modules without a colour of their own, in the order of the modules. */
export const moduleHues = ['#a3423e', '#7d4e9d', '#2b66ae', '#187a3b', '#965304', '#037579', '#676b01'] as const

/** Shades for the series of a chart; neighbours differ in lightness too, so that a grey print still tells them apart. */
export const seriesColours = ['#1f4e8c', '#7ba0cf', '#4b5563', '#a9b4c2', '#2e7d6b', '#93c5b8', '#8a6d3b'] as const

export const fontStack = "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"

/** Everything is a multiple of it. */
export const unit = 8

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

/** Heights in px. */
export const sizes = {
  comfortable: { font: 14, row: 32, control: 32, headRow: 34 },
  compact: { font: 13, row: 28, control: 28, headRow: 30 },
} as const satisfies Record<Density, { font: number; row: number; control: number; headRow: number }>

/** The tokens as CSS variables, for the style sheets: `--ui-ink`, `--ui-accent-wash`, `--ui-row` … */
export function cssVariables(density: Density): string {
  const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const colourLines = Object.entries(colours).map(([name, value]) => `--ui-${dashed(name)}:${value};`)
  const size = sizes[density]
  return `:root{${colourLines.join('')}--ui-font:${fontStack};--ui-size:${String(size.font)}px;--ui-row:${String(size.row)}px;--ui-control:${String(size.control)}px;--ui-unit:${String(unit)}px}`
}

export type Light = 'red' | 'yellow' | 'green' | 'grey'
