import { z } from 'zod'
import { roles } from '../domain/access/roles.ts'
import { beforeLogin, id, ownSession } from './procedure.ts'
import { faults } from './vocabulary.ts'

export const me = z.object({
  kind: z.enum(['account', 'console']),
  name: z.string(),
  staffId: id.nullable(),
  roles: z.array(z.enum(roles)),
  mustChangePassword: z.boolean(),
  township: z.object({ name: z.string(), county: z.string(), reportingUnit: z.string(), origin: z.enum(['real', 'demo', 'case']) }),
})

const loginInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account'), name: z.string().min(1, faults.account), password: z.string().min(1, faults.password) }),
  z.object({ kind: z.literal('console'), password: z.string().min(1, faults.password) }),
])

export const session = {
  login: beforeLogin(['account'], 'wrong_key', 'locked_out', 'account_disabled').input(loginInput).output(me),
  logout: ownSession([]).output(z.object({})),
  me: ownSession([]).output(me),
  changePassword: ownSession(['account'], 'wrong_key', 'password_weak', 'locked_out', 'account_disabled')
    .input(z.object({ current: z.string(), next: z.string() }))
    .output(z.object({})),
}
