import type { ReactNode } from 'react'
import './tags.css'
import { colours, moduleHues } from './tokens.ts'

/** The hue of a module without a colour of its own, by its order (0 is the first module). */
export function moduleHue(order: number): string {
  return moduleHues[order % moduleHues.length] ?? colours.inkThird
}

export interface ModuleMarkProps {
  readonly name: string
  /** The module's own colour `#rrggbb`, or null: then a neutral line. */
  readonly colour: string | null
}

/** A thin mark in the module's hue beside its name. */
export function ModuleMark({ name, colour }: ModuleMarkProps): ReactNode {
  return (
    <span className="ui-module">
      <span className="ui-module-line" style={{ background: colour ?? colours.inkThird }} aria-hidden="true" />
      {name}
    </span>
  )
}
