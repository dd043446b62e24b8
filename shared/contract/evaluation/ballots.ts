import { z } from 'zod'
import { command, day, id, ownSession, query, rowVersion } from '../procedure.ts'
import { backupRow } from '../township/system.ts'

const colleague = z.object({ staffId: id, staffName: z.string(), moduleName: z.string(), postName: z.string() })

/** Who may vote, and who of them has not: all that is known of a ballot before it is closed. */
export const turnout = z.object({ voters: z.int(), notVoted: z.array(colleague) })

export const ballotProcedures = {
  /** The caller's own ballot: whom to rate, in which bands, and whether it has been cast. */
  ballot: ownSession({ reads: ['score', 'period', 'plan', 'staff', 'module'] })
    .input(z.object({ periodId: id }))
    .output(z.object({ isOpen: z.boolean(), closedOn: day.nullable(), hasVoted: z.boolean(), bands: z.array(z.object({ band: z.string(), points: z.string() })), colleagues: z.array(colleague) })),
  /** One ballot over all colleagues at once: no draft, no return, nothing that says who gave what. Whom it leaves out, it abstains on. */
  castBallot: command('self.ballot', { changes: ['score'], errors: ['already_voted', 'self_vote', 'ballot_not_open', 'ballot_closed'] })
    .input(z.object({ periodId: id, votes: z.array(z.object({ staffId: id, band: z.string().nullable() })).min(1) }))
    .output(z.object({})),
  /** How the voting of a period goes, and what closing it would take away for good. */
  ballotState: query('period.run', ['score', 'period', 'plan', 'staff', 'module', 'audit'])
    .input(z.object({ periodId: id }))
    .output(
      turnout.extend({
        /** Null before the period has entered 评分. */
        openedOn: day.nullable(),
        closedOn: day.nullable(),
        /** Nothing of the voting but the counts is left, in the file and in the data folder. */
        isCleared: z.boolean(),
        version: rowVersion.nullable(),
        /** Backups and kept databases in the data folder that were made since it opened. */
        backups: z.array(backupRow),
        /** Backups that were taken elsewhere since it opened, out of the program's reach. */
        handedOut: z.array(z.object({ at: z.string(), by: z.string() })),
      }),
    ),
  /**
   * Closes the voting for good: who has not voted abstains, and nothing but the counts is left, in the file and in the data folder.
   * `backups`: how many went; null when something could not be taken away yet, which calling again makes good.
   */
  closeBallots: command('period.run', { changes: ['score', 'audit'], errors: ['ballot_not_open', 'ballot_closed'] })
    .input(z.object({ periodId: id, version: rowVersion }))
    .output(z.object({ backups: z.int().nullable() })),
}
