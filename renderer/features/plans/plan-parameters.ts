import { yearGradeNames } from '../../../shared/domain/plans/cycle-vocabulary.ts'
import { secondmentModes } from '../../../shared/domain/plans/plan-document.ts'
import { dimensionNames } from '../../../shared/domain/plans/vocabulary.ts'
import { dimensionLabels, planWord } from '../../../shared/domain/plans/plan-vocabulary.ts'
import { rateeGroups, scorerOffices } from '../../../shared/domain/plans/scorer-table.ts'
import { normalisations, quotaRoundings, scoringModes, yearGrades, zeroTaskRules } from '../../../shared/domain/plans/vocabulary.ts'
import { identities, leaveKinds, tracks } from '../../../shared/domain/people/codes.ts'
import { identityLabels, leaveKindLabels, trackLabels } from '../../../shared/domain/people/vocabulary.ts'
import { taskQualities } from '../../../shared/domain/plans/task-codes.ts'
import { taskQualityNames } from '../../../shared/domain/tasks/tasks/vocabulary.ts'
import { keysAt, lengthAt, plainAt, type DocumentPath } from './document-path.ts'
import type { GroupKey, GroupPart, Parameter, ParameterChoice, ParameterGroup, ParameterRow } from './parameter.ts'
import type { ListKind, TableKind } from './parameter-kinds.ts'
import { groupNames, modeNames, normalisationNames, officeNames, parameterNames as names, rateeNames, roundingNames, secondmentNames, zeroTaskNames } from './vocabulary.ts'

/** A module as a plan names it. */
export interface PlanModule {
  readonly code: string
  readonly name: string
}

const quarter = (...path: DocumentPath): DocumentPath => ['quarter', ...path]

function decimal(path: DocumentPath, label: string, nullable = false): Parameter {
  return { path, label, type: { kind: 'decimal', nullable } }
}

function count(path: DocumentPath, label: string, nullable = false): Parameter {
  return { path, label, type: { kind: 'count', nullable } }
}

function choicesOf<Code extends string>(codes: readonly Code[], labels: Readonly<Record<Code, string>>): readonly ParameterChoice[] {
  return codes.map((value) => ({ value, label: labels[value] }))
}

function choice<Code extends string>(path: DocumentPath, label: string, codes: readonly Code[], labels: Readonly<Record<Code, string>>): Parameter {
  return { path, label, type: { kind: 'choice', choices: choicesOf(codes, labels), optional: false } }
}

function codes<Code extends string>(path: DocumentPath, label: string, all: readonly Code[], labels: Readonly<Record<Code, string>>): Parameter {
  return { path, label, type: { kind: 'codes', choices: choicesOf(all, labels) } }
}

function fields(...parameters: readonly Parameter[]): GroupPart {
  return { kind: 'fields', parameters }
}

/** A table by the names it has in the document. */
function table(document: unknown, of: TableKind, path: DocumentPath, nameOf: (key: string) => string, parameters: (at: DocumentPath, name: string) => readonly Parameter[]): GroupPart {
  return { kind: 'table', of, path, rows: keysAt(document, path).map((key) => ({ key, name: nameOf(key), parameters: parameters([...path, key], nameOf(key)) })) }
}

function list(document: unknown, of: ListKind, path: DocumentPath, row: (at: number, length: number) => Omit<ParameterRow, 'key'>): GroupPart {
  const length = lengthAt(document, path)
  return { kind: 'list', of, path, rows: Array.from({ length }, (_, at) => ({ key: at, ...row(at, length) })) }
}

const asWritten = (name: string) => name

function pools(document: unknown): GroupPart {
  const path = quarter('pools')
  const rows = Array.from({ length: lengthAt(document, path) }, (_, at): ParameterRow => {
    const name = planWord('pool', String(plainAt(document, [...path, at, 'id']) ?? ''))
    return { key: at, name, parameters: [codes([...path, at, 'tracks'], names.poolTracks(name), tracks, trackLabels), codes([...path, at, 'identities'], names.poolIdentities(name), identities, identityLabels)] }
  })
  return { kind: 'pools', path, rows }
}

function yearGradeName(grade: string): string {
  const known = yearGrades.find((one) => one === grade)
  return known === undefined ? grade : yearGradeNames[known]
}

function neighbours(modules: readonly PlanModule[]): readonly Parameter[] {
  return modules.map(({ code, name }) => ({
    path: ['peers', 'neighbours', code],
    label: names.neighbour(name),
    type: { kind: 'choice', optional: true, choices: modules.filter((other) => other.code !== code).map((other) => ({ value: other.code, label: other.name })) },
  }))
}

/** Every constant of a plan by what it belongs to, in the order of the evaluation. */
export function parameterGroups(document: unknown, modules: readonly PlanModule[]): readonly ParameterGroup[] {
  const group = (key: GroupKey, ...parts: readonly GroupPart[]): ParameterGroup => ({ key, title: groupNames[key], parts })
  const one = (label: (name: string) => string) => (at: DocumentPath, name: string) => [decimal(at, label(name))]
  return [
    group('dimensions', fields(choice(quarter('mode'), names.mode, scoringModes, modeNames), decimal(quarter('dimensions', 'post'), names.post), decimal(quarter('dimensions', 'module'), names.module), decimal(quarter('dimensions', 'team'), names.team), decimal(quarter('dimensions', 'specialCap'), names.specialCap), decimal(quarter('dimensions', 'deductCap'), names.deductCap))),
    group('module', fields(decimal(quarter('module', 'head'), names.head), decimal(quarter('module', 'tasks'), names.tasks), decimal(quarter('module', 'peer'), names.peer), decimal(quarter('module', 'leader'), names.leader))),
    group('names', fields(...dimensionNames.map((dimension): Parameter => ({ path: ['names', dimension], label: names.dimension(dimensionLabels[dimension]), type: { kind: 'text', usual: dimensionLabels[dimension] } })))),
    group('head', table(document, 'headBands', quarter('module', 'headBands'), asWritten, one(names.band)), fields(choice(quarter('module', 'normalisation'), names.normalisation, normalisations, normalisationNames), decimal(quarter('module', 'factorMin'), names.factorMin), decimal(quarter('module', 'factorMax'), names.factorMax), count(quarter('module', 'minRatedDays'), names.minRatedDays))),
    group('scorers', fields(decimal(['scorers', 'bestShare'], names.bestShare, true), count(['scorers', 'lowestFrom'], names.lowestFrom, true), decimal(['scorers', 'spread'], names.spread, true), decimal(['scorers', 'sameShare'], names.sameShare, true))),
    group('table', fields(...(['head', 'leader'] as const).flatMap((sheet) => rateeGroups.map((ratees) => choice(['table', sheet, ratees], names.scoredBy(sheet, rateeNames[ratees]), scorerOffices, officeNames))))),
    group('peer', table(document, 'peerBands', quarter('module', 'peerBands'), asWritten, one(names.band)), fields(count(quarter('module', 'minVotes'), names.minVotes), decimal(quarter('module', 'minTurnout'), names.minTurnout))),
    group('peers', fields(count(['peers', 'smallModule'], names.smallModule), ...neighbours(modules))),
    group('missing', fields(choice(quarter('module', 'zeroTask'), names.zeroTask, zeroTaskRules, zeroTaskNames), decimal(quarter('module', 'zeroTaskShare'), names.zeroTaskShare), decimal(quarter('module', 'rescaleAt'), names.rescaleAt))),
    group(
      'tasks',
      fields(decimal(quarter('tasks', 'roles', 'host'), names.host), decimal(quarter('tasks', 'roles', 'cohost'), names.cohost), decimal(quarter('tasks', 'onTime'), names.onTime), decimal(quarter('tasks', 'returned'), names.returned)),
      list(document, 'late', quarter('tasks', 'late'), (at) => ({ name: names.lateStep(at + 1), parameters: [count(quarter('tasks', 'late', at, 'days'), names.lateDays(at + 1), true), decimal(quarter('tasks', 'late', at, 'factor'), names.lateFactor(at + 1))] })),
      fields(...taskQualities.map((quality) => decimal(quarter('tasks', 'quality', quality), names.quality(taskQualityNames[quality])))),
    ),
    group(
      'result',
      fields(decimal(quarter('team', 'result'), names.teamResult)),
      list(document, 'tiers', quarter('team', 'tiers'), (at, length) => {
        const label = (length === names.tiers.length ? names.tiers[at] : undefined) ?? names.tier(at + 1)
        return { name: label, parameters: [decimal(quarter('team', 'tiers', at), label)] }
      }),
    ),
    group(
      'service',
      fields(decimal(quarter('team', 'service', 'max'), names.serviceMax), decimal(quarter('team', 'service', 'target'), names.serviceTarget)),
      table(document, 'serviceKinds', quarter('team', 'service', 'kinds'), (kind) => planWord('service', kind), (at, name) => [decimal([...at, 'points'], names.kindPoints(name)), decimal([...at, 'cap'], names.kindCap(name))]),
    ),
    group(
      'groups',
      table(document, 'groupRoles', quarter('special', 'roles'), (role) => planWord('groupRole', role), one(names.groupRole)),
      table(document, 'groupGrades', quarter('special', 'grades'), asWritten, one(names.groupGrade)),
      fields(count(quarter('special', 'maxGroups'), names.maxGroups)),
    ),
    group('honours', table(document, 'honourLevels', quarter('special', 'levels'), (level) => planWord('honourLevel', level), one(names.honour)), fields(decimal(quarter('special', 'positiveCircular'), names.positiveCircular))),
    group(
      'deduct',
      fields(decimal(quarter('deduct', 'yellow_supervision'), names.yellow), decimal(quarter('deduct', 'red_supervision'), names.red), decimal(quarter('deduct', 'negative_circular'), names.negativeCircular), decimal(quarter('deduct', 'absence'), names.absence)),
      list(document, 'rejected', quarter('deduct', 'rejected_feedback'), (at, length) => {
        const label = at === length - 1 ? names.rejectedLast(at + 1) : names.rejected(at + 1)
        return { name: label, parameters: [decimal(quarter('deduct', 'rejected_feedback', at), label)] }
      }),
    ),
    group('coefficient', fields(decimal(quarter('coefficient', 'base'), names.coefficientBase), decimal(quarter('coefficient', 'range'), names.coefficientRange))),
    group('validity', fields(decimal(quarter('validity', 'share'), names.validityShare), codes(quarter('validity', 'leaves'), names.validityLeaves, leaveKinds, leaveKindLabels))),
    group('quarter', fields(decimal(quarter('quarterGrades', 'quota'), names.goodQuota), choice(quarter('quarterGrades', 'rounding'), names.rounding, quotaRoundings, roundingNames), decimal(quarter('quarterGrades', 'good'), names.good), decimal(quarter('quarterGrades', 'fairGood'), names.fairGood), decimal(quarter('quarterGrades', 'average'), names.average))),
    group('year', fields(decimal(['year', 'grades', 'quota'], names.excellentQuota), choice(['year', 'grades', 'rounding'], names.yearRounding, quotaRoundings, roundingNames), decimal(['year', 'grades', 'competent'], names.competent), decimal(['year', 'grades', 'basic'], names.basic))),
    group('bonus', table(document, 'bonusFactors', ['year', 'bonusFactors'], yearGradeName, one(names.bonus))),
    group('pools', pools(document)),
    group('secondment', fields(choice(['secondment'], names.secondment, secondmentModes, secondmentNames))),
  ]
}

/** The parts a track may have otherwise. */
const ofTracks: ReadonlySet<GroupKey> = new Set<GroupKey>(['dimensions', 'module', 'head', 'peer', 'missing', 'tasks', 'result', 'service', 'groups', 'honours', 'deduct', 'coefficient', 'validity'])

export function groupsOfTrack(groups: readonly ParameterGroup[]): readonly ParameterGroup[] {
  return groups.filter(({ key }) => ofTracks.has(key))
}
