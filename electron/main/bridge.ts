import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent, WebFrameMain } from 'electron'
import { z } from 'zod'
import { desktopChannels } from '../../shared/contract/desktop.ts'
import { openFile, openFiles, saveFile } from './files.ts'
import type { HostProcess } from './host-process.ts'
import { createLargeSaves } from './large-saves.ts'
import { showNotice } from './notify.ts'
import { isOwnFrame } from './origin.ts'
import { printPage, savePdf } from './print.ts'

const fileChoice = z.object({
  title: z.string().max(100),
  accept: z.array(z.object({ label: z.string().max(50), extensions: z.array(z.string().regex(/^[a-z0-9]{1,10}$/)).max(20) })).max(20),
})
const fileToSave = z.object({ suggestedName: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) })
const partToSave = z.object({ id: z.uuid(), bytes: z.instanceof(Uint8Array) })
const endOfSave = z.object({ id: z.uuid(), isWhole: z.boolean() })
const paperChoice = z.object({ orientation: z.enum(['landscape', 'portrait']) }).nullable()
const notice = z.object({ title: z.string().max(100), body: z.string().max(500) })

/** The main side of `window.desktop`. Whoever speaks must be the page itself, and must speak the contract. */
export function answerPage(window: BrowserWindow, host: HostProcess): void {
  const { ipc } = window.webContents

  function requirePage({ senderFrame }: IpcMainInvokeEvent): void {
    if (!isOwnFrame(senderFrame, window.webContents)) throw new Error('refused: not the page of this window')
  }

  function pageOf({ senderFrame }: IpcMainEvent): WebFrameMain | null {
    return isOwnFrame(senderFrame, window.webContents) ? senderFrame : null
  }

  ipc.handle(desktopChannels.openFile, (event, choice: unknown) => {
    requirePage(event)
    return openFile(window, fileChoice.parse(choice))
  })
  ipc.handle(desktopChannels.openFiles, (event, choice: unknown) => {
    requirePage(event)
    return openFiles(window, fileChoice.parse(choice))
  })
  ipc.handle(desktopChannels.saveFile, (event, file: unknown) => {
    requirePage(event)
    return saveFile(window, fileToSave.parse(file))
  })
  const largeSaves = createLargeSaves(window)
  ipc.handle(desktopChannels.beginSave, (event, suggestedName: unknown) => {
    requirePage(event)
    return largeSaves.begin(fileToSave.shape.suggestedName.parse(suggestedName))
  })
  ipc.handle(desktopChannels.writeSave, (event, part: unknown) => {
    requirePage(event)
    const { id, bytes } = partToSave.parse(part)
    return largeSaves.write(id, bytes)
  })
  ipc.handle(desktopChannels.endSave, (event, end: unknown) => {
    requirePage(event)
    const { id, isWhole } = endOfSave.parse(end)
    return largeSaves.end(id, isWhole)
  })
  ipc.handle(desktopChannels.print, (event, paper: unknown) => {
    requirePage(event)
    return printPage(window.webContents, paperChoice.parse(paper))
  })
  ipc.handle(desktopChannels.savePdf, (event, suggestedName: unknown) => {
    requirePage(event)
    return savePdf(window, fileToSave.shape.suggestedName.parse(suggestedName))
  })
  ipc.on(desktopChannels.notify, (event, wanted: unknown) => {
    const read = notice.safeParse(wanted)
    if (pageOf(event) !== null && read.success) showNotice(window, read.data)
  })
  ipc.on(desktopChannels.requestPort, (event) => {
    // The port goes to the very frame that asked, not to what the window may show by then.
    pageOf(event)?.postMessage(desktopChannels.port, null, [host.connect()])
  })
}
