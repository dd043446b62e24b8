import { powerMonitor, type WebContents } from 'electron'
import { desktopChannels } from '../../shared/contract/desktop.ts'
import type { HostProcess } from './host-process.ts'
import type { LockReason } from './host-messages.ts'

/** The page has so long to save its drafts and reload by itself. */
const graceMs = 1_000

/** Linux tells no lock of the screen, it only answers; so often it is asked. */
const askEveryMs = 5_000
const idleSeconds = 60

/** Locked is locked: the host drops the session at once, then the page goes, if need be by force. */
export function lockNow(host: HostProcess, page: WebContents, reason: LockReason): void {
  host.lock(reason)
  if (page.isDestroyed()) return
  page.send(desktopChannels.lock)
  const spare = () => clearTimeout(timer)
  const timer = setTimeout(() => {
    if (page.isDestroyed()) return
    page.off('did-navigate', spare)
    page.reload()
  }, graceMs)
  page.once('did-navigate', spare)
}

/** Locks with the screen and before the machine sleeps. */
export function lockWithSystem(lock: (reason: LockReason) => void): void {
  powerMonitor.on('lock-screen', () => lock('screen'))
  powerMonitor.on('suspend', () => lock('suspend'))
  if (process.platform === 'linux') lockWhenFoundLocked(lock)
}

function lockWhenFoundLocked(lock: (reason: LockReason) => void): void {
  let wasLocked = false
  setInterval(() => {
    const isLocked = powerMonitor.getSystemIdleState(idleSeconds) === 'locked'
    if (isLocked && !wasLocked) lock('screen')
    wasLocked = isLocked
  }, askEveryMs).unref()
}
