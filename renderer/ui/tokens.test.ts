import { describe, expect, test } from 'vitest'
import { colours, cssVariables, lightColours, moduleHues } from './tokens.ts'

function linear(hex: string): readonly [number, number, number] {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** WCAG 2 relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** Lightness of OKLab, 0 to 1. */
function lightness(hex: string): number {
  const [r, g, b] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
}

describe('every colour of words can be read', () => {
  const grounds = [colours.surface, colours.canvas, colours.head]
  const words = [colours.ink, colours.inkSecond, colours.inkThird, colours.accent, colours.bad, colours.warn, colours.good, ...Object.values(lightColours).map(({ word }) => word)]
  test.each(words.flatMap((word) => grounds.map((ground) => ({ word, ground }))))('$word on $ground is AA', ({ word, ground }) => {
    expect(contrast(word, ground)).toBeGreaterThanOrEqual(4.5)
  })
  test.each([
    [colours.bad, colours.badWash],
    [colours.warn, colours.warnWash],
    [colours.good, colours.goodWash],
    [colours.accent, colours.accentWash],
  ])('%s on its wash %s is AA', (word, wash) => {
    expect(contrast(word, wash)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('module hues', () => {
  test.each(moduleHues)('%s is AA on white', (hue) => {
    expect(contrast(hue, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  })
  test('are equally light', () => {
    const all = moduleHues.map(lightness)
    expect(Math.max(...all) - Math.min(...all)).toBeLessThan(0.02)
  })
})

test('the style sheets find their variables', () => {
  const css = cssVariables('compact')
  expect(css).toContain('--ui-accent-wash:#e8eef7;')
  expect(css).toContain('--ui-row:28px;')
})
