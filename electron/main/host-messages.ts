import { z } from 'zod'

/** What main tells the host; a port travels with `port` and `worker`. */
export type ToHost =
  | { readonly kind: 'port' }
  | { readonly kind: 'lock'; readonly reason: LockReason }
  | { readonly kind: 'close' }
  | { readonly kind: 'worker'; readonly id: string }
  | { readonly kind: 'worker-exit'; readonly id: string; readonly code: number | null; readonly signal: 'SIGABRT' | null }
  | { readonly kind: 'worker-memory'; readonly id: string; readonly request: number; readonly bytes: number | null }

export type LockReason = 'screen' | 'suspend' | 'command'

const fromHost = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('worker'), id: z.string(), entry: z.string(), heapMegabytes: z.int().positive() }),
  z.object({ kind: z.literal('worker-kill'), id: z.string() }),
  z.object({ kind: z.literal('worker-memory'), id: z.string(), request: z.int() }),
])

/** What the host tells main. */
export type FromHost = Readonly<z.infer<typeof fromHost>>

/** A message of the host; null for anything else. */
export function readFromHost(message: unknown): FromHost | null {
  const parsed = fromHost.safeParse(message)
  return parsed.success ? parsed.data : null
}
