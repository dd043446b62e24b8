import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { capabilities } from '../../domain/township/access/permissions.ts'
import { roles } from '../../domain/township/access/roles.ts'
import { areas, atDoor, id, ownSession } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

export const townshipOrigins = ['real', 'demo', 'case'] as const

/** Who is logged in, and what a window may offer. The guard decides again at each call. */
export const me = z.object({
  kind: z.enum(['account', 'console']),
  name: z.string(),
  staffId: id.nullable(),
  staffName: z.string().nullable(),
  roles: z.array(z.enum(roles)),
  capabilities: z.array(z.enum(capabilities)),
  /** Modules worked in, headed, led today. */
  memberOf: z.array(id),
  heads: z.array(id),
  leads: z.array(id),
  mustChangePassword: z.boolean(),
  township: z.object({ name: z.string(), county: z.string(), reportingUnit: z.string(), origin: z.enum(townshipOrigins) }),
})

export type Me = z.infer<typeof me>

/** With the moment by the host's clock, which decides what day it is: a window goes by it, not by its own machine's. */
const meNow = me.extend({ now: z.iso.datetime() })

/** `resumption` takes the session up again after a lost connection; it lives in the page's memory alone and works once. */
export const entered = meNow.extend({ resumption: z.string() })

const loginInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account'), name: z.string().min(1, faults.account), password: z.string().min(1, faults.password) }),
  z.object({ kind: z.literal('console'), password: z.string().min(1, faults.password) }),
])

const change = z.object({ areas: z.array(z.enum(areas)) })

export const session = {
  /** Opens the township if it is still closed. */
  login: atDoor(['account'], 'wrong_key', 'locked_out', 'account_disabled').input(loginInput).output(entered),
  resume: atDoor([], 'session_ended').input(z.object({ resumption: z.string() })).output(entered),
  logout: ownSession({ beforeOwnPassword: true }).output(z.object({})),
  me: ownSession({ beforeOwnPassword: true, reads: ['account', 'township', 'module', 'staff'] }).output(meNow),
  /** After each commit the areas it touched, and nothing else, until the session ends. The first one is empty: the subscription stands. */
  changes: ownSession({ beforeOwnPassword: true, isWatching: true }).output(eventIterator(change)),
  changePassword: ownSession({ beforeOwnPassword: true, changes: ['account'] }, 'wrong_key', 'password_weak', 'locked_out', 'account_disabled')
    .input(z.object({ current: z.string(), next: z.string() }))
    .output(z.object({})),
}
