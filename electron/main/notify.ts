import { Notification, type BrowserWindow } from 'electron'
import type { Notice } from '../../shared/contract/desktop.ts'
import { bringToFront } from './page-window.ts'

/** Shows a notice of the system; a machine without them shows none. */
export function showNotice(window: BrowserWindow, notice: Notice): void {
  if (!Notification.isSupported()) return
  const notification = new Notification({ title: notice.title, body: notice.body })
  notification.on('click', () => bringToFront(window))
  notification.show()
}
