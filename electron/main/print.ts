import type { WebContents } from 'electron'
import type { PrintEnd } from '../../shared/contract/desktop.ts'
import { printWords } from './vocabulary.ts'

/** What Electron calls a dialog that the user closed. */
const cancelled = 'Print job canceled'

/** Prints the page through the system's dialog. */
export function printPage(contents: WebContents): Promise<PrintEnd> {
  return new Promise((resolve) => {
    contents.print({ silent: false, printBackground: true }, (success, failureReason) => {
      resolve(success ? { kind: 'printed' } : failureReason === cancelled ? { kind: 'cancelled' } : { kind: 'failed', reason: printWords.failed })
    })
  })
}
