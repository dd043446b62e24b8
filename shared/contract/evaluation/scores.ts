import { z } from 'zod'
import { sheetKinds, sheetStates } from '../../domain/plans/cycle.ts'
import { ballotProcedures, turnout } from './ballots.ts'
import { command, day, decimal, id, note, ownSession, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

/** What may be given: 0 to `max`, or one of the bands (best first; none where only scores are given). */
const scale = z.object({ max: z.string(), bands: z.array(z.object({ band: z.string(), points: z.string() })) })

/** The scorer rules of the plan; `sheetCount` of shared/domain/evaluation counts by them, live and again at the submit. */
const rules = z.object({
  /** At most this share of the people in the best band (at least one person); null: no limit. */
  bestShare: z.string().nullable(),
  /** From so many people up at least one in the lowest band; null: none needed. */
  lowestFrom: z.int().nullable(),
  /** Highest minus lowest points at least this much. */
  spread: z.string().nullable(),
  /** At most this share of the people on one and the same points. */
  sameShare: z.string().nullable(),
})

const entryRow = z.object({
  staffId: id,
  staffName: z.string(),
  moduleName: z.string(),
  postName: z.string(),
  /** The caller himself, on somebody else's sheet: what he was given is not told. */
  isHidden: z.boolean(),
  band: z.string().nullable(),
  score: z.string().nullable(),
  note: z.string().nullable(),
  /** Where the person's track has a scale of its own in the plan; else the sheet's. */
  scale: scale.nullable(),
  version: rowVersion,
  /** 交接意见 of former heads of the period, on an M1 sheet. */
  handover: z.array(z.object({ author: z.string(), writtenOn: day, note: z.string() })),
})

const sheetRow = z.object({
  id,
  kind: z.enum(sheetKinds),
  periodCode: z.string(),
  moduleId: id.nullable(),
  moduleName: z.string().nullable(),
  scorerId: id.nullable(),
  /** His name; of a delegated sheet whose it was besides. */
  scorer: z.string(),
  /** Why A岗 left it to B岗; null where he did not. */
  delegationReason: z.string().nullable(),
  /** What the caller may do about the delegation; `deputy` is the B岗 it would go to. */
  delegation: z.discriminatedUnion('kind', [z.object({ kind: z.literal('delegate'), deputy: z.string() }), z.object({ kind: z.literal('takeBack') }), z.object({ kind: z.literal('none') })]),
  /** The caller is the A岗 who left it to B岗. */
  isDelegator: z.boolean(),
  /** 扫描件 of the paper it was typed from. */
  scans: z.int(),
  /** The caller is its scorer; else the inspector looks on, or enters by proxy. */
  isOwn: z.boolean(),
  /** It rates the caller: entering by proxy, sending back and delegating it are somebody else's. */
  ratesCaller: z.boolean(),
  state: z.enum(sheetStates),
  proxyBy: z.string().nullable(),
  /** 退回 by the inspector, the latest one, while the sheet is open again. */
  sentBack: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  scale,
  rules: rules.nullable(),
  entries: z.array(entryRow),
  /** Rises with each write of an entry, so that nobody submits what he has not seen. */
  version: rowVersion,
})

/** `version` as the caller saw the entry; written, it is one more. */
const entry = z.object({ staffId: id, band: z.string().nullable(), score: decimal.nullable(), note: note.nullable(), version: rowVersion })
const entryInput = entry.extend({ sheetId: id })
const pasteInput = z.object({ sheetId: id, entries: z.array(entry).min(1, faults.empty).max(500, faults.tooMuch(500)) })

const written = z.object({ sheetVersion: rowVersion })

/** Nothing was written unless `refused` is empty. `index` is the place in the input. */
const pasted = written.extend({
  applied: z.int(),
  refused: z.array(z.object({ index: z.int(), staffId: id, field: z.enum(['staff', 'band', 'score']), code: z.string(), message: z.string() })),
})

const submitInput = z.object({ sheetId: id, version: rowVersion })
const submitted = z.object({ version: rowVersion })

const scoreErrors = ['sheet_locked', 'score_out_of_range', 'band_or_score', 'period_not_open', 'scoring_over'] as const
const entering = { changes: ['score'], errors: scoreErrors, notAboutSelf: true } as const
const pasting = { changes: ['score'], errors: ['sheet_locked', 'period_not_open', 'scoring_over'], notAboutSelf: true } as const
const submitting = { changes: ['score'], errors: ['sheet_locked', 'sheet_incomplete', 'band_limits', 'period_not_open', 'scoring_over'], notAboutSelf: true } as const

const delegating = { changes: ['score'], errors: ['delegation_refused', 'sheet_locked', 'reason_required', 'period_not_open', 'scoring_over'], notAboutSelf: true } as const
const delegateInput = z.object({ sheetId: id, reason: z.string().trim().max(200, faults.tooLong(200)), version: rowVersion })

const lateSheet = z.object({
  sheetId: id,
  kind: z.enum(sheetKinds),
  moduleId: id.nullable(),
  moduleName: z.string().nullable(),
  scorerId: id.nullable(),
  scorer: z.string(),
  state: z.enum(sheetStates),
  people: z.int(),
  unscored: z.int(),
  version: rowVersion,
})

export const scores = {
  /** The sheets of a period that the caller scores; the inspector and 党政正职 see all. */
  sheets: ownSession({ reads: ['score', 'period', 'plan', 'staff', 'module', 'attachment'] }).input(z.object({ periodId: id })).output(z.array(sheetRow)),
  /** Makes the sheets of a period by the table of who scores whom, and puts newcomers on those that are still open. */
  open: command('period.run', { changes: ['score'], errors: ['period_not_open'] }).input(z.object({ periodId: id })).output(z.object({ sheets: z.int() })),
  enterHead: command('score.head', entering).input(entryInput).output(written),
  enterLeader: command('score.leader', entering).input(entryInput).output(written),
  enterByProxy: command('score.proxy', entering).input(entryInput).output(written),
  /** A whole paste: all of it, or nothing and each refused cell with its reason. */
  enterManyHead: command('score.head', pasting).input(pasteInput).output(pasted),
  enterManyLeader: command('score.leader', pasting).input(pasteInput).output(pasted),
  enterManyByProxy: command('score.proxy', pasting).input(pasteInput).output(pasted),
  submitHead: command('score.head', submitting).input(submitInput).output(submitted),
  submitLeader: command('score.leader', submitting).input(submitInput).output(submitted),
  /** Wants a scan of the paper beside it. */
  submitByProxy: command('score.proxy', { ...submitting, errors: [...submitting.errors, 'scan_missing'] }).input(submitInput).output(submitted),
  /** Opens a submitted sheet again (退回). */
  sendBack: command('score.proxy', { changes: ['score'], errors: ['not_in_state', 'period_not_open', 'scoring_over', 'reason_required'], notAboutSelf: true })
    .input(z.object({ sheetId: id, reason: z.string().trim(), version: rowVersion }))
    .output(submitted),
  /** A岗 leaves an M4 sheet that is not handed in to the B岗 of the module. */
  delegate: command('score.leader', delegating).input(delegateInput).output(submitted),
  delegateByProxy: command('score.proxy', delegating).input(delegateInput).output(submitted),
  /** … and takes it back as it stands, until it is handed in. */
  takeBack: command('score.leader', delegating).input(submitInput).output(submitted),
  takeBackByProxy: command('score.proxy', delegating).input(submitInput).output(submitted),
  /** Who has not handed in: sheets not submitted, and voters who have not voted. */
  late: query('score.proxy', ['score', 'period', 'staff', 'module'])
    .input(z.object({ periodId: id }))
    .output(turnout.extend({ sheets: z.array(lateSheet) })),
  ...ballotProcedures,
}
