import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { appealMatters } from '../../../../shared/domain/evaluation/appeals/appeal-rules.ts'
import { appRoot } from '../../../app-root.ts'
import { periodKinds, periodStages } from '../../../../shared/domain/plans/cycle.ts'
import { identities, tracks } from '../../../../shared/domain/people/codes.ts'
import { secondmentDirections } from '../../../../shared/domain/tasks/groups/codes.ts'
import { vetoEffects } from '../../../../shared/domain/plans/points/codes.ts'
import { taskForms } from '../../../../shared/domain/tasks/tasks/codes.ts'

/** The phrase tables of `resources/demo`: all Chinese of the demo stands there, checked when read. */

const text = z.string().min(1)
const texts = z.array(text).min(1)
const day = z.iso.date()
const range = z.tuple([z.int(), z.int()])
const factor = z.int().min(1).max(5)

const townshipTable = z.strictObject({
  township: z.strictObject({ name: text, kind: z.enum(['town', 'township', 'subdistrict']), county: text, reportingUnit: text }),
  year: z.int(),
  modules: z.array(z.strictObject({ code: text, name: text, alias: text.nullable(), colour: text, office: text })),
  /** For a seventh module. */
  spareColour: text,
  posts: z.array(
    z.strictObject({
      code: text,
      name: text,
      score: text,
      coefficient: text.nullable(),
      factors: z.strictObject({ workload: factor, difficulty: factor, risk: factor }).nullable(),
    }),
  ),
  periods: z.array(z.strictObject({ code: text, kind: z.enum(periodKinds), start: day, end: day, freeze: day, stage: z.enum(periodStages) })),
  planName: text,
  /** Of the draft that is discussed for the year to come. */
  nextPlanName: text,
  holidays: z.array(z.strictObject({ name: text, from: day, to: day })),
})

const namesBySex = z.strictObject({ 1960: texts, 1970: texts, 1980: texts, 1990: texts })

const namesTable = z.strictObject({
  surnames: z.array(z.strictObject({ surname: text, weight: z.number() })),
  severalReadings: texts,
  given: z.strictObject({ male: namesBySex, female: namesBySex }),
  mobilePrefixes: texts,
  /** 政治面貌: of those in office, and of others born in or after a year. */
  political: z.strictObject({ office: text, others: z.array(z.strictObject({ name: text, weight: z.number(), bornFrom: z.int().nullable() })) }),
})

const staffTable = z.strictObject({
  areaCode: z.string().regex(/^\d{6}$/),
  places: z.array(
    z.strictObject({
      rankTitles: texts,
      identity: z.enum(identities),
      track: z.enum(tracks),
      module: text.nullable(),
      post: text.nullable(),
      /** Youngest and oldest at the start of the year. */
      ages: range,
      count: z.int().positive(),
      office: z.enum(['head', 'deputy', 'lead_a', 'lead_b']).nullable(),
      sendingUnit: text.optional(),
      /** A second module the person leads as 牵头领导 B岗. */
      alsoLeadB: text.optional(),
    }),
  ),
  remarks: z.strictObject({ newcomer: text, special: text, pending: text, probation: text }),
})

const villagesTable = z.strictObject({
  villages: z.array(z.strictObject({ name: text, surnames: texts })),
  eventNotes: z.strictObject({ tuesday: texts, visit: texts, issue: texts, mediation: texts, grid: texts }),
  rejectedNotes: texts,
  duplicateNote: text,
  jointVisitNote: text,
})

const pointsTable = z.strictObject({
  groups: z.array(z.strictObject({ name: text, approvalNo: text, goal: text, from: day, to: day.nullable(), leader: text })),
  /** `module` where the honour only fits the work of one. */
  honours: z.array(z.strictObject({ matter: text, level: text, module: text.nullable() })),
  positiveCirculars: texts,
  negativeCirculars: texts,
  deductionMatters: z.strictObject({ yellow_supervision: text, red_supervision: text, rejected_feedback: text, absence: text, negative_circular: text }),
  exemptReasons: texts,
  vetoes: z.array(z.strictObject({ period: text, effect: z.enum(vetoEffects), clause: text })),
})

const taskCommonTable = z.strictObject({
  docNo: text,
  month: text,
  day: text,
  forms: z.array(z.strictObject({ form: z.enum(taskForms), prefix: text, weight: z.number(), sources: texts })),
  contents: texts,
})

const meetingText = { title: text, module: text, time: text, place: text, attendees: text }
const householdRange = z.tuple([z.int(), z.int()])

const villageWorkTable = z.strictObject({
  households: z.strictObject({ village: householdRange, community: householdRange }),
  /** By theme of the Tuesday. */
  contents: z.strictObject({ team: texts, branch: texts, opinion: texts, elders: texts, hard_work: texts, county_leader: texts }),
  results: texts,
  /** Held every so many days, on a weekday; 1 is Monday. */
  meetings: z.array(z.strictObject({ ...meetingText, minutes: text, every: z.int(), weekday: z.int() })),
  exception: z.strictObject({ ...meetingText, date: day, reason: text, minutes: text }),
  cancelled: z.strictObject({ ...meetingText, date: day, reason: text }),
  visitNotes: texts,
  clerkRejected: text,
})

/** A day of any year, `MM-DD`. */
const yearDay = z.string().regex(/^\d{2}-\d{2}$/)

/** Titles with the slots {village}, {project} and {month}; seasonal ones only fit tasks due in their days. */
const taskTable = z.strictObject({
  projects: texts,
  requirements: texts,
  titles: texts,
  seasonal: z.array(z.strictObject({ from: yearDay, to: yearDay, titles: texts })),
})

const meeting = z.strictObject({ record: text, decisions: text })

/** 民情, 网格, 专班例会 and 抽调. */
const governanceTable = z.strictObject({
  issues: z.array(z.strictObject({ title: text, content: text, module: text, result: text })).min(1),
  declineReasons: texts,
  sendBackReason: text,
  reworkReasons: texts,
  dispatchNotes: texts,
  gridNames: texts,
  gridRemark: text,
  scoreNotes: texts,
  weekly: z.array(meeting).min(1),
  monthly: meeting,
  meetingPlaces: texts,
  tuesdayReason: text,
  secondments: z.array(z.strictObject({ direction: z.enum(secondmentDirections), unit: text, docNo: text.nullable(), from: day, to: day, reason: text })),
})

export type GovernanceTable = z.infer<typeof governanceTable>
/** Rows of a register by its code: how many, between which days, and what stands in them by title, taken in turn; the slots are {name}, {village} and {n}. */
const registersTable = z.record(text, z.strictObject({ rows: z.int().positive(), from: day, to: day, cells: z.array(z.record(text, text)).min(1) }))

/** Words of the work on tasks. */
const workTable = z.strictObject({ feedback: texts, submitted: texts, extensionReasons: texts, extensionAnswers: texts, extensionRefusals: texts, demands: texts, replies: texts, findings: texts, dayFindings: texts })

/** A file to attach; the slots are {title}, {form}, {docNo}, {module} and {due}. */
const attachedFile = z.strictObject({ name: text, lines: z.array(z.string()).min(1) })
const attachmentTable = z.strictObject({ paper: attachedFile, notes: z.array(attachedFile).min(1) })

export type WorkTable = z.infer<typeof workTable>
export type TownshipTable = z.infer<typeof townshipTable>
export type NamesTable = z.infer<typeof namesTable>
export type StaffTable = z.infer<typeof staffTable>
export type VillagesTable = z.infer<typeof villagesTable>
export type VillageWorkTable = z.infer<typeof villageWorkTable>
export type PointsTable = z.infer<typeof pointsTable>
export type TaskCommonTable = z.infer<typeof taskCommonTable>
export type TaskTable = z.infer<typeof taskTable>

export type RegisterTable = z.infer<typeof registersTable>[string]

export interface DemoTables {
  readonly township: TownshipTable
  readonly names: NamesTable
  readonly staff: StaffTable
  readonly villages: VillagesTable
  readonly points: PointsTable
  readonly taskCommon: TaskCommonTable
  readonly registers: Readonly<Record<string, RegisterTable>>
  /** By code of the module. */
  readonly tasks: ReadonlyMap<string, TaskTable>
}

const rulingWords = z.string().min(1)
const rulingTable = z.object({
  body: rulingWords,
  committee: rulingWords,
  docNo: rulingWords,
  exemptions: z.array(rulingWords).min(1),
  refusal: z.object({ clause: rulingWords, reason: rulingWords, answer: rulingWords }),
  amendment: rulingWords,
  appeals: z.array(z.object({ matter: z.enum(appealMatters), text: rulingWords, answer: rulingWords.nullable() })).min(1),
})
export type RulingTable = z.infer<typeof rulingTable>

function read<Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> {
  const found: unknown = JSON.parse(readFileSync(path.join(appRoot, 'resources', 'demo', `${name}.json`), 'utf8'))
  return schema.parse(found)
}

/** Only what an empty demo needs. @throws ZodError when the file is not as expected */
export function readTownshipTable(): TownshipTable {
  return read('township', townshipTable)
}

/** @throws ZodError when the file is not as expected */
export function readAttachmentTable(): z.infer<typeof attachmentTable> {
  return read('attachments', attachmentTable)
}

/** 裁定 and 申诉. @throws ZodError when the file is not as expected */
export function readRulingTable(): RulingTable {
  return read('rulings', rulingTable)
}

/** @throws ZodError when the file is not as expected */
export function readWorkTable(): WorkTable {
  return read('work', workTable)
}

/** What the demo adds behind its evaluation. @throws ZodError when the file is not as expected */
export function readVillageWorkTable(): VillageWorkTable {
  return read('village-work', villageWorkTable)
}

/** @throws ZodError when a file is not as expected */
export function readDemoTables(): DemoTables {
  const township = readTownshipTable()
  return {
    township,
    names: read('names', namesTable),
    staff: read('staff', staffTable),
    villages: read('villages', villagesTable),
    points: read('points', pointsTable),
    registers: read('registers', registersTable),
    taskCommon: read('tasks/common', taskCommonTable),
    tasks: new Map(township.modules.map(({ code }) => [code, read(`tasks/${code}`, taskTable)])),
  }
}

/** @throws ZodError when the file is not as expected */
export function readGovernanceTable(): GovernanceTable {
  return read('governance', governanceTable)
}
