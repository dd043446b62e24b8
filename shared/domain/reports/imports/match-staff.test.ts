import { describe, expect, test } from 'vitest'
import { context, directoryOf, known, sheetOf, workbookOf } from './import.testing.ts'
import { staffMatcher } from './match-staff.ts'
import { recogniseStaff, summarise } from './recognise.ts'
import type { StaffDirectory } from './directory.ts'
import type { ImportScope } from './types.ts'

const id1 = '330825198202169773'
const id2 = '330825199209211238'
const head = ['姓名', '身份证号', '工号', '人员身份', '所在模块', '联系电话', '职务']
type Row = readonly (string | null)[]

const nobody = directoryOf([])

function match(rows: readonly Row[], directory: StaffDirectory = nobody, scope: ImportScope = 'all', headings: readonly string[] = head, self: string | null = null, mayCorrectIdNo = true) {
  const found = recogniseStaff(workbookOf(sheetOf([headings, ...rows])), context)
  if (found.kind !== 'table') throw new Error(found.code)
  return found.rows.map(staffMatcher({ directory, self, mayCorrectIdNo, scope, given: found.given }))
}

function outcome(rows: readonly Row[], directory?: StaffDirectory, scope?: ImportScope) {
  return match(rows, directory, scope).map(({ state, errors, matchId, changes, candidates }) => ({
    state, ...(errors.length > 0 && { errors: errors.map(({ column, code }) => `${column} ${code}`) }), ...(matchId !== null && { matchId }),
    ...(changes.length > 0 && { changes: changes.map(({ column, from, to }) => `${column} ${from}→${to}`) }), ...(candidates.length > 0 && { candidates }),
  }))
}

describe('by 身份证号', () => {
  const zhang = known({ id: 'a', name: '张三', maskedIdNo: '330*************73', phone: '18360837783' })
  const directory = directoryOf([zhang, known({ id: 'b', name: '李四' })], { [id1]: 'a' })

  test('same, or changed with old and new; an empty cell changes nothing', () => {
    expect(outcome([['张三', id1, null, '公务员', '大党建', null]], directory)).toEqual([{ state: 'same', matchId: 'a' }])
    expect(outcome([['张 三', id1, null, '编外', '大服务', '17178128657']], directory)).toEqual([
      { state: 'changed', matchId: 'a', changes: ['人员身份 公务员→编外', '所在模块 大党建→大服务', '联系电话 18360837783→17178128657'] },
    ])
  })

  test('one wrong character of the name is corrected, another name is another person', () => {
    expect(outcome([['张伞', id1, null, '公务员', '大党建', null]], directory)).toEqual([{ state: 'changed', matchId: 'a', changes: ['姓名 张三→张伞'] }])
    expect(outcome([['王小五', id1, null, '公务员', '大党建', null]], directory)).toEqual([{ state: 'error', errors: ['身份证号 id_duplicate'] }])
    expect(outcome([['李四', id1, null, '公务员', '大党建', null]], directory)).toEqual([{ state: 'error', errors: ['身份证号 id_duplicate'] }])
    expect(outcome([['张三', id1, 'b', '公务员', '大党建', null]], directory)).toEqual([{ state: 'error', errors: ['身份证号 id_duplicate'] }])
  })

  test('an ID number fills an empty one, and makes a namesake with another number a new person', () => {
    expect(outcome([['李四', id2, null, '公务员', '大党建', null]], directory)).toEqual([{ state: 'changed', matchId: 'b', changes: ['身份证号 →330*************38'] }])
    expect(outcome([['张三', id2, null, '公务员', '大党建', null]], directory)).toEqual([{ state: 'new' }])
  })
})

describe('by 工号, then 姓名 + 模块', () => {
  const directory = directoryOf([
    known({ id: 'a', name: '张三', staffNo: 'S1', maskedIdNo: '330*************73' }),
    known({ id: 'b', name: '李四' }),
    known({ id: 'c', name: '李四' }),
    known({ id: 'd', name: '李四', module: 'M6', moduleName: '大服务' }),
    known({ id: 'e', name: '书记', module: null, moduleName: null }),
  ], { [id1]: 'a' })

  test('the number of the staff decides before the name', () => {
    expect(outcome([['李四', null, 'S1', '公务员', '大党建', null]], directory)).toEqual([{ state: 'changed', matchId: 'a', changes: ['姓名 张三→李四'] }])
    expect(outcome([['张三', id2, 'S1', '公务员', '大党建', null]], directory)).toEqual([{ state: 'changed', matchId: 'a', changes: ['身份证号 330*************73→330*************38'] }])
    expect(outcome([['王五', id2, 'S1', '公务员', '大党建', null]], directory)).toEqual([{ state: 'ambiguous', candidates: ['a'] }])
  })

  test('several of one name in a module are for a person to choose from', () => {
    expect(outcome([['李四', null, null, '公务员', '大党建', null], ['李四', null, null, '公务员', '大服务', null], ['李四', id2, null, '公务员', '大党建', null]], directory)).toEqual([
      { state: 'ambiguous', candidates: ['b', 'c'] }, { state: 'same', matchId: 'd' }, { state: 'ambiguous', candidates: ['b', 'c'] },
    ])
  })
})

describe('errors that only the whole can tell', () => {
  test('an ID number belongs to the first good row', () => {
    expect(outcome([['张三', id1, null, '临时', '大党建', null], ['李四', id1, null, '公务员', '大党建', null], ['王五', id1, null, '公务员', '大党建', null]])).toEqual([
      { state: 'error', errors: ['人员身份 identity_unknown'] }, { state: 'new' }, { state: 'error', errors: ['身份证号 id_duplicate'] },
    ])
  })

  test('rows otherwise know nothing of each other', () => {
    expect(outcome([['张三', null, null, '公务员', '大党建', null], ['张三', null, null, '公务员', '大党建', null]])).toEqual([{ state: 'new' }, { state: 'new' }])
  })

  test('a new person needs an identity and, unless of the 班子, a module; a known one needs nothing', () => {
    const directory = directoryOf([known({ id: 'a', name: '张三', maskedIdNo: '330*************73' })], { [id1]: 'a' })
    expect(outcome([['张三', id1, null, null, null, null], ['李四', null, null, null, null, null], ['王五', null, null, '公务员', null, null, '党委书记'], ['赵六', null, null, '公务员', null, null, '副镇长']], directory)).toEqual([
      { state: 'same', matchId: 'a' }, { state: 'error', errors: ['人员身份 required', '所在模块 required'] }, { state: 'new' }, { state: 'new' },
    ])
    expect(match([['张三', id1, '公务员']], nobody, 'all', ['姓名', '身份证号', '人员身份']).map(({ state }) => state)).toEqual(['new'])
  })

  test('a row reports all its errors, keeps what was read, and gives up its ID number', () => {
    const long = '长'.repeat(41)
    const [row] = match([['张 三', id1, null, '临时', '大后勤', long]])
    expect(row?.errors.map(({ column, code }) => `${column} ${code}`)).toEqual(['人员身份 identity_unknown', '所在模块 module_unknown', '联系电话 too_long'])
    expect([row?.draft.name, row?.draft.idNo]).toEqual(['张三', null])
  })

  test('outside the scope nothing is taken: neither the row’s module nor the person’s', () => {
    const directory = directoryOf([known({ id: 'a', name: '张三', module: 'M6', moduleName: '大服务', maskedIdNo: 'x' })], { [id1]: 'a' })
    expect(outcome([['张三', id1, null, '公务员', '大党建', null], ['李四', null, null, '公务员', '大服务', null], ['王五', null, null, '公务员', '大党建', null]], directory, ['M1'])).toEqual([
      { state: 'error', errors: ['所在模块 out_of_scope'] }, { state: 'error', errors: ['所在模块 out_of_scope'] }, { state: 'new' },
    ])
  })
})

test('an ID number that is kept is replaced by whoever may set one alone; where there is none, and for new people, it comes in', () => {
  const directory = directoryOf([known({ id: 'a', name: '张三', staffNo: 'S1', maskedIdNo: '330*************73' }), known({ id: 'b', name: '李四', staffNo: 'S2' })], { [id1]: 'a' })
  const codes = (mayCorrectIdNo: boolean, ...rows: readonly Row[]) => match(rows, directory, ['M1'], head, null, mayCorrectIdNo).map(({ state, errors }) => [state, ...errors.map(({ column, code }) => `${column} ${code}`)])
  const other: Row = ['张三', id2, 'S1', '公务员', '大党建', null]
  expect([codes(true, other), codes(false, other)]).toEqual([[['changed']], [['error', '身份证号 out_of_scope']]])
  expect([codes(false, ['李四', id2, 'S2', '公务员', '大党建', null]), codes(false, ['王五', id2, null, '公务员', '大党建', null]), codes(false, ['张三', id1, 'S1', '公务员', '大党建', null])]).toEqual([[['changed']], [['new']], [['same']]])
})

test('nobody changes himself: an own row that says nothing new stays the same', () => {
  const directory = directoryOf([known({ id: 'a', name: '张三', maskedIdNo: 'x' }), known({ id: 'b', name: '李四' })], { [id1]: 'a' })
  const rows = match([['张三', id1, null, '公务员', '大党建', null]], directory, 'all', head, 'a')
  const changed = match([['张三', id1, null, '编外', '大服务', null], ['李四', null, null, '编外', '大党建', null]], directory, 'all', head, 'a')
  expect([rows, changed].map((all) => all.map(({ state, errors, draft }) => [state, draft.idNo === null, ...errors.map(({ column, code }) => `${column} ${code}`)]))).toEqual([
    [['same', false]],
    [['error', true, '人员身份 about_self', '所在模块 about_self'], ['changed', true]],
  ])
})

test('importing the same file again changes nothing', () => {
  const rows: Row[] = [['张三', id1, 'S1', '公务员', '大党建', '183 6083 7783', '副镇长'], ['李四', id2, 'S2', '编外人员', '大生态', '17178128657', '科员']]
  const people = match(rows).map(({ draft }, index) => known({
    ...draft, id: `p${String(index)}`, name: draft.name ?? '', staffNo: draft.staffNo ?? '', identity: draft.identity ?? 'civil', maskedIdNo: 'x',
  }))
  const again = match(rows, directoryOf(people, { [id1]: 'p0', [id2]: 'p1' }))
  expect(summarise(again)).toEqual({ new: 0, changed: 0, same: 2, skipped: 0, ambiguous: 0, error: 0 })
})

test('no message carries an ID number', () => {
  const rows = match([['张三', id1.slice(0, 17) + '4', null, '临时', '大后勤', null], ['李四', id2, null, '公务员', '大党建', null], ['王五', id2, null, '公务员', '大党建', null]])
  expect(JSON.stringify(rows.map(({ errors, notices, changes }) => ({ errors, notices, changes })))).not.toMatch(/\d{6}/)
})
