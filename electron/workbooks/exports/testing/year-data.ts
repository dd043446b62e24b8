import { parseDecimal } from '../../../../shared/lib/decimal.ts'
import { hundredths, round2 } from '../../../../shared/lib/hundredths.ts'
import { parseCase } from '../../../../shared/domain/evaluation/reading/parse-case.ts'
import { evaluateYear } from '../../../../shared/domain/evaluation/computing/year.ts'
import type { YearInput } from '../../../../shared/domain/plans/case.ts'
import { identityLabels, trackLabels } from '../../../../shared/domain/people/vocabulary.ts'
import type { EvaluationYearBookData, QuarterNumber } from '../books/annual/data.ts'
import type { PerformanceBookData } from '../books/performance/data.ts'
import { caseJson, testMeta } from './case-data.ts'

/** Year books from the given year cases, whose people have no names of their own. */

const surnames = ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '周', '吴', '徐', '孙', '马', '朱', '胡', '欧阳']
const givenNames = ['伟', '秀英', '敏', '静', '建国', '丽华', '强', '磊', '洋', '艳', '勇军', '杰']
const modules = ['大党建', '大协调', '大治理', '大经济', '大执法', '大服务']
const quarterNumbers = [1, 2, 3, 4] as const

function called(index: number): string {
  return (surnames[index % surnames.length] ?? '') + (givenNames[(index * 5) % givenNames.length] ?? '')
}

export function yearCase(name: string): YearInput {
  const parsed = parseCase(caseJson(name))
  if (parsed.kind !== 'year') throw new Error(`${name} is no year`)
  return parsed.input
}

const yearMeta = { ...testMeta, periodCode: '2026', periodTitle: '2026年' }

export function yearBookData(input: YearInput): EvaluationYearBookData {
  const outcome = evaluateYear(input)
  const people = outcome.people.map((person, index) => ({
    staff: person.staff,
    name: called(index),
    sex: index % 3 === 0 ? '女' : '男',
    postName: '一般岗',
    moduleName: modules[index % modules.length] ?? '',
    identityLabel: identityLabels[person.identity],
    trackLabel: trackLabels[person.track],
    decidedGrade: null,
    remark: null,
    quarterNumbers: quarterNumbers.slice(0, person.quarters.length),
  }))
  return { meta: yearMeta, publicity: null, outcome, people }
}

export function performanceData(input: YearInput, published: readonly QuarterNumber[], isComputed: boolean): PerformanceBookData {
  const outcome = evaluateYear(input)
  const people = outcome.people.map((person, index) => ({
    staff: person.staff,
    name: called(index),
    sex: index % 3 === 0 ? '女' : '男',
    birthMonth: `19${String(70 + (index % 30))}-0${String(1 + (index % 9))}`,
    identity: person.identity,
    identityLabel: identityLabels[person.identity],
    trackLabel: trackLabels[person.track],
    pool: person.pool,
    moduleName: modules[index % modules.length] ?? '',
    postName: '一般岗',
    rankTitle: '四级主任科员',
    sendingUnit: person.identity === 'dispatched' ? '县自然资源和规划局' : null,
    quarters: person.quarters.flatMap((quarter, at) => {
      const number = quarterNumbers[at]
      if (number === undefined || !published.includes(number)) return []
      const points = (text: string) => round2(parseDecimal(text))
      return [{
        quarter: number, total: points(quarter.total), post: hundredths(1800), module: points(quarter.module), team: points(quarter.team),
        special: points(quarter.special), deduct: points(quarter.deduct), valid: quarter.valid, suggested: quarter.grade, decided: quarter.grade,
      }]
    }),
    decidedYearGrade: null,
    remark: null,
  }))
  const [first, second] = outcome.people
  return {
    meta: yearMeta,
    year: input.year,
    publishedQuarters: published,
    people,
    yearOutcome: isComputed ? outcome : null,
    achievements: outcome.people.filter((person) => person.grade === 'excellent').map(({ staff }) => ({
      staff, text: '牵头完成未来乡村建设年度任务，化解信访积案12件，所联村季度排名均居全镇前三；参与防汛抢险，获县级通报表扬。',
    })),
    specialCases: [first, second].flatMap((person) => (person ? [{
      staff: person.staff, situation: '试用期未满', clause: '《公务员考核规定》第十八条', handling: '参加考核，只写评语，不确定等次', remark: null,
    }] : [])),
    feedback: outcome.people.filter((person) => person.identity === 'dispatched').map(({ staff }) => ({
      staff, performance: '服从镇里安排，联村走访扎实，按期办结交办任务。', opinion: '建议派出单位评为称职。', remark: null,
    })),
    modules: modules.map((name, index) => ({
      module: `m${String(index)}`, name, people: 9, tasks: 40 + index, completed: 36 + index, onTime: 30, red: index, supervisions: 2, scored: 9, scoreSum: hundredths(9 * (7800 + index)), remark: null,
    })),
    notes: ['奖金总额按县财政核定数填列。'],
  }
}
