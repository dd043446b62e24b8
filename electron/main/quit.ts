import { app } from 'electron'
import type { HostProcess } from './host-process.ts'

/** Lets the host close the township before the program ends, however the end was asked for. */
export function closeBeforeQuit(host: HostProcess): void {
  let state: 'running' | 'closing' | 'closed' = 'running'
  app.on('will-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void host.close().then(() => {
      state = 'closed'
      app.quit()
    })
  })
}
