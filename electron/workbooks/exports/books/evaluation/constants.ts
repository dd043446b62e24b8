import { round2 } from '../../../../../shared/lib/hundredths.ts'
import { parseDecimal } from '../../../../../shared/lib/decimal.ts'
import { taskQualities } from '../../../../../shared/domain/plans/task-codes.ts'
import { partyRoleNames, taskQualityNames } from '../../../../../shared/domain/tasks/tasks/vocabulary.ts'
import type { DecimalText, Named, PlanConstants } from '../../../../../shared/domain/plans/plan.ts'
import { constantsTable, date, number, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftReference, DraftRow, DraftTable } from '../../arrange/draft.ts'
import { namedWords, wordFor } from '../../vocabulary.ts'
import { constantGroups as groups, constantLabels as labels } from './constant-words.ts'
import type { EvaluationContext, Profile } from './context.ts'

/** A constant of the plan: the row formulas name as `{id}`, with one value for each profile. */
interface Constant {
  readonly id: string
  readonly group: string
  readonly label: string
  readonly value: (constants: PlanConstants) => DraftCell
}

function decimal(value: DecimalText | undefined): DraftCell {
  return number(value === undefined ? null : Number(value))
}

/** Caps apply to rounded points, so they are rounded themselves. */
function rounded(value: DecimalText): DraftCell {
  return number(round2(parseDecimal(value)) / 100)
}

function simple(id: string, group: string, label: string, value: (constants: PlanConstants) => DraftCell): Constant {
  return { id, group, label, value }
}

/** One row for each name of a table of the plan: `headBand:0`, `headBand:1` … */
function named(prefix: string, group: string, names: readonly string[], table: (constants: PlanConstants) => Named<DecimalText>): readonly Constant[] {
  return names.map((name, index) => simple(`${prefix}:${String(index)}`, group, wordFor(namedWords, name), (constants) => decimal(table(constants)[name])))
}

function maxima(): readonly Constant[] {
  return [
    simple('post', groups.dimensions, labels.post, ({ dimensions }) => decimal(dimensions.post)),
    simple('module', groups.dimensions, labels.module, ({ dimensions }) => decimal(dimensions.module)),
    simple('team', groups.dimensions, labels.team, ({ dimensions }) => decimal(dimensions.team)),
    simple('specialCap', groups.dimensions, labels.specialCap, ({ dimensions }) => rounded(dimensions.specialCap)),
    simple('deductCap', groups.dimensions, labels.deductCap, ({ dimensions }) => rounded(dimensions.deductCap)),
    simple('half', groups.dimensions, labels.half, () => number(50)),
  ]
}

function moduleConstants({ names }: EvaluationContext): readonly Constant[] {
  const of = (id: string, label: string, value: (module: PlanConstants['module']) => DraftCell): Constant => simple(id, groups.module, label, ({ module }) => value(module))
  return [
    of('head', labels.head, ({ head }) => decimal(head)),
    of('tasks', labels.tasks, ({ tasks }) => decimal(tasks)),
    of('peer', labels.peer, ({ peer }) => decimal(peer)),
    of('leader', labels.leader, ({ leader }) => decimal(leader)),
    ...named('headBand', groups.headBands, names.headBands, ({ module }) => module.headBands),
    ...named('peerBand', groups.peerBands, names.peerBands, ({ module }) => module.peerBands),
    of('factorMin', labels.factorMin, ({ factorMin }) => decimal(factorMin)),
    of('factorMax', labels.factorMax, ({ factorMax }) => decimal(factorMax)),
    of('minRatedDays', labels.minRatedDays, ({ minRatedDays }) => number(minRatedDays)),
    of('zeroTaskShare', labels.zeroTaskShare, ({ zeroTaskShare }) => decimal(zeroTaskShare)),
    of('minVotes', labels.minVotes, ({ minVotes }) => number(minVotes)),
    of('minTurnout', labels.minTurnout, ({ minTurnout }) => decimal(minTurnout)),
    of('rescaleAt', labels.rescaleAt, ({ rescaleAt }) => decimal(rescaleAt)),
  ]
}

function taskConstants({ names }: EvaluationContext): readonly Constant[] {
  const steps = Array.from({ length: names.lateSteps }, (_, index): readonly Constant[] => [
    simple(`lateDays:${String(index)}`, groups.late, labels.lateDays(index + 1), ({ tasks }) => number(tasks.late[index]?.days ?? null)),
    simple(`lateFactor:${String(index)}`, groups.late, labels.lateFactor(index + 1), ({ tasks }) => decimal(tasks.late[index]?.factor)),
  ])
  return [
    simple('host', groups.roles, partyRoleNames.host, ({ tasks }) => decimal(tasks.roles.host)),
    simple('cohost', groups.roles, partyRoleNames.cohost, ({ tasks }) => decimal(tasks.roles.cohost)),
    simple('onTime', groups.late, labels.onTime, ({ tasks }) => decimal(tasks.onTime)),
    simple('returned', groups.late, labels.returned, ({ tasks }) => decimal(tasks.returned)),
    ...steps.flat(),
    ...taskQualities.map((quality) => simple(`quality:${quality}`, groups.quality, taskQualityNames[quality], ({ tasks }) => decimal(tasks.quality[quality]))),
  ]
}

function teamConstants({ names }: EvaluationContext): readonly Constant[] {
  const kinds = names.serviceKinds.flatMap((kind, index): readonly Constant[] => [
    simple(`kindPoints:${String(index)}`, groups.service, labels.kindPoints(wordFor(namedWords, kind)), ({ team }) => decimal(team.service.kinds[kind]?.points)),
    simple(`kindCap:${String(index)}`, groups.service, labels.kindCap(wordFor(namedWords, kind)), ({ team }) => decimal(team.service.kinds[kind]?.cap)),
  ])
  return [
    simple('result', groups.team, labels.result, ({ team }) => decimal(team.result)),
    ...Array.from({ length: names.tiers }, (_, index) => simple(`tier:${String(index)}`, groups.team, labels.tier(index + 1), ({ team }) => decimal(team.tiers[index]))),
    simple('service', groups.team, labels.service, ({ team }) => decimal(team.service.max)),
    simple('target', groups.team, labels.target, ({ team }) => decimal(team.service.target)),
    ...kinds,
  ]
}

function pointConstants({ names }: EvaluationContext): readonly Constant[] {
  const deduct = (id: string, label: string, value: (rules: PlanConstants['deduct']) => DecimalText | undefined): Constant =>
    simple(id, groups.deduct, label, (constants) => decimal(value(constants.deduct)))
  return [
    ...named('groupRole', groups.groupRoles, names.groupRoles, ({ special }) => special.roles),
    ...named('groupGrade', groups.groupGrades, names.groupGrades, ({ special }) => special.grades),
    simple('maxGroups', groups.special, labels.maxGroups, ({ special }) => number(special.maxGroups)),
    ...named('level', groups.levels, names.levels, ({ special }) => special.levels),
    simple('positiveCircular', groups.special, labels.positiveCircular, ({ special }) => rounded(special.positiveCircular)),
    deduct('yellow_supervision', labels.yellow, (rules) => rules.yellow_supervision),
    deduct('red_supervision', labels.red, (rules) => rules.red_supervision),
    deduct('absence', labels.absence, (rules) => rules.absence),
    deduct('negative_circular', labels.negativeCircular, (rules) => rules.negative_circular),
    ...Array.from({ length: names.rejections }, (_, index) => deduct(`rejected:${String(index)}`, labels.rejected(index + 1), (rules) => rules.rejected_feedback[index])),
  ]
}

function periodConstants({ data: { input, outcome } }: EvaluationContext): readonly Constant[] {
  const { quarterGrades } = input.plan
  const { start, end, freeze, days } = outcome.period
  return [
    simple('coefficientBase', groups.coefficient, labels.coefficientBase, ({ coefficient }) => decimal(coefficient.base)),
    simple('coefficientRange', groups.coefficient, labels.coefficientRange, ({ coefficient }) => decimal(coefficient.range)),
    simple('validityShare', groups.grades, labels.validityShare, ({ validity }) => decimal(validity.share)),
    simple('quota', groups.grades, labels.quota, () => decimal(quarterGrades.quota)),
    simple('good', groups.grades, labels.good, () => decimal(quarterGrades.good)),
    simple('fairGood', groups.grades, labels.fairGood, () => decimal(quarterGrades.fairGood)),
    simple('average', groups.grades, labels.average, () => decimal(quarterGrades.average)),
    simple('start', groups.period, labels.start, () => date(start)),
    simple('end', groups.period, labels.end, () => date(end)),
    simple('freeze', groups.period, labels.freeze, () => date(freeze)),
    simple('days', groups.period, labels.days, () => number(days)),
  ]
}

/** 参数: every constant formulas use, a column for each group of tracks with constants of its own. */
export function constantsDraft(context: EvaluationContext): DraftTable {
  const constants = [...maxima(), ...moduleConstants(context), ...taskConstants(context), ...teamConstants(context), ...pointConstants(context), ...periodConstants(context)]
  const rows = constants.map(({ id, group, label, value }, index): DraftRow => ({
    id,
    cells: {
      seq: number(index + 1),
      group: text(group),
      label: text(label),
      ...Object.fromEntries(context.profiles.map((profile) => [profile.field, value(profile.constants)])),
    },
  }))
  return { key: constantsTable, rows, each: { profiles: context.profiles.map((profile) => profile.label) } }
}

/** The labels of a named set and their values for one profile, to look a label of a cell up: `[@…Labels]`, `[@…Values]`. */
export function lookup(name: string, first: string, last: string, profile: Profile): Readonly<Record<string, DraftReference>> {
  return {
    [`${name}Labels`]: { table: constantsTable, row: first, lastRow: last, field: 'label' },
    [`${name}Values`]: { table: constantsTable, row: first, lastRow: last, field: profile.field },
  }
}

/** Ids of the first and last row of a set named by position. */
export function setEnds(prefix: string, names: readonly string[]): readonly [string, string] {
  return [`${prefix}:0`, `${prefix}:${String(Math.max(0, names.length - 1))}`]
}
