import { z } from 'zod'
import { pageStretch, printWays } from './books.ts'
import { day, id, ofRecord, ownSession, query, spanOfDays } from '../procedure.ts'

/** As many 交办单 as are printed at one go. */
export const mostOrders = 100

/** A paper as it is printed, whole: its id for `printed`, what a PDF of it is called, and its pages. */
const shownPaper = z.object({ id, fileName: z.string(), stretches: z.array(pageStretch).readonly() })

const made = ['layout_outdated', 'pages_too_many'] as const
const ofPeriod = z.object({ code: z.string() })
const week = z.object({ from: day, to: day })

/** What is printed and is no workbook, by the layout in use and with the rights of the list that it is made of. */
export const papers = {
  /** A 评分表 that the caller scores or looks on at; `isBlank`: the form alone, to be filled in by hand. */
  scores: ownSession({ reads: [] }, ...made).input(z.object({ periodId: id, sheetId: id, isBlank: z.boolean() })).output(shownPaper),
  /**
   * 告知单, one a page. Who sees the whole township has those of everybody, an office those of its own modules, and everybody the own one once
   * it is published; another's is `out_of_scope`. Without names all that the caller may have them of, or those of one module.
   */
  notices: query('result.read', [], 'not_frozen', ...made).input(ofPeriod.extend({ staffIds: z.array(id).min(1).max(1000).nullable(), moduleId: id.optional() })).output(shownPaper),
  /** 审定表, each pool on pages of its own. Whole township only. */
  decisions: query('result.read', [], 'not_frozen', ...made).input(ofPeriod.extend({ meeting: z.string().max(50) })).output(shownPaper),
  /** 周期计划 */
  steps: query('result.read', [], ...made).input(z.object({ periodId: id })).output(shownPaper),
  /** 个人小结 that were handed in, one person a page; without names all that the caller reads. */
  summaries: query('summary.read', [], ...made).input(z.object({ periodId: id, staffIds: z.array(id).min(1).max(1000).nullable() })).output(shownPaper),
  /** The caller's own 个人小结, handed in. */
  ownSummary: query('self.work', [], ...made).input(z.object({ periodId: id })).output(shownPaper),
  /** 周清单, headed by whose it is. */
  week: query('task.work', [], ...made).input(week.extend({ moduleId: id.optional() }).refine(...spanOfDays)).output(shownPaper),
  /** 交办单 of tasks that the caller reads, one a page, in the form of the sheet of the ledger. */
  orders: query('task.work', [], ...made).input(z.object({ ids: z.array(id).min(1).max(mostOrders) })).output(shownPaper),
  /** 一周会议安排 */
  meetings: query('register.enter', [], ...made).input(week.refine(...spanOfDays)).output(shownPaper),
  /** 网格月度考核, best first. */
  grids: query('register.enter', [], ...made).input(z.object({ month: z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/) })).output(shownPaper),
  /** That one that was shown in this session was printed or saved as a PDF: an entry in the export log of what it was when it was shown. */
  printed: ofRecord({ changes: ['export'] }).input(z.object({ id, way: z.enum(printWays) })).output(z.object({})),
}
