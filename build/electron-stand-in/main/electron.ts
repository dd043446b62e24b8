/**
 * `electron` as the main process imports it: the parts this program uses, refusing what Electron refuses.
 * A part that is not here is an import that fails. Only this module is stood in; host, database and files are real.
 */
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { ipcMain } from './ipc.ts'
export { MessageChannelMain } from '../ports.ts'
export { protocol, session } from './session.ts'
export { Menu, Notification, dialog, powerMonitor, screen } from './system.ts'
export { utilityProcess } from './utility-process.ts'
