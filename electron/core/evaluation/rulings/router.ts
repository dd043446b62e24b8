import { eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { AddedField, AmendEdit } from '../../../../shared/domain/evaluation/rulings/amendable-line.ts'
import { rulingStateNames } from '../../../../shared/domain/evaluation/rulings/ruling-vocabulary.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { ruling } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { codeOf, nextSeq, nextVersion, requireReason, requireRow } from '../../app/rows.ts'
import { acts, nouns } from '../../app/vocabulary.ts'
import { requirePeriodById } from '../../plans/periods.ts'
import { amendableFor } from './amendable.ts'
import { listRulings } from './list.ts'
import { previewChanges } from './preview.ts'
import { aboutProposal, aboutRuling, isOwnProposal, proposedColumns, requireNoneWaiting } from './propose.ts'
import { takeEffect } from './take-effect.ts'

export const rulingsRouter = {
  list: guarded.rulings.list.handler(({ input, context: { guard } }) => listRulings(guard, requirePeriodById(guard.read, input.periodId))),

  amendable: guarded.rulings.amendable.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    const { lines, additions } = amendableFor(guard.read, requirePeriodById(guard.read, input.periodId), input.staffId)
    return {
      lines: lines.map(({ path, edit, ...line }) => ({ ...line, path: [...path], edit: asAnswer(edit) })),
      additions: additions.map(({ path, within, fields, ...row }) => ({ ...row, path: [...path], within: within === null ? null : asField(within), fields: fields.map(asField) })),
    }
  }),

  preview: guarded.rulings.preview.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    return previewChanges(guard.read, requirePeriodById(guard.read, input.periodId), input.first, input.changes)
  }),

  propose: guarded.rulings.propose.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => aboutProposal(read, input),
      write(tx, now) {
        const columns = proposedColumns(tx, input)
        requireNoneWaiting(tx, columns)
        const id = app.environment.newId()
        const seq = nextSeq(tx, ruling)
        const code = codeOf('CD', seq)
        const { rulingBody, docNo, reason } = input
        tx.insert(ruling).values({ id, seq, code, ...columns, rulingBody, docNo: docNo === '' ? null : docNo, reason, proposedOn: dayInChina(now), proposedBy: guard.actor.name }).run()
        return { id, code }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  withdraw: guarded.rulings.withdraw.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => aboutRuling(read, requireRuling(read, input.id)),
      write(tx) {
        const row = requireRuling(tx, input.id)
        requireProposed(row, acts.withdrawRuling)
        const version = nextVersion(row, input.version)
        tx.update(ruling).set({ state: 'withdrawn', version }).where(eq(ruling.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: {} }),
    }),
  ),

  decide: guarded.rulings.decide.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => aboutRuling(read, requireRuling(read, input.id)),
      write(tx, now) {
        const row = requireRuling(tx, input.id)
        requireProposed(row, acts.decideRuling)
        const actor = guard.actor.name
        if (isOwnProposal(tx, guard.actor, row)) throw new Refusal('same_hand', { action: acts.decideRuling })
        if (!input.isApproved) requireReason(input.answer, acts.refuseRuling)
        const version = nextVersion(row, input.version)
        const resultVersion = input.isApproved ? takeEffect({ tx, now, actor, newId: app.environment.newId }, row, input.answer) : null
        tx.update(ruling)
          .set({ state: input.isApproved ? 'approved' : 'refused', answer: input.answer === '' ? null : input.answer, decidedOn: dayInChina(now), decidedBy: actor, version })
          .where(eq(ruling.id, row.id))
          .run()
        return { version, resultVersion }
      },
      audit: ({ resultVersion }) => ({ subject: input.id, detail: { isApproved: input.isApproved, answer: input.answer, resultVersion } }),
    }),
  ),
}

function asField({ choices, ...field }: AddedField) {
  return { ...field, choices: [...choices] }
}

function asAnswer(edit: AmendEdit) {
  switch (edit.kind) {
    case 'bandOrScore':
      return { ...edit, bands: [...edit.bands] }
    case 'choice':
      return { ...edit, choices: [...edit.choices] }
    case 'decimal':
    case 'whole':
    case 'day':
    case 'range':
    case 'remove':
      return edit
    case 'adopt':
      return { ...edit, after: typeof edit.after === 'object' && edit.after !== null ? { ...edit.after } : edit.after }
    default:
      return assertNever(edit)
  }
}

function requireRuling(read: Read, id: string) {
  return requireRow(read.select().from(ruling).where(eq(ruling.id, id)).get(), nouns.ruling)
}

function requireProposed({ state }: typeof ruling.$inferSelect, action: string): void {
  if (state !== 'proposed') throw new Refusal('not_in_state', { state: rulingStateNames[state], action })
}
