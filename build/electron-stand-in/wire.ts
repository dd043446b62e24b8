/** What passes between the thread of the main process and the pages; ports travel beside. */

/** Who in a window speaks: its page, a frame inside it that shows `url`, or one that is no more. */
export type Speaker = 'page' | 'gone' | { readonly frame: string }

export type FromPage =
  | { readonly kind: 'send'; readonly contents: number; readonly speaker: Speaker; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'invoke'; readonly contents: number; readonly speaker: Speaker; readonly channel: string; readonly args: readonly unknown[]; readonly call: number }
  | { readonly kind: 'loaded'; readonly contents: number }

export type ToPage =
  | { readonly kind: 'load'; readonly contents: number; readonly url: string; readonly document: string; readonly preload: string | null }
  | { readonly kind: 'message'; readonly contents: number; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'answer'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'fault'; readonly call: number; readonly message: string }
  | { readonly kind: 'unload'; readonly contents: number }
  | { readonly kind: 'locked'; readonly file: string }

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How the program is started. */
export interface StartOptions {
  /** The folder with `package.json` and `out/`. */
  readonly program: string
  readonly isPackaged: boolean
  /** The user's home; every folder of the system lies in it. */
  readonly home: string
  readonly argv: readonly string[]
  /** The screens without their task bars, the main one first. */
  readonly workAreas: readonly Rectangle[]
}
