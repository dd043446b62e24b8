import { session, type Session } from 'electron'
import { pageScheme } from './origin.ts'

/**
 * The session of the window. It lives in memory: no cookie, cache or storage of the page ever reaches the disk.
 * To be called once the app is ready.
 */
export function openPageSession(): Session {
  return session.fromPartition('window')
}

/** Takes every right away from a session: permissions, devices, downloads, spelling dictionaries, the network. */
export function confineSession(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  // An empty answer to a request for a picture would throw in main; no answer is the refusal.
  target.setDisplayMediaRequestHandler((_request, decide) => decide(null))
  target.setSpellCheckerEnabled(false)
  target.on('will-download', (event) => event.preventDefault())
  target.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !isLocal(request.url) }))
}

/** Our own files, and what the page holds in memory itself; the tools of the developer are Chromium's own files. */
function isLocal(address: string): boolean {
  return new Set([`${pageScheme}:`, 'blob:', 'data:', 'devtools:']).has(new URL(address).protocol)
}
