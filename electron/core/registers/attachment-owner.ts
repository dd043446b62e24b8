import { eq } from 'drizzle-orm'
import { register, registerRow } from '../../db/schema/index.ts'
import { requireRow } from '../app/rows.ts'
import { nouns } from '../app/vocabulary.ts'
import { ofSelf, type OwnerKind } from '../township/attachments/owner-kind.ts'
import { seesRegister, subjectOfRow } from './access.ts'

export const registerRowOwner: OwnerKind = {
  access({ read, id, actor }) {
    const row = requireRow(
      read.select({ moduleId: register.moduleId, enteredBy: registerRow.enteredBy }).from(registerRow).innerJoin(register, eq(register.id, registerRow.registerId)).where(eq(registerRow.id, id)).get(),
      nouns.registerRow,
    )
    const entering = { capability: 'register.enter', subject: subjectOfRow(actor, row, row.enteredBy) } as const
    // Who sees the register sees what belongs to its rows.
    return { toRead: [entering, { capability: 'self.work', subject: seesRegister(actor, row) ? ofSelf(actor) : {} }], toChange: [entering] }
  },
  fixedAs: () => null,
}
