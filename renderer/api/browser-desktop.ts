import type { Desktop, FileChoice, OpenedFile, OpenedFiles, SavedFile } from '../../shared/contract/desktop.ts'
import { readChosen, type Choosable } from '../../shared/contract/read-chosen.ts'
import { chosenFileWords } from './vocabulary.ts'

/** The desktop of a browser: its own file chooser, downloads, print dialog and notices. */
export const browserDesktop: Desktop = {
  openFile,
  openFiles,
  saveFile: ({ suggestedName, bytes }) => download(suggestedName, new Blob([new Uint8Array(bytes)])),
  saveLarge(suggestedName) {
    // The browser keeps blobs outside the page, large ones on the disk.
    let parts: Blob[] = []
    return Promise.resolve({
      kind: 'begun',
      write(bytes) {
        parts.push(new Blob([new Uint8Array(bytes)]))
        return Promise.resolve(true)
      },
      finish: () => download(suggestedName, new Blob(parts)),
      abandon() {
        parts = []
        return Promise.resolve()
      },
    })
  },
  print() {
    window.print()
    return Promise.resolve({ kind: 'printed' })
  },
  savePdf(suggestedName) {
    // The dialog suggests the title of the window as the name of the file.
    const title = document.title
    document.title = suggestedName.replace(/\.pdf$/, '')
    window.print()
    document.title = title
    return Promise.resolve({ kind: 'asked' })
  },
  notify({ title, body }) {
    if ('Notification' in window && Notification.permission === 'granted') new Notification(title, { body })
  },
  onLock: () => () => undefined,
}

/** Hands the file to the browser, which does not tell what becomes of it. */
function download(name: string, content: Blob): Promise<SavedFile> {
  const address = URL.createObjectURL(content)
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return Promise.resolve({ kind: 'saved', name })
}

async function openFile(choice: FileChoice): Promise<OpenedFile> {
  const [chosen] = await readChosen((await askWhich(choice, false)).map(choosable), chosenFileWords)
  if (chosen === undefined) return { kind: 'cancelled' }
  return chosen.kind === 'read' ? { kind: 'opened', name: chosen.name, bytes: chosen.bytes } : { kind: 'failed', reason: chosen.reason }
}

async function openFiles(choice: FileChoice): Promise<OpenedFiles> {
  const wanted = await askWhich(choice, true)
  return wanted.length === 0 ? { kind: 'cancelled' } : { kind: 'opened', files: await readChosen(wanted.map(choosable), chosenFileWords) }
}

function askWhich({ accept }: FileChoice, multiple: boolean): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = multiple
  input.accept = accept.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)).join(',')
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve([]))
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.click()
  })
}

function choosable(file: File): Choosable {
  return { name: file.name, size: () => Promise.resolve(file.size), bytes: async () => new Uint8Array(await file.arrayBuffer()) }
}
