import { eventStates } from '../../../../shared/domain/villages/villages/codes.ts'
import { issueStates } from '../../../../shared/domain/villages/issues/codes.ts'
import { gridTotal, rankGrids } from '../../../../shared/domain/villages/grids/grid-score.ts'
import type { GridMarkRow, IssueRecord, TeamsBookData, TeamVillage, TuesdayRecord, TuesdayStanding, VisitRecord } from '../books/teams/data.ts'
import { testMeta } from './case-data.ts'

/** Villages called as a formula or a condition might begin: they are counted by their number. */
const villages = ['溪口社区', '>=大桥村', '*', '=1+1'] as const
const standings: readonly TuesdayStanding[] = ['on_time', 'late', 'absent', 'ahead']

function placeOf(index: number) {
  const at = index % villages.length
  return { villageNo: at + 1, village: villages[at] ?? '' }
}

function nth<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('nothing to take from')
  return item
}

function dayOf(index: number): string {
  return `2026-0${String(1 + (index % 3))}-${String(10 + (index % 15))}`
}

function teamVillage(index: number): TeamVillage {
  return { ...placeOf(index), kindLabel: '行政村', households: index === 2 ? null : 320 + index, leader: '王建国', cadres: '张三、李四、欧阳建国（至2026-02-28）', departments: '赵六', experts: '', people: 4, rank: index === 1 ? 'unranked' : index === 3 ? null : index + 1, remark: null }
}

function tuesdayRecord(index: number): TuesdayRecord {
  const standing = nth(standings, index)
  const isThere = standing === 'on_time' || standing === 'late'
  return { ...placeOf(index), date: dayOf(index), person: '张三', moduleName: '大党建', themeLabel: '中心工作克难攻坚日', content: '入户宣传反诈，排查出租房消防隐患', standing, checkedInAt: isThere ? `${dayOf(index)} 09:1${String(index % 10)}` : '', result: isThere ? '走访6户，收集意见2条' : '' }
}

function visitRecord(index: number): VisitRecord {
  return { ...placeOf(index), date: dayOf(index), person: '李四', moduleName: '大治理', household: `-户主${String(index)}`, quantity: index % 5 === 0 ? 1.5 : 1, note: index % 4 === 0 ? '@独居老人，帮助联系家庭医生签约，\n并核对高龄补贴发放情况' : '', state: nth(eventStates, index), verifier: '王建国', remark: index % 3 === 2 ? '户主姓名有误' : null }
}

function issueRecord(index: number): IssueRecord {
  const state = nth(issueStates, index)
  return { ...placeOf(index), code: `MQ${String(index + 1).padStart(4, '0')}`, reportedOn: dayOf(index), sourceLabel: '入户走访', title: '村口路灯不亮，夜间出行不便', reporter: '+张三', phone: '138****5678', moduleName: '大治理', handler: '李四', dueOn: index % 2 === 0 ? dayOf(index + 1) : null, state, result: state === 'closed' ? '已更换灯具' : '', closedOn: state === 'closed' ? dayOf(index + 2) : null, satisfactionLabel: state === 'closed' ? '满意' : '', reworks: index % 2, remark: null }
}

function monthRows(month: number): readonly GridMarkRow[] {
  const marks = Array.from({ length: 6 }, (_, index) => ({ routine: 4500 + ((index * 37 + month) % 500), handling: index === 5 ? null : 2815, opinion: 1900 - (index % 2) * 25, bonus: index % 3 === 0 ? 0 : 155 }))
  const totals = marks.map(gridTotal)
  const ranks = rankGrids(totals)
  return marks.map((mark, index) => ({ ...mark, village: placeOf(index).village, grid: `第${String(index + 1)}网格`, head: '王建国', fullTime: '陈小红', total: totals[index] ?? null, rank: ranks[index] ?? null, remark: null }))
}

/** Records of every state, that many of each list. */
export function teamsData(records: number): TeamsBookData {
  const times = <Row>(count: number, make: (index: number) => Row): readonly Row[] => Array.from({ length: count }, (_, index) => make(index))
  const people = { head: '王建国\n13800001111', full_time: '陈小红\n13800002222', part_time: '', instructor: '=李明' }
  return {
    meta: testMeta,
    day: '2026-03-31',
    isWhole: true,
    villages: times(villages.length, teamVillage),
    tuesdays: times(records, tuesdayRecord),
    visits: times(records, visitRecord),
    issues: times(records, issueRecord),
    grids: times(6, (index) => ({ village: placeOf(index).village, grid: `第${String(index + 1)}网格`, households: 110, people, missing: '兼职网格员', remark: null })),
    months: [1, 2, 3].map((month) => ({ month, rows: monthRows(month) })),
  }
}
