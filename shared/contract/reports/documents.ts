import { z } from 'zod'
import { binaryFile } from '../binary.ts'
import { command, day, id } from '../procedure.ts'

const making = { changes: ['export'] } as const
const made = z.object({ file: binaryFile })

/** Word documents in the form of official papers, each with its entry in the export log; who reads a list makes the documents of it. */
export const documents = {
  /** 公示 of a computed period. Whole township only. */
  publicity: command('result.read', { ...making, errors: ['not_frozen'] }).input(z.object({ code: z.string() })).output(made),
  /** 考评结果告知单 of people, one a page, of anybody, or of the modules of an office; without names of all the caller may have them of. */
  notices: command('result.read', { ...making, errors: ['not_frozen'] }).input(z.object({ code: z.string(), staffIds: z.array(id).min(1).max(1000).nullable(), moduleId: id.optional() })).output(made),
  /** 优秀名单公示: who was decided to be of the best grade, with 实绩, from 会议审定 on and once everybody within the places is decided. Whole township only. */
  excellent: command('result.read', { ...making, errors: ['period_not_open', 'decisions_missing', 'not_in_state'] }).input(z.object({ code: z.string() })).output(made),
  /** 表彰通报 of the same people, once the period is closed. Whole township only. */
  commendation: command('result.read', { ...making, errors: ['period_not_open', 'not_in_state'] }).input(z.object({ code: z.string() })).output(made),
  /** 会议纪要 of a meeting with something recorded. */
  minutes: command('register.enter', { ...making, errors: ['not_in_state'] }).input(z.object({ id })).output(made),
  /** 督查通报 of a 督查日 that was held. */
  supervision: command('task.work', { ...making, errors: ['not_in_state'] }).input(z.object({ id })).output(made),
  /** 周清单通报 of the township, or of modules of the caller's office. */
  weekly: command('task.work', making).input(z.object({ from: day, to: day, moduleId: id.optional() })).output(made),
}
