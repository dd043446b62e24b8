import { largestFile, type Desktop, type FileChoice, type OpenedFile, type SavedFile } from '../../shared/contract/desktop.ts'
import { apiWords } from './vocabulary.ts'

/** The desktop of a browser: its own file chooser, downloads, print dialog and notices. */
export const browserDesktop: Desktop = {
  openFile,
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

function download(name: string, content: Blob): Promise<SavedFile> {
  const address = URL.createObjectURL(content)
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return Promise.resolve({ kind: 'saved', name })
}

function openFile({ accept }: FileChoice): Promise<OpenedFile> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)).join(',')
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve({ kind: 'cancelled' }))
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file === undefined) resolve({ kind: 'cancelled' })
      else if (file.size > largestFile) resolve({ kind: 'failed', reason: apiWords.fileTooLarge(file.name, largestFile / 1024 / 1024) })
      else
        void file.arrayBuffer().then(
          (buffer) => resolve({ kind: 'opened', name: file.name, bytes: new Uint8Array(buffer) }),
          () => resolve({ kind: 'failed', reason: apiWords.openFailed }),
        )
    })
    input.click()
  })
}
