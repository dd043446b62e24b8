import { yearGradeNames } from '../../../../shared/domain/evaluation/cycle-vocabulary.ts'
import { planWord } from '../../../../shared/domain/evaluation/plan-vocabulary.ts'
import { defaultScorerRules } from '../../../../shared/domain/evaluation/scorer-rules.ts'
import { normalisations, quotaRoundings, scoringModes, yearGrades, zeroTaskRules } from '../../../../shared/domain/evaluation/vocabulary.ts'
import { leaveKinds } from '../../../../shared/domain/people/codes.ts'
import { leaveKindLabels } from '../../../../shared/domain/people/vocabulary.ts'
import { taskQualities } from '../../../../shared/domain/tasks/codes.ts'
import { taskQualityNames } from '../../../../shared/domain/tasks/vocabulary.ts'
import { keysAt, lengthAt, valueAt, withValueAt, type DocumentPath } from './document-path.ts'
import { groupNames, modeNames, normalisationNames, parameterNames as names, roundingNames, zeroTaskNames } from './vocabulary.ts'

export interface ParameterChoice {
  readonly value: string
  readonly label: string
}

/** How a constant is typed. A nullable one may be empty, which says “no limit”. */
export type ParameterKind =
  | { readonly kind: 'decimal' | 'count'; readonly nullable: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly ParameterChoice[] }
  /** A list of codes. */
  | { readonly kind: 'codes'; readonly choices: readonly ParameterChoice[] }

/** One constant of a plan: where it stands in the document and what it is called. */
export interface Parameter {
  readonly path: DocumentPath
  readonly label: string
  readonly type: ParameterKind
}

export interface ParameterGroup {
  readonly key: keyof typeof groupNames
  readonly title: string
  readonly parameters: readonly Parameter[]
}

/** The document with the rules for scorers that hold where it names none. */
export function withScorers(document: unknown): unknown {
  return valueAt(document, ['scorers']) === undefined ? withValueAt(document, ['scorers'], defaultScorerRules) : document
}

const quarter = (...path: DocumentPath): DocumentPath => ['quarter', ...path]

function decimal(path: DocumentPath, label: string, nullable = false): Parameter {
  return { path, label, type: { kind: 'decimal', nullable } }
}

function count(path: DocumentPath, label: string, nullable = false): Parameter {
  return { path, label, type: { kind: 'count', nullable } }
}

function choice<Code extends string>(path: DocumentPath, label: string, codes: readonly Code[], labels: Readonly<Record<Code, string>>): Parameter {
  return { path, label, type: { kind: 'choice', choices: codes.map((value) => ({ value, label: labels[value] })) } }
}

/** One parameter for each name of a table. */
function named(document: unknown, path: DocumentPath, label: (name: string) => string): readonly Parameter[] {
  return keysAt(document, path).map((name) => decimal([...path, name], label(name)))
}

function listed(document: unknown, path: DocumentPath, of: (at: number, length: number) => readonly Parameter[]): readonly Parameter[] {
  const length = lengthAt(document, path)
  return Array.from({ length }, (_, at) => of(at, length)).flat()
}

/** Every constant of a plan by what it belongs to, in the order of the evaluation. */
export function parameterGroups(document: unknown): readonly ParameterGroup[] {
  const group = (key: ParameterGroup['key'], ...parameters: readonly Parameter[]): ParameterGroup => ({ key, title: groupNames[key], parameters })
  const service = quarter('team', 'service', 'kinds')
  return [
    group('dimensions', choice(quarter('mode'), names.mode, scoringModes, modeNames), decimal(quarter('dimensions', 'post'), names.post), decimal(quarter('dimensions', 'module'), names.module), decimal(quarter('dimensions', 'team'), names.team), decimal(quarter('dimensions', 'specialCap'), names.specialCap), decimal(quarter('dimensions', 'deductCap'), names.deductCap)),
    group('module', decimal(quarter('module', 'head'), names.head), decimal(quarter('module', 'tasks'), names.tasks), decimal(quarter('module', 'peer'), names.peer), decimal(quarter('module', 'leader'), names.leader)),
    group('head', ...named(document, quarter('module', 'headBands'), names.band), choice(quarter('module', 'normalisation'), names.normalisation, normalisations, normalisationNames), decimal(quarter('module', 'factorMin'), names.factorMin), decimal(quarter('module', 'factorMax'), names.factorMax), count(quarter('module', 'minRatedDays'), names.minRatedDays)),
    group('scorers', decimal(['scorers', 'bestShare'], names.bestShare, true), count(['scorers', 'lowestFrom'], names.lowestFrom, true), decimal(['scorers', 'spread'], names.spread, true), decimal(['scorers', 'sameShare'], names.sameShare, true)),
    group('peer', ...named(document, quarter('module', 'peerBands'), names.band), count(quarter('module', 'minVotes'), names.minVotes), decimal(quarter('module', 'minTurnout'), names.minTurnout)),
    group('missing', choice(quarter('module', 'zeroTask'), names.zeroTask, zeroTaskRules, zeroTaskNames), decimal(quarter('module', 'zeroTaskShare'), names.zeroTaskShare), decimal(quarter('module', 'rescaleAt'), names.rescaleAt)),
    group(
      'tasks',
      decimal(quarter('tasks', 'roles', 'host'), names.host),
      decimal(quarter('tasks', 'roles', 'cohost'), names.cohost),
      decimal(quarter('tasks', 'onTime'), names.onTime),
      decimal(quarter('tasks', 'returned'), names.returned),
      ...listed(document, quarter('tasks', 'late'), (at) => [count(quarter('tasks', 'late', at, 'days'), names.lateDays(at + 1), true), decimal(quarter('tasks', 'late', at, 'factor'), names.lateFactor(at + 1))]),
      ...taskQualities.map((quality) => decimal(quarter('tasks', 'quality', quality), names.quality(taskQualityNames[quality]))),
    ),
    group('result', decimal(quarter('team', 'result'), names.teamResult), ...listed(document, quarter('team', 'tiers'), (at, length) => [decimal(quarter('team', 'tiers', at), (length === names.tiers.length ? names.tiers[at] : undefined) ?? names.tier(at + 1))])),
    group(
      'service',
      decimal(quarter('team', 'service', 'max'), names.serviceMax),
      decimal(quarter('team', 'service', 'target'), names.serviceTarget),
      ...keysAt(document, service).flatMap((kind) => [decimal([...service, kind, 'points'], names.kindPoints(planWord('service', kind))), decimal([...service, kind, 'cap'], names.kindCap(planWord('service', kind)))]),
    ),
    group('groups', ...named(document, quarter('special', 'roles'), (role) => names.groupRole(planWord('groupRole', role))), ...named(document, quarter('special', 'grades'), names.groupGrade), count(quarter('special', 'maxGroups'), names.maxGroups)),
    group('honours', ...named(document, quarter('special', 'levels'), (level) => names.honour(planWord('honourLevel', level))), decimal(quarter('special', 'positiveCircular'), names.positiveCircular)),
    group(
      'deduct',
      decimal(quarter('deduct', 'yellow_supervision'), names.yellow),
      decimal(quarter('deduct', 'red_supervision'), names.red),
      decimal(quarter('deduct', 'negative_circular'), names.negativeCircular),
      decimal(quarter('deduct', 'absence'), names.absence),
      ...listed(document, quarter('deduct', 'rejected_feedback'), (at, length) => [decimal(quarter('deduct', 'rejected_feedback', at), at === length - 1 ? names.rejectedLast(at + 1) : names.rejected(at + 1))]),
    ),
    group('coefficient', decimal(quarter('coefficient', 'base'), names.coefficientBase), decimal(quarter('coefficient', 'range'), names.coefficientRange)),
    group('validity', decimal(quarter('validity', 'share'), names.validityShare), { path: quarter('validity', 'leaves'), label: names.validityLeaves, type: { kind: 'codes', choices: leaveKinds.map((value) => ({ value, label: leaveKindLabels[value] })) } }),
    group('quarter', decimal(quarter('quarterGrades', 'quota'), names.goodQuota), choice(quarter('quarterGrades', 'rounding'), names.rounding, quotaRoundings, roundingNames), decimal(quarter('quarterGrades', 'good'), names.good), decimal(quarter('quarterGrades', 'fairGood'), names.fairGood), decimal(quarter('quarterGrades', 'average'), names.average)),
    group('year', decimal(['year', 'grades', 'quota'], names.excellentQuota), choice(['year', 'grades', 'rounding'], names.rounding, quotaRoundings, roundingNames), decimal(['year', 'grades', 'competent'], names.competent), decimal(['year', 'grades', 'basic'], names.basic)),
    group('bonus', ...named(document, ['year', 'bonusFactors'], (grade) => names.bonus(yearGradeName(grade)))),
  ]
}

function yearGradeName(grade: string): string {
  const known = yearGrades.find((one) => one === grade)
  return known === undefined ? grade : yearGradeNames[known]
}
