/** The start of the main process: answers `electron`, then runs the program's own entry, as built. */
import { RPCHandler } from '@orpc/server/message-port'
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MessagePort } from 'node:worker_threads'
import { MessagePortMain, onMessage } from '../ports.ts'
import type { FromPage } from '../wire.ts'
import { BrowserWindow } from './browser-window.ts'
import { operations } from './operations.ts'
import { control, options, pages } from './start-options.ts'

const electron = new URL('./electron.ts', import.meta.url).href
registerHooks({ resolve: (specifier, context, next) => next(specifier === 'electron' ? electron : specifier, context) })

onMessage(pages, hear)
new RPCHandler(operations).upgrade(control)

function hear(message: FromPage, ports: readonly MessagePort[]): void {
  const window = BrowserWindow.byId(message.contents)
  if (window === undefined) return
  if (message.kind === 'loaded') {
    window.webContents.emit('did-finish-load')
    window.emit('ready-to-show')
    return
  }
  void window.webContents.hear(
    message,
    ports.map((port) => new MessagePortMain(port)),
  )
}

const { main }: { readonly main: string } = JSON.parse(readFileSync(path.join(options.program, 'package.json'), 'utf8'))
await import(pathToFileURL(path.join(options.program, main)).href)
