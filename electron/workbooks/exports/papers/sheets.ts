import { fieldAt } from '../arrange/columns.ts'
import { date, number, numbered, text, type DraftCell, type DraftSheet } from '../arrange/draft.ts'
import { words } from '../vocabulary.ts'
import type { DecisionsPaper, GridsPaper, MeetingsPaper, NoticePaper, ScoreSheetPaper, StepsPaper, SummaryPaper, WeekPaper } from './data.ts'

/** A cell that stands only where there is something to say, so that an optional column may go. */
function said(field: string, value: string): Readonly<Record<string, DraftCell>> {
  return value === '' ? {} : { [field]: text(value) }
}

/** 评分表: a tick under the band that was given, or a score. */
export function scoreSheet({ sheet, scorer, bands, how, people }: ScoreSheetPaper): DraftSheet {
  const rows = people.map(({ name, post, band, score, handover, note }) => ({
    cells: {
      name: text(name),
      post: text(post),
      ...Object.fromEntries(bands.map((one, at) => [fieldAt('bands', at), text(one.band === band ? words.tick : null)])),
      score: number(score),
      ...said('handover', handover),
      note: text(note),
    },
  }))
  return {
    key: 'scores',
    tokens: { sheet, scorer, people: String(people.length), how },
    tables: [{ key: 'scores', rows: numbered(rows), each: { bands: bands.map(({ band, points }) => words.bandPoints(band, points)) } }],
  }
}

/** 告知单: what a person's result is made of. */
export function noticeSheet({ person, items, appeal }: NoticePaper): DraftSheet {
  const rows = items.map(({ item, value, isPart }) => ({ cells: { item: text(isPart ? words.part(item) : item), value: text(value) } }))
  return { key: 'notice', tokens: { person, appeal }, tables: [{ key: 'notice', rows }] }
}

/** 审定表: the people of a pool as the meeting has them before it. */
export function decisionsSheet({ pool, eligible, best, quota, meeting, people }: DecisionsPaper): DraftSheet {
  const rows = people.map(({ name, module, total, suggested, decided, note }) => ({
    cells: { name: text(name), module: text(module), total: total === null ? text(words.nothing) : number(total), suggested: text(suggested), decided: text(decided), note: text(note) },
  }))
  return { key: 'decisions', tokens: { pool, eligible: String(eligible), best, quota: String(quota), meeting }, tables: [{ key: 'decisions', rows: numbered(rows) }] }
}

/** 周期计划: the stages with their days and who answers for them. */
export function stepsSheet({ steps }: StepsPaper): DraftSheet {
  const rows = steps.map(({ stage, from, to, owner, entered, note }) => ({ cells: { stage: text(stage), from: date(from), to: date(to), owner: text(owner), entered: text(entered), note: text(note) } }))
  return { key: 'steps', tables: [{ key: 'steps', rows: numbered(rows) }] }
}

/** Characters of a row of 个人小结: also in a column half as wide it stands on a page whole. */
const longestRow = 400

/** The paragraphs of a text, a long one in pieces that end with a sentence where they can. */
function paragraphsOf(typed: string): readonly string[] {
  return typed.split('\n').map((line) => line.trim()).filter((line) => line !== '').flatMap((line) => {
    const pieces: string[] = []
    let rest = line
    while (rest.length > longestRow) {
      const end = rest.lastIndexOf('。', longestRow - 1) + 1 || longestRow
      pieces.push(rest.slice(0, end))
      rest = rest.slice(end)
    }
    return [...pieces, rest]
  })
}

/** 个人小结, a paragraph a row, and room for what the module's head and its leader say of it. */
export function summarySheet({ person, module, submitted, text: typed }: SummaryPaper): DraftSheet {
  return { key: 'summary', tokens: { person, module, submitted }, tables: [{ key: 'summary', rows: [...paragraphsOf(typed), ...words.opinions].map((line) => ({ cells: { text: text(line) } })) }] }
}

/** 周清单: what is due, its 节点, what is late and what was finished, in one table whose headings stand on every page. */
export function weekSheet({ scope, from, to, counts, lines }: WeekPaper): DraftSheet {
  const rows = lines.map(({ part, number: code, title, milestone, module, hosts, due, progress }) => ({
    cells: { part: text(part), number: text(code), title: text(title), ...said('milestone', milestone), module: text(module), hosts: text(hosts), due: date(due), progress: text(words.percent(progress)) },
  }))
  return { key: 'week', tokens: { scope, from, to, counts }, tables: [{ key: 'week', rows: numbered(rows) }] }
}

/** 一周会议安排 */
export function meetingsSheet({ from, to, meetings }: MeetingsPaper): DraftSheet {
  const rows = meetings.map(({ when, title, place, convener, attendees, note }) => ({ cells: { when: text(when), title: text(title), place: text(place), convener: text(convener), attendees: text(attendees), note: text(note) } }))
  return { key: 'meetings', tokens: { from, to }, tables: [{ key: 'meetings', rows: numbered(rows) }] }
}

/** 网格月度考核 */
export function gridsSheet({ month, grids }: GridsPaper): DraftSheet {
  const rows = grids.map(({ rank, village, name, head, fullTime, routine, handling, opinion, bonus, total, note }) => ({
    cells: { rank: number(rank), village: text(village), name: text(name), head: text(head), fullTime: text(fullTime), routine: number(routine), handling: number(handling), opinion: number(opinion), bonus: number(bonus), total: number(total), note: text(note) },
  }))
  return { key: 'grids', tokens: { month }, tables: [{ key: 'grids', rows }] }
}
