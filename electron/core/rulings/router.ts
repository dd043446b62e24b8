import { eq } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { amendableOf, type AddedField, type AmendEdit } from '../../../shared/domain/evaluation/amendable.ts'
import { rulingStateNames } from '../../../shared/domain/evaluation/ruling-vocabulary.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { deduction, ruling, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { dayInChina } from '../app/environment.ts'
import { guarded, wholeTownship } from '../app/guard.ts'
import { codeOf, nextSeq, nextVersion, requireReason, requireRow } from '../app/rows.ts'
import { acts, nouns } from '../app/vocabulary.ts'
import { latestSnapshot, snapshotInput } from '../evaluation/compute-quarter.ts'
import { requirePeriodById } from '../evaluation/periods.ts'
import { newestVersion } from '../evaluation/result-versions.ts'
import { listRulings } from './list.ts'
import { previewChanges } from './preview.ts'
import { aboutProposal, aboutRuling, isOwnProposal, proposedColumns, requireNoneWaiting } from './propose.ts'
import { takeEffect } from './take-effect.ts'

export const rulingsRouter = {
  list: guarded.rulings.list.handler(({ input, context: { guard } }) => listRulings(guard, requirePeriodById(guard.read, input.periodId))),

  amendable: guarded.rulings.amendable.handler(({ input, context: { guard } }) => {
    guard.requireScope(wholeTownship())
    const { read } = guard
    const row = requirePeriodById(read, input.periodId)
    const frozen = row.kind === 'quarter' && newestVersion(read, row.id) !== null ? latestSnapshot(read, row.id) : null
    if (frozen === null) throw new Refusal('not_frozen', { period: row.code })
    const person = requireRow(read.select({ code: staff.code }).from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person)
    const ledger = read.select({ code: deduction.code }).from(deduction).all().map((one) => one.code)
    const { lines, additions } = requireRow(amendableOf(snapshotInput(frozen), person.code, ledger) ?? undefined, nouns.result)
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
