import { eq } from 'drizzle-orm'
import { account, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'

/** Who stands behind an account that a log names: the person it belongs to, else the account itself. */
export function actorNames(read: Read): (actor: string) => string {
  const names = new Map(read.select({ account: account.name, person: staff.name }).from(account).innerJoin(staff, eq(staff.id, account.staffId)).all().map(({ account: name, person }) => [name, person]))
  return (actor) => names.get(actor) ?? actor
}
