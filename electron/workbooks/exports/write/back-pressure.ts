import { setTimeout as wait } from 'node:timers/promises'
import type { Worksheet } from 'exceljs'

/** Bytes of a sheet that may wait for the package before its maker does. */
const mostWaiting = 1_048_576
/** The library fills a buffer of this size before it hands it on. */
const bufferBytes = 65_536

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** What was written to a streamed sheet and is not yet packed: the library takes all of it at once, and keeps it. */
function waitingBytes(sheet: Worksheet): number {
  const stream: unknown = 'stream' in sheet ? sheet.stream : null
  const ahead = listOf(field(stream, 'pipes')).reduce<number>((sum, pipe) => sum + Number(field(field(pipe, '_writableState'), 'length') ?? 0), 0)
  return listOf(field(stream, 'buffers')).length * bufferBytes + ahead
}

/** Waits until the package has taken most of what was written; `check` throws when it never will. */
export async function untilPacked(sheet: Worksheet, check: () => void): Promise<void> {
  while (waitingBytes(sheet) > mostWaiting) {
    check()
    await wait(1)
  }
}
