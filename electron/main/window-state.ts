import type { Rectangle } from 'electron'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const whole = z.int().min(-100_000).max(100_000)

const schema = z.object({
  x: whole,
  y: whole,
  width: whole.positive(),
  height: whole.positive(),
  isMaximised: z.boolean(),
  zoom: z.number().min(1).max(1.5),
})

/** Where the window stood (its size when not maximised) and how large it showed the page. */
export type WindowState = Readonly<z.infer<typeof schema>>

export const smallestWindow = { width: 1024, height: 640 } as const
const usualWindow = { width: 1366, height: 768 } as const

/** So much of the title bar must lie on a screen for a hand to reach it. */
const graspable = { width: 120, height: 32 } as const

/** The state of the last time; null the first time, and for a file that says nothing sensible. */
export function readWindowState(file: string): WindowState | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Keeps the state for the next time; a disk that takes nothing more keeps no window open. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.part`, JSON.stringify(state))
    renameSync(`${file}.part`, file)
  } catch {
    // The next window opens where the last but one stood.
  }
}

/** Size and, where it is still on a screen, position. Without a position the system centres the window. */
export type Placement = { readonly width: number; readonly height: number } & ({ readonly x: number; readonly y: number } | { readonly x?: never; readonly y?: never })

/** Where to open: as it was left, unless that screen is gone or smaller now. `workAreas`: the screens without their task bars, the main one first. */
export function placeWindow(saved: WindowState | null, workAreas: readonly Rectangle[]): Placement {
  const screen = saved === null ? undefined : workAreas.find((area) => isGraspableOn(saved, area))
  const room = screen ?? workAreas[0] ?? { x: 0, y: 0, ...usualWindow }
  const wanted = saved ?? usualWindow
  const width = Math.min(Math.max(wanted.width, smallestWindow.width), room.width)
  const height = Math.min(Math.max(wanted.height, smallestWindow.height), room.height)
  return saved !== null && screen !== undefined ? { x: saved.x, y: saved.y, width, height } : { width, height }
}

function isGraspableOn({ x, y, width }: Rectangle, area: Rectangle): boolean {
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return across >= graspable.width && y >= area.y && y + graspable.height <= area.y + area.height
}
