import { asc, eq } from 'drizzle-orm'
import { account, accountRole, staff } from '../../../db/schema/index.ts'
import type { CreatedTownship } from '../bundle/create-township.ts'

/** The accounts of a township just made, with their one-time passwords. */
export function describeAccounts({ app, passwords }: CreatedTownship) {
  const read = app.read()
  const rows = read.select({ id: account.id, name: account.name, staffName: staff.name }).from(account).leftJoin(staff, eq(staff.id, account.staffId)).orderBy(asc(account.seq)).all()
  const roles = read.select().from(accountRole).all()
  return rows.map(({ id, name, staffName }) => ({
    name,
    staffName: staffName ?? '',
    roles: roles.filter(({ accountId }) => accountId === id).map(({ role }) => role),
    password: passwords.find((made) => made.account === name)?.password ?? '',
  }))
}
