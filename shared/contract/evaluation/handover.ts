import { z } from 'zod'
import { command, day, id, note, ownSession, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const written = z.object({ authorId: id, author: z.string(), note: z.string(), writtenOn: day, version: rowVersion })

const place = z.object({
  moduleId: id,
  moduleName: z.string(),
  /** Whose notes the caller may write: his own, or for 督考 those of every head the module has had in the period. */
  authors: z.array(z.object({ staffId: id, name: z.string() })),
  people: z.array(z.object({ staffId: id, staffName: z.string(), postName: z.string(), notes: z.array(written) })),
})

/** `version` of the note as the caller saw it, null where there was none; an empty note is taken back. */
const entry = z.object({ staffId: id, note: note.nullable(), version: rowVersion.nullable() })
const writing = z.object({ periodId: id, moduleId: id, entries: z.array(entry).min(1, faults.empty).max(500, faults.tooMuch(500)) })
const rule = { changes: ['score'], errors: ['period_not_open'], notAboutSelf: true } as const
const answer = z.object({ versions: z.array(z.object({ staffId: id, version: rowVersion.nullable() })) })

/** 交接意见: what a head who leaves in the middle of a period says of each of his people; his successor reads it on the M1 sheet. */
export const handover = {
  /** The modules the caller heads today, or for 督考 all of them, with everybody to be rated there. */
  notes: ownSession({ reads: ['score', 'period', 'staff', 'module'] }).input(z.object({ periodId: id })).output(z.array(place)),
  /** By the head in office, before he leaves. */
  write: command('score.head', rule).input(writing).output(answer),
  /** By 督考 for a head of the period who has left, or cannot. */
  writeByProxy: command('score.proxy', rule).input(writing.extend({ authorId: id })).output(answer),
}
