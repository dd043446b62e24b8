import { asc, inArray } from 'drizzle-orm'
import { period } from '../../../db/schema/index.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { closeYear, previewRollover, undoRollover } from './rollover.ts'

export const rolloverRouter = {
  preview: guarded.rollover.preview.handler(({ input, context: { guard } }) => previewRollover(guard.read, input.year, guard.now)),

  close: guarded.rollover.close.handler(({ input, context: { app, guard } }) => {
    const { opened } = guard.mutate({
      about: wholeTownship,
      write: (tx, now) => closeYear({ tx, now, actor: guard.actor.name }, input.year, app.environment.newId),
      audit: (made) => ({ subject: String(input.year), detail: made }),
    })
    return { opened: opened.length === 0 ? [] : app.read().select({ code: period.code }).from(period).where(inArray(period.id, opened)).orderBy(asc(period.kind), asc(period.start)).all().map(({ code }) => code) }
  }),

  undo: guarded.rollover.undo.handler(({ input, context: { guard } }) => {
    guard.mutate({
      about: wholeTownship,
      write: (tx, now) => undoRollover({ tx, now, actor: guard.actor.name }, input.year),
      audit: (undone) => ({ subject: String(input.year), detail: undone }),
    })
    return {}
  }),
}
