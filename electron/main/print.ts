import type { BrowserWindow, WebContents, WebContentsPrintOptions } from 'electron'
import type { PaperChoice, PrintEnd, SavedFile } from '../../shared/contract/desktop.ts'
import { askWhere, writeBeside } from './files.ts'
import { printWords } from './vocabulary.ts'

/** What Electron calls a dialog that the user closed. */
const cancelled = 'Print job canceled'

/** Prints the page through the system's dialog; pages that bring their own margins get the whole sheet. */
export function printPage(contents: WebContents, paper: PaperChoice | null): Promise<PrintEnd> {
  const own: WebContentsPrintOptions = paper === null ? {} : { landscape: paper.orientation === 'landscape', pageSize: 'A4', margins: { marginType: 'none' } }
  return new Promise((resolve) => {
    contents.print({ silent: false, printBackground: true, ...own }, (success, failureReason) => {
      resolve(success ? { kind: 'printed' } : failureReason === cancelled ? { kind: 'cancelled' } : { kind: 'failed', reason: printWords.failed })
    })
  })
}

/** Saves what would be printed as a PDF where the user says: in the sizes of its own styles, whole or not at all. */
export async function savePdf(window: BrowserWindow, suggestedName: string): Promise<SavedFile> {
  const filePath = await askWhere(window, suggestedName)
  if (filePath === null) return { kind: 'cancelled' }
  const bytes = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, margins: { top: 0, bottom: 0, left: 0, right: 0 } }).catch(() => null)
  return bytes === null ? { kind: 'failed', reason: printWords.noPdf } : writeBeside(filePath, bytes)
}
