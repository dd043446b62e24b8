import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, type ElectronApplication, type Page } from 'playwright/test'

/** What a user does beside the page: chooses a file, says where one goes, has something on the clipboard. */
export interface Desk {
  /** Chooses a file, or many, in the dialog that the press opens. */
  readonly openFile: (file: string | readonly string[], press: () => Promise<void>) => Promise<void>
  /** Puts the file that the press offers into a folder, and gives where it lies. */
  readonly saveFile: (folder: string, press: () => Promise<void>) => Promise<string>
  readonly copy: (text: string) => Promise<void>
  readonly copied: () => Promise<string>
}

const desks = new WeakMap<Page, Desk>()

/** The desk around a page. */
export function deskOf(page: Page): Desk {
  return desks.get(page) ?? browserDesk(page)
}

/** From now on the page stands on the desk of Electron. */
export function putOnElectron(page: Page, application: ElectronApplication): void {
  desks.set(page, electronDesk(application))
}

/** Needs the permissions `clipboard-read` and `clipboard-write`. */
function browserDesk(page: Page): Desk {
  return {
    async openFile(file, press) {
      const chooser = page.waitForEvent('filechooser')
      await press()
      await (await chooser).setFiles(typeof file === 'string' ? file : [...file])
    },
    async saveFile(folder, press) {
      const download = page.waitForEvent('download', { timeout: 60_000 })
      await press()
      const file = await download
      const saved = path.join(folder, file.suggestedFilename())
      await file.saveAs(saved)
      return saved
    },
    copy: (text) => page.evaluate((copied) => navigator.clipboard.writeText(copied), text),
    copied: () => page.evaluate(() => navigator.clipboard.readText()),
  }
}

/** The system's dialogs cannot be pressed by a test: they are answered in their place. */
function electronDesk(application: ElectronApplication): Desk {
  return {
    async openFile(file, press) {
      await application.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: chosen })
      }, [file].flat())
      await press()
    },
    async saveFile(folder, press) {
      const before = readdirSync(folder)
      const added = () => readdirSync(folder).filter((name) => !before.includes(name) && !name.endsWith('.part'))
      await application.evaluate(({ dialog }, into) => {
        const { join, basename } = process.getBuiltinModule('node:path')
        dialog.showSaveDialog = (...given: unknown[]) => {
          const options = given.at(-1)
          const suggested = typeof options === 'object' && options !== null && 'defaultPath' in options ? String(options.defaultPath) : ''
          return Promise.resolve({ canceled: false, filePath: join(into, basename(suggested)) })
        }
      }, folder)
      await press()
      await expect.poll(added, { timeout: 60_000 }).toHaveLength(1)
      return path.join(folder, added()[0] ?? '')
    },
    copy: (text) => application.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text),
    copied: () => application.evaluate(({ clipboard }) => clipboard.readText()),
  }
}
