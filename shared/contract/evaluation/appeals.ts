import { z } from 'zod'
import { appealMatters } from '../../domain/evaluation/appeals/appeal-rules.ts'
import { appealStates } from '../../domain/evaluation/rulings/rulings.ts'
import { command, day, id, ownSession, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

const words = z.string().trim().min(1, faults.empty).max(1000, faults.tooLong(1000))

const appealRow = z.object({
  id,
  code: z.string(),
  periodId: id,
  periodCode: z.string(),
  staffId: id,
  staffName: z.string(),
  resultVersion: z.int(),
  matter: z.enum(appealMatters),
  text: z.string(),
  filedOn: day,
  answerDue: day,
  /** Not answered by its day. */
  isLate: z.boolean(),
  state: z.enum(appealStates),
  answer: z.string().nullable(),
  answeredOn: day.nullable(),
  answeredBy: z.string().nullable(),
  /** The amendment that has been proposed for it. */
  rulingCode: z.string().nullable(),
  version: rowVersion,
})

/** 公示 of a period, both days included; null before it. */
const publicity = z.object({ from: day, to: day }).nullable()

export const appeals = {
  /** Of a period, those to be answered first, by their day. Whole township only. */
  list: query('result.read', ['appeal', 'ruling', 'period', 'staff']).input(z.object({ periodId: id })).output(z.array(appealRow)),
  /** The caller's own, and whether he may make one now. `barred`: why not, in a sentence. */
  own: ownSession({ reads: ['appeal', 'ruling', 'period', 'result', 'staff'] })
    .input(z.object({ periodId: id }))
    .output(z.object({ publicity, barred: z.string().nullable(), rows: z.array(appealRow) })),
  /** Until when a result may be appealed against: for notices and the paper of 公示. */
  publicity: ownSession({ reads: ['period', 'result'] }).input(z.object({ periodId: id })).output(publicity),
  /** Against one's own published result, until the end of 公示. */
  file: command('self.appeal', { changes: ['appeal'], errors: ['appeal_not_open', 'appeal_ended', 'appeal_there', 'not_in_result'] })
    .input(z.object({ periodId: id, matter: z.enum(appealMatters), text: words }))
    .output(z.object({ id, code: z.string(), answerDue: day })),
  withdraw: command('self.appeal', { changes: ['appeal'], errors: ['not_in_state'] }).input(z.object({ id, version: rowVersion })).output(z.object({ version: rowVersion })),
  /** 维持: the result stays, and the answer says why. It is granted by approving the amendment proposed for it. */
  dismiss: command('ruling.decide', { changes: ['appeal'], errors: ['not_in_state', 'appeal_has_ruling'], notAboutSelf: true })
    .input(z.object({ id, version: rowVersion, answer: words }))
    .output(z.object({ version: rowVersion })),
}
