/**
 * What the window asks of the desktop around it. Electron's preload exposes it as `window.desktop` (`DesktopBridge`);
 * in a browser the page brings its own `Desktop`. Features ask it, never where they run. No key or secret passes here.
 */
export interface Desktop {
  /** Lets the user choose one file and reads it. */
  readonly openFile: (choice: FileChoice) => Promise<OpenedFile>
  /** The same of up to `mostFiles` files, together no more than `largestFile`; one that cannot be read says so, and the others are there. */
  readonly openFiles: (choice: FileChoice) => Promise<OpenedFiles>
  /** Lets the user choose where the file goes and writes it, whole or not at all. */
  readonly saveFile: (file: FileToSave) => Promise<SavedFile>
  /** Lets the user choose where a large file goes, to be written as it comes: whole or not at all, and never in memory. */
  readonly saveLarge: (suggestedName: string) => Promise<LargeSave>
  /** Prints the page as its print styles show it, after the system's print dialog; `paper` where its own styles say how it lies. */
  readonly print: (paper?: PaperChoice) => Promise<PrintEnd>
  /** Saves what would be printed as a PDF, in the sizes of its print styles, where the user says. A browser leaves that to its print dialog. */
  readonly savePdf: (suggestedName: string) => Promise<SavedPdf>
  /** A notice of the operating system: no name of a person, no ID number. A click brings the window to the front. */
  readonly notify: (notice: Notice) => void
  /**
   * The screen is locked, the machine goes to sleep, or the user locks by the menu: the session is already gone.
   * Save drafts and reload; a page that is still there a second later is reloaded. Returns what ends the listening.
   */
  readonly onLock: (listener: () => void) => () => void
}

/** The desktop of Electron, which also hands the page its way to the data. */
export interface DesktopBridge extends Desktop {
  /**
   * Asks for a port to the host: it arrives as a `message` event of the window itself, whose data is `portMessage`,
   * with the port alone in `ports`. To ask again after the port's `close` gives a new one, which needs a new login.
   */
  readonly requestPort: () => void
}

/** The data of the window's message that carries the port. */
export const portMessage = 'township:port'

/** In bytes, of one file or of all that are chosen together. No workbook, backup or handout of a township comes near; more would only fill the memory. */
export const largestFile = 512 * 1024 * 1024

/** How many files are chosen together at most: many times the score books that a township gets back. */
export const mostFiles = 500

export interface FileKind {
  /** What the chooser calls it: 工作簿. */
  readonly label: string
  /** Without a dot: `xlsx`. */
  readonly extensions: readonly string[]
}

export interface FileChoice {
  readonly title: string
  readonly accept: readonly FileKind[]
}

export interface FileToSave {
  /** A file name without folders; characters no file system takes are replaced. */
  readonly suggestedName: string
  readonly bytes: Uint8Array
}

export interface Notice {
  readonly title: string
  readonly body: string
}

/** `reason` is one sentence for the user, with the way out. */
export type OpenedFile = { readonly kind: 'opened'; readonly name: string; readonly bytes: Uint8Array } | { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly reason: string }

export type OpenedFiles = { readonly kind: 'opened'; readonly files: readonly ChosenFile[] } | { readonly kind: 'cancelled' }

/** `reason` as of `OpenedFile`. */
export type ChosenFile = { readonly kind: 'read'; readonly name: string; readonly bytes: Uint8Array } | { readonly kind: 'unread'; readonly name: string; readonly reason: string }

export type SavedFile = { readonly kind: 'saved'; readonly name: string } | { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly reason: string }

/** A large file on its way. `write` gives false when nothing more can be written; `finish` says why. */
export type LargeSave =
  | { readonly kind: 'begun'; readonly write: (bytes: Uint8Array) => Promise<boolean>; readonly finish: () => Promise<SavedFile>; readonly abandon: () => Promise<void> }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string }

/** The same between the preload and Electron's main process. */
export type BegunSave = { readonly kind: 'begun'; readonly id: string } | Exclude<LargeSave, { kind: 'begun' }>

/** Pages that bring their own margins, as A4 lies in the printer. */
export interface PaperChoice {
  readonly orientation: 'landscape' | 'portrait'
}

/** `asked`: the print dialog was shown, in which a PDF can be chosen. */
export type SavedPdf = SavedFile | { readonly kind: 'asked' }

export type PrintEnd = { readonly kind: 'printed' } | { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly reason: string }

/** The messages between Electron's main process and the preload; nobody else sends or hears them. */
export const desktopChannels = {
  openFile: 'desktop:open-file',
  openFiles: 'desktop:open-files',
  saveFile: 'desktop:save-file',
  beginSave: 'desktop:begin-save',
  writeSave: 'desktop:write-save',
  endSave: 'desktop:end-save',
  print: 'desktop:print',
  savePdf: 'desktop:save-pdf',
  notify: 'desktop:notify',
  requestPort: 'desktop:request-port',
  port: 'desktop:port',
  lock: 'desktop:lock',
} as const
